/** Inline styles that are taken back exactly: byte for byte, or ours alone where the page has written others since. */

type Styled = HTMLElement | SVGElement;

/**
 * Sets `properties` on the element, over any style of the page, and returns what takes them back.
 * Null for elements without a style of their own, such as a form with a field of that name.
 */
export function setInlineStyle(element: Element, properties: Record<string, string>): (() => void) | null {
  const { style } = element as Styled;
  if (typeof style?.setProperty !== 'function') return null;
  const before = element.getAttribute('style');
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, value, 'important');
  const after = element.getAttribute('style');
  return () => {
    if (element.getAttribute('style') !== after) for (const name of Object.keys(properties)) style.removeProperty(name);
    else if (before === null) element.removeAttribute('style');
    else element.setAttribute('style', before);
  };
}
