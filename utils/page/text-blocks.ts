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

/** Attributes that the reader sees or hears (WAI-ARIA 1.2 naming attributes and HTML's own). */
export const SHOWN_ATTRIBUTES = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'label'];

/** Matches elements whose attributes concern conversion. One question to the browser instead of ten, and most say no. */
const CONCERNED = [...SHOWN_ATTRIBUTES, 'lang', 'translate', 'contenteditable']
  .map((name) => `[${name}]`)
  .concat('.notranslate', 'input')
  .join();

/** Between block elements stands white space that is no text. */
const SEEN = /\S/;

/** A page that removes what is being read over and over is not followed for ever. */
const MOST_STARTS = 5;

/** Languages whose Han characters are not Chinese text. */
const FOREIGN_LANGUAGE = /^(ja|ko)\b/i;

/** True for elements whose subtree conversion must not touch. */
function isLeftAlone(element: Element, tag: string, concerned: boolean): boolean {
  if (SKIPPED.has(tag)) return true;
  if (!concerned) return false;
  const translate = element.getAttribute('translate');
  if (translate !== null && translate.toLowerCase() === 'no') return true;
  if (element.classList.contains('notranslate')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  return FOREIGN_LANGUAGE.test(element.getAttribute('lang') ?? '');
}

/** Whether an element's attributes concern conversion. A form is not asked: its fields may stand in place of its methods. */
const isConcerned = (element: Element, tag: string): boolean =>
  tag !== 'FORM' && element.hasAttributes() && element.matches(CONCERNED);

/** What conversion meets on its way through a page, in document order. */
export type PagePart =
  | { block: TextBlock }
  /** An element with attributes that may be shown, or with a language. */
  | { element: Element }
  /** A root that a tree walk does not enter: an open shadow root or a same-origin frame. */
  | { root: ShadowRoot | Document };

function frameDocument(element: Element): Document | null {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** The root in which `element` opens another tree, or null. */
function innerRoot(element: Element, tag: string): ShadowRoot | Document | null {
  if (element.shadowRoot) return element.shadowRoot;
  return tag === 'IFRAME' || tag === 'FRAME' ? frameDocument(element) : null;
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
  for (const parent of ancestorsOf(node)) {
    const tag = tagOf(parent);
    if (isLeftAlone(parent, tag, isConcerned(parent, tag))) return true;
  }
  return false;
}

/**
 * Walks `root` (itself included) in document order. The page may change between two parts: what it adds is its observer's
 * business; when it removes the very node the walk stands on, the walk begins again.
 */
export function* walkPage(root: Node): Generator<PagePart> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 1 | 4 /* NodeFilter.SHOW_ELEMENT | SHOW_TEXT */);
  for (let start = 0; start < MOST_STARTS; start++) {
    walker.currentNode = root;
    yield* walk(walker);
    if (walker.currentNode.isConnected) return;
  }
}

function* walk(walker: TreeWalker): Generator<PagePart> {
  const { root } = walker;
  /** The block element around the children of a node, by that node. */
  const blockOf = new Map<Node, Node>();
  let block: TextBlock = [];
  let holder: Node | null = null;
  let node: Node | null = root;
  while (node) {
    let skip = false;
    if (node.nodeType === 3) {
      const around: Node | null = (node.parentNode && blockOf.get(node.parentNode)) ?? null;
      if (around !== holder && block.length > 0) {
        yield { block };
        block = [];
      }
      holder = around;
      if (block.length > 0 || SEEN.test((node as Text).data)) block.push(node as Text);
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = tagOf(element);
      const inline = INLINE.has(tag);
      if (!inline && block.length > 0) {
        yield { block };
        block = [];
      }
      blockOf.set(element, (inline && blockAround(element, blockOf)) || element);
      const concerned = isConcerned(element, tag);
      skip = isLeftAlone(element, tag, concerned);
      // A form control's attributes are shown to the reader even where its text is the reader's own.
      const shown = !skip || tag === 'INPUT' || tag === 'TEXTAREA';
      if (concerned && shown) yield { element };
      const inner = skip ? null : innerRoot(element, tag);
      if (inner) yield { root: inner };
    }
    node = skip ? nextOutside(walker) : walker.nextNode();
  }
  if (block.length > 0) yield { block };
}

function blockAround(element: Element, blockOf: ReadonlyMap<Node, Node>): Node | undefined {
  // Only an inline element is asked for its parent, never a form, whose fields could stand in the parent's place.
  return element.parentNode ? blockOf.get(element.parentNode) : undefined;
}

/** The next node that is not below the walker's. */
function nextOutside(walker: TreeWalker): Node | null {
  while (walker.currentNode !== walker.root) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
  return null;
}
