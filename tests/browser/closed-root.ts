/** Looks into the closed shadow roots of the extension's own elements, as only the browser's debugger can. Chromium only. */
import type { CDPSession, Page } from 'puppeteer-core';

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

function rootOf(node: DomNode, host: string): DomNode | undefined {
  if (node.nodeName.toLowerCase() === host) return node.shadowRoots?.[0];
  for (const child of node.children ?? []) {
    const found = rootOf(child, host);
    if (found) return found;
  }
  return undefined;
}

async function withSession<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.createCDPSession();
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}

/** Runs `look` on the closed shadow root of the element named `host`; it may use nothing but its arguments. */
export function inClosedRoot<T, A extends unknown[]>(
  page: Page,
  host: string,
  look: (root: ShadowRoot, ...args: A) => T,
  ...args: A
): Promise<T> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const closed = rootOf(root as DomNode, host);
    if (!closed) throw new Error(`no ${host} with a shadow root`);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: closed.backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: `function (...args) { return (${look})(this, ...args); }`,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  });
}
