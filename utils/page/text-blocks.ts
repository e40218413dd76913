/**
 * The live page as blocks of text: the text nodes that a reader sees as one run of prose, across inline tags.
 * Conversion works on blocks, because `<b>乾</b>隆` is one phrase.
 */

import { ancestorsOf, tagOf } from './tree';

/** Consecutive text nodes of one block, in document order; the block's text is their data joined. */
export type TextBlock = Text[];

/** Elements that do not break a run of prose (HTML, phrasing content that renders inline by default). */
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE DEL DFN EM FONT I INS LABEL MARK NOBR Q RB RP RT RUBY S SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Elements whose text is not prose, or is the reader's own. */
const SKIPPED = new Set('CODE INPUT KBD MATH NOSCRIPT OBJECT PRE SAMP SCRIPT STYLE TEMPLATE TEXTAREA XMP'.split(' '));

/** Between block elements stands white space that is no text. */
const SEEN = /\S/;

/** Languages whose Han characters are not Chinese text. */
const FOREIGN_LANGUAGE = /^(ja|ko)\b/i;

/** True for elements whose subtree conversion must not touch. */
export function isLeftAlone(element: Element): boolean {
  const tag = tagOf(element);
  if (SKIPPED.has(tag)) return true;
  if (tag === 'FORM') return false; // its attributes may be hidden behind its fields
  const translate = element.getAttribute('translate');
  if (translate !== null && translate.toLowerCase() === 'no') return true;
  if (element.classList.contains('notranslate')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  return FOREIGN_LANGUAGE.test(element.getAttribute('lang') ?? '');
}

/** Everything under a root that conversion looks at. */
export interface Gathered {
  blocks: TextBlock[];
  elements: Element[];
  /** Roots inside it that a tree walk does not enter: open shadow roots and same-origin frames. */
  roots: (ShadowRoot | Document)[];
}

function frameDocument(element: Element): Document | null {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** The root in which `element` opens another tree, or null. */
function innerRoot(element: Element): ShadowRoot | Document | null {
  if (element.shadowRoot) return element.shadowRoot;
  return element.tagName === 'IFRAME' || element.tagName === 'FRAME' ? frameDocument(element) : null;
}

/** The nearest element at or above `node` that holds a whole block: where a changed piece of text must be read again from. */
export function blockElement(node: Node): Node {
  const holdsBlock = (element: Element) => !INLINE.has(tagOf(element));
  if (node.nodeType === 1 && holdsBlock(node as Element)) return node;
  for (const ancestor of ancestorsOf(node)) if (holdsBlock(ancestor)) return ancestor;
  return node.getRootNode();
}

/** True when conversion must leave `node` alone because of an element above it. */
export function isUnderLeftAlone(node: Node): boolean {
  for (const parent of ancestorsOf(node)) if (isLeftAlone(parent)) return true;
  return false;
}

/** Walks `root` (itself included) once, in document order. */
export function gather(root: Node): Gathered {
  const gathered: Gathered = { blocks: [], elements: [], roots: [] };
  let current: TextBlock = [];
  const close = () => {
    if (current.some((node) => SEEN.test(node.data))) gathered.blocks.push(current);
    current = [];
  };
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 1 | 4 /* NodeFilter.SHOW_ELEMENT | SHOW_TEXT */);
  let node: Node | null = root;
  while (node) {
    let skip = false;
    if (node.nodeType === 3) {
      current.push(node as Text);
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = tagOf(element);
      if (!INLINE.has(tag)) close();
      skip = isLeftAlone(element);
      // A form control's attributes are shown to the reader even where its text is the reader's own.
      const shown = !skip || tag === 'INPUT' || tag === 'TEXTAREA';
      if (shown && tag !== 'FORM') gathered.elements.push(element);
      const inner = skip ? null : innerRoot(element);
      if (inner) gathered.roots.push(inner);
    } else if (node.nodeType !== 9 && node.nodeType !== 11) {
      skip = true;
    }
    node = (skip ? null : walker.firstChild()) ?? nextOutside(walker, root, close);
  }
  close();
  return gathered;
}

/** The next node that is not below the walker's; leaving a block element ends its run of text. */
function nextOutside(walker: TreeWalker, root: Node, close: () => void): Node | null {
  while (walker.currentNode !== root) {
    const next = walker.nextSibling();
    if (next) return next;
    const parent = walker.parentNode();
    if (!parent) return null;
    if (parent.nodeType === 1 && !INLINE.has(tagOf(parent as Element))) close();
  }
  return null;
}
