/** Asks the background as the extension's own pages do, and tells an answer from none: a killed background gives none. */
import type { Page } from 'puppeteer-core';
import type { BackgroundMessages } from '../../utils/extension/messages';

type Name = keyof BackgroundMessages;

export type Answer<N extends Name> = { result: BackgroundMessages[N]['result'] } | { error: string } | 'none';

/** `page` is one of the extension's. */
export function ask<N extends Name>(page: Page, name: N, args?: BackgroundMessages[N]['args']): Promise<Answer<N>> {
  return page.evaluate(
    (message) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page has the extension's `browser`, this process has no type for it
      const { browser, chrome } = globalThis as any;
      const { runtime } = browser?.runtime ? browser : chrome;
      return runtime.sendMessage(message).then(
        (answer: unknown) => answer ?? 'none',
        () => 'none',
      );
    },
    { name, args },
  ) as Promise<Answer<N>>;
}

/** The result. @throws when there is none. */
export async function resultOf<N extends Name>(
  page: Page,
  name: N,
  args?: BackgroundMessages[N]['args'],
): Promise<BackgroundMessages[N]['result']> {
  const answer = await ask(page, name, args);
  if (answer === 'none' || 'error' in answer) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.result;
}
