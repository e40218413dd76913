/**
 * A place of our own on a page: an element outside the body whose closed shadow root the page can neither see nor style.
 * Important declarations of a shadow tree win over important ones of the page (css-cascade-5, context).
 */
const HOST_STYLE = ':host { all: initial !important; display: block !important; }';

/**
 * Makes the element, not yet in the page. A style element is let through by every policy of a page when an extension's
 * script gave it its text; Firefox looks at who set `textContent`, and forgets who appended a text node.
 */
export function makeShadowHost(document: Document, name: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = `${HOST_STYLE}\n${css}`;
  root.append(style);
  // What is typed here is no shortcut of the page.
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
}
