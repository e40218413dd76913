/** Elements from plain data: attributes are set, strings become text nodes, nothing is ever parsed as markup. */

type Attributes = Record<string, string | number | boolean | undefined>;

/** `true` sets an empty attribute; `false` and `undefined` set none. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  element.append(...children);
  return element;
}
