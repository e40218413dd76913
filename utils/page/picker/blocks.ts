/** The blocks of a page that can be pointed at, and the way from one to another: out, in, and along. */
import { ancestorsOf, childrenOf, tagOf } from '../tree';

/** Elements that hold no text of the page. */
const UNREAD = new Set('BR HEAD IFRAME IMG LINK META NOSCRIPT OBJECT SCRIPT STYLE TEMPLATE'.split(' '));

/** How far out or in is looked for a block that holds more, or less. */
const MOST_WRAPPERS = 100;

export type Direction = 'out' | 'in' | 'next' | 'previous';

const SHOW_ELEMENT = 1;
const SHOW_ELEMENT_AND_TEXT = 5;
const ACCEPT = 1;
const REJECT = 2;

/** The text of the page in the element: a walk instead of `textContent`, which scripts are part of and forms can hide. */
export function textOf(element: Element): string {
  const filter = (node: Node) => (node.nodeType === 1 && UNREAD.has(tagOf(node as Element)) ? REJECT : ACCEPT);
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_ELEMENT_AND_TEXT, filter);
  let text = '';
  while (walker.nextNode()) if (walker.currentNode.nodeType === 3) text += (walker.currentNode as Text).data;
  return text;
}

/** Characters of text in the element, white space aside. */
export const textLength = (element: Element) => textOf(element).replace(/\s+/g, '').length;

function isBlock(element: Element): boolean {
  if (UNREAD.has(tagOf(element)) || !element.checkVisibility()) return false;
  const { display } = element.ownerDocument.defaultView!.getComputedStyle(element);
  return !display.startsWith('inline') && display !== 'contents' && textLength(element) > 0;
}

const blocksIn = (element: Element) => [...childrenOf(element)].filter(isBlock);

/** The nearest block above that holds more text; never the body itself, nor what is above it. */
function outOf(block: Element): Element | null {
  const length = textLength(block);
  let wrappers = 0;
  for (const ancestor of ancestorsOf(block)) {
    if (ancestor === block.ownerDocument.body || ++wrappers > MOST_WRAPPERS) return null;
    if (isBlock(ancestor) && textLength(ancestor) > length) return ancestor;
  }
  return null;
}

/** The first block below that holds less text. */
function into(block: Element): Element | null {
  const length = textLength(block);
  let [inner] = blocksIn(block);
  for (let wrappers = 0; inner && textLength(inner) === length && wrappers < MOST_WRAPPERS; wrappers++)
    [inner] = blocksIn(inner);
  return inner && textLength(inner) < length ? inner : null;
}

function sibling(block: Element, direction: 'next' | 'previous'): Element | null {
  const walker = block.ownerDocument.createTreeWalker(block.parentNode ?? block, SHOW_ELEMENT);
  walker.currentNode = block;
  const step = () => (direction === 'next' ? walker.nextSibling() : walker.previousSibling()) as Element | null;
  for (let each = step(); each; each = step()) if (isBlock(each)) return each;
  return null;
}

/** The block beside this one, or beside what holds nothing but it. */
function beside(block: Element, direction: 'next' | 'previous'): Element | null {
  const length = textLength(block);
  let wrappers = 0;
  for (const each of [block, ...ancestorsOf(block)]) {
    if (each === block.ownerDocument.body || textLength(each) > length || ++wrappers > MOST_WRAPPERS) return null;
    const found = sibling(each, direction);
    if (found) return found;
  }
  return null;
}

/** The block that a step leads to; null where there is none. */
export function stepFrom(block: Element, direction: Direction): Element | null {
  if (direction === 'out') return outOf(block);
  return direction === 'in' ? into(block) : beside(block, direction);
}

/** Text is pointed at to mean what it stands in: one paragraph is no article. */
const isParagraph = (element: Element) => blocksIn(element).length === 0;

/** The block that is meant by pointing at `element`: what holds the paragraph under the pointer. */
export function blockAt(element: Element): Element | null {
  const { body } = element.ownerDocument;
  const above = [element, ...ancestorsOf(element)].find((each) => each === body || isBlock(each));
  if (!above || above === body) return null;
  return isParagraph(above) ? (outOf(above) ?? above) : above;
}

/** The innermost block that still holds most of the text around it, and is no paragraph: where a walk by keyboard begins. */
export function richestBlock(body: Element): Element | null {
  let richest: Element | null = null;
  let children = blocksIn(body);
  for (let wrappers = 0; children.length > 0 && wrappers < MOST_WRAPPERS; wrappers++) {
    const lengths = children.map(textLength);
    const most = Math.max(...lengths);
    const whole = richest ? textLength(richest) : textLength(body);
    const child = children[lengths.indexOf(most)]!;
    const inner = blocksIn(child);
    if (richest && (most * 2 < whole || inner.length === 0)) break;
    richest = child;
    children = inner;
  }
  return richest;
}
