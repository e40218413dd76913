/**
 * The page's tree where the page cannot lie about it: inside a form, `<input name="parentElement">` takes the place of
 * the form's own property (HTML, LegacyOverrideBuiltIns). A TreeWalker is asked instead.
 */

const SHOW_ELEMENT = 1;
const LOWER_CASE = 97; // a

/** Upper-case tag name. Only a form can have another value in its place. */
export function tagOf(element: Element): string {
  const tag: unknown = element.tagName;
  if (typeof tag !== 'string') return 'FORM';
  // HTML elements have upper-case names already, and are nearly all there are.
  return tag.charCodeAt(0) < LOWER_CASE ? tag : tag.toUpperCase();
}

/** The elements above `node`, nearest first. */
export function* ancestorsOf(node: Node): Generator<Element> {
  const document = node.ownerDocument;
  if (!document) return;
  const walker = document.createTreeWalker(document, SHOW_ELEMENT);
  walker.currentNode = node;
  for (let parent = walker.parentNode(); parent; parent = walker.parentNode()) yield parent as Element;
}

/** The child elements of `parent`, in order. */
export function* childrenOf(parent: Element): Generator<Element> {
  const walker = parent.ownerDocument.createTreeWalker(parent, SHOW_ELEMENT);
  for (let child = walker.firstChild(); child; child = walker.nextSibling()) yield child as Element;
}
