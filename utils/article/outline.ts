/**
 * The outline is one pass over a document: its visible elements and its lines of text, in document order, as flat lists.
 * Every later step reads the outline; none walks the document again. Nothing here recurses, so depth costs no stack.
 */

import type { Piece } from './anchors';
import { type PartOfPage, portalRuleFor } from './portals';

/** A stretch of a line that is a link. Offsets into the line. */
export interface LinkSpan {
  start: number;
  end: number;
  anchor: Element;
}

/** Text between two block boundaries, whitespace collapsed; or a picture, whose text is empty. */
export interface Line {
  text: string;
  pieces: Piece[];
  links: LinkSpan[];
  /** Characters of the text that are inside links. */
  linked: number;
  /** Index of the innermost block element around the line. */
  block: number;
  /** Index of the innermost element around the first character. */
  inner: number;
  image: Element | null;
}

export interface OutlineElement {
  element: Element;
  tag: string;
  /** `id` and `class` as one lower-case string, each name preceded and followed by a space. */
  names: string;
  /** What the portal rules know the element as. */
  part: PartOfPage | null;
  parent: number;
  /** Indexes of the nearest table cell or caption and of the nearest list item, the element itself included; -1 for none. */
  cell: number;
  item: number;
  /** Index of the last descendant; the element's own index when it has none. */
  last: number;
  /** Lines `[lineStart, lineEnd)` lie inside; an inline element shares its first and last line with its neighbours. */
  lineStart: number;
  lineEnd: number;
}

/** A comment node that may be a mark of the CMS, with the line it stands before. */
export interface CommentMark {
  text: string;
  line: number;
  parent: number;
}

export interface Outline {
  elements: OutlineElement[];
  lines: Line[];
  comments: CommentMark[];
  /** Indexes of `video`, `audio`, `object` and `embed` elements and of frames, by their parent element. */
  media: number[];
  /** Visible text of elements that are hidden, by `id`: scripts of some portals keep the source or the date there. */
  hidden: Map<string, string>;
}

/** The largest portal page measured has 4,000; beyond this one is refused rather than read for more than a second. */
const MOST_NODES = 100_000;
const MOST_CHARACTERS = 8_000_000;

/** Longest comment that can be a mark, and longest hidden text that can be a field. */
const LONGEST_MARK = 80;
const LONGEST_HIDDEN_FIELD = 200;

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul ucapcontent'
  ).split(' '),
);

const CELL_TAGS = new Set(['caption', 'td', 'th']);

const UNREAD_TAGS = new Set(
  'audio button canvas datalist embed head iframe input math noscript object option script select style svg template textarea video xmp'.split(
    ' ',
  ),
);

const MEDIA_TAGS = new Set(['audio', 'embed', 'iframe', 'object', 'video']);

/** Runs of readable characters, single plain spaces included; what stands between them is whitespace or invisible. */
const READABLE_RUN = /[^\s\u00ad\u200b-\u200f\u2060\ufeff]+(?: [^\s\u00ad\u200b-\u200f\u2060\ufeff]+)*/g;
const WHITESPACE = /\s/;

/** In preformatted text a line break followed by an indent or another break starts a paragraph. */
const PREFORMATTED_BREAK = /\n(?=[\s\u3000])/;

class LineBuilder {
  private text = '';
  private pieces: Piece[] = [];
  private links: LinkSpan[] = [];
  private linked = 0;
  private inner = -1;
  private spaceBefore = false;

  constructor(private readonly lines: Line[]) {}

  get pending(): boolean {
    return this.text !== '';
  }

  add(node: Text, start: number, end: number, inner: number, anchor: Element | null): void {
    const data = node.data;
    READABLE_RUN.lastIndex = 0;
    const part = start === 0 && end === data.length ? data : data.slice(start, end);
    let seen = 0;
    for (const run of part.matchAll(READABLE_RUN)) {
      if (WHITESPACE.test(part.slice(seen, run.index))) this.spaceBefore = true;
      this.append(node, start + run.index, run[0], inner, anchor);
      seen = run.index + run[0].length;
    }
    if (seen < part.length && WHITESPACE.test(part.slice(seen))) this.spaceBefore = true;
  }

  private append(node: Text, nodeStart: number, run: string, inner: number, anchor: Element | null): void {
    if (this.spaceBefore && this.text !== '') this.text += ' ';
    this.spaceBefore = false;
    if (this.inner < 0) this.inner = inner;
    const lineStart = this.text.length;
    this.text += run;
    this.pieces.push({ node, nodeStart, nodeEnd: nodeStart + run.length, lineStart });
    if (anchor === null) return;
    this.linked += run.length;
    const link = this.links.at(-1);
    if (link?.anchor === anchor) link.end = this.text.length;
    else this.links.push({ start: lineStart, end: this.text.length, anchor });
  }

  flush(block: number): void {
    this.spaceBefore = false;
    if (this.text === '') return;
    const { text, pieces, links, linked, inner } = this;
    this.lines.push({ text, pieces, links, linked, block, inner, image: null });
    this.text = '';
    this.pieces = [];
    this.links = [];
    this.linked = 0;
    this.inner = -1;
  }

  picture(image: Element, block: number, inner: number): void {
    this.flush(block);
    this.lines.push({ text: '', pieces: [], links: [], linked: 0, block, inner, image });
  }
}

/**
 * Reads the visible part of `document` below `body`. Answers a code word instead of an outline when the page is too large.
 * `isHidden` is asked once for every element whose ancestors are visible.
 */
export function outlineOf(document: Document, isHidden: (element: Element) => boolean): Outline | 'too-large' {
  const outline: Outline = { elements: [], lines: [], comments: [], media: [], hidden: new Map() };
  const { elements, lines } = outline;
  const builder = new LineBuilder(lines);
  const root = document.body;
  if (!root) return outline;

  /** Indexes of the open elements, of those that are blocks, and the open links, innermost last. */
  const open: number[] = [];
  const blocks: number[] = [];
  const anchors: { element: Element; index: number }[] = [];
  let preformatted = 0;
  let nodes = 0;
  let characters = 0;

  const enter = (element: Element, tag: string): void => {
    const isBlock = BLOCK_TAGS.has(tag);
    if (isBlock) builder.flush(blocks.at(-1) ?? 0);
    const index = elements.length;
    const parent = open.at(-1) ?? -1;
    const id = element.id.toLowerCase();
    const classes = (element.getAttribute('class') ?? '').toLowerCase();
    const part = portalRuleFor(tag, id, classes)?.is ?? null;
    const lineStart = lines.length;
    const outer = elements[parent];
    const cell = CELL_TAGS.has(tag) ? index : tag === 'table' ? -1 : (outer?.cell ?? -1);
    const item = tag === 'li' ? index : (outer?.item ?? -1);
    elements.push({
      element,
      tag,
      names: ` ${id} ${classes} `,
      part,
      parent,
      cell,
      item,
      last: index,
      lineStart,
      lineEnd: lineStart,
    });
    open.push(index);
    if (isBlock) blocks.push(index);
    if (tag === 'a' && element.hasAttribute('href')) anchors.push({ element, index });
    if (tag === 'pre') preformatted++;
  };

  const leave = (): void => {
    const index = open.pop()!;
    const entry = elements[index]!;
    if (blocks.at(-1) === index) {
      builder.flush(index);
      blocks.pop();
    }
    if (anchors.at(-1)?.index === index) anchors.pop();
    if (entry.tag === 'pre') preformatted--;
    entry.last = elements.length - 1;
    entry.lineEnd = lines.length + (builder.pending ? 1 : 0);
  };

  const readText = (node: Text): void => {
    const inner = open.at(-1)!;
    const anchor = anchors.at(-1)?.element ?? null;
    if (preformatted === 0) {
      builder.add(node, 0, node.data.length, inner, anchor);
      return;
    }
    let start = 0;
    for (const part of node.data.split(PREFORMATTED_BREAK)) {
      if (start > 0) builder.flush(blocks.at(-1)!);
      builder.add(node, start, start + part.length, inner, anchor);
      start += part.length + 1;
    }
  };

  enter(root, 'body');
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (++nodes > MOST_NODES) return 'too-large';
    let descend = false;
    if (node.nodeType === 3) {
      characters += (node as Text).data.length;
      if (characters > MOST_CHARACTERS) return 'too-large';
      readText(node as Text);
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = element.localName;
      if (MEDIA_TAGS.has(tag)) outline.media.push(open.at(-1)!);
      if (tag === 'br') builder.flush(blocks.at(-1)!);
      else if (tag === 'img') {
        if (!isHidden(element)) builder.picture(element, blocks.at(-1)!, open.at(-1)!);
      } else if (!UNREAD_TAGS.has(tag)) {
        if (isHidden(element)) rememberHidden(element, outline.hidden);
        else {
          enter(element, tag);
          descend = element.firstChild !== null;
          if (!descend) leave();
        }
      }
    } else if (node.nodeType === 8) {
      const text = (node as Comment).data.trim();
      if (text !== '' && text.length <= LONGEST_MARK) {
        outline.comments.push({ text, line: lines.length + (builder.pending ? 1 : 0), parent: open.at(-1)! });
      }
    }

    if (descend) node = node.firstChild;
    else {
      while (node !== null && node.nextSibling === null) {
        node = node.parentNode;
        leave();
        if (node === root) break;
      }
      node = node === null || node === root ? null : node.nextSibling;
    }
  }
  while (open.length > 0) leave();
  return outline;
}

function rememberHidden(element: Element, hidden: Map<string, string>): void {
  if (element.id === '' || element.childElementCount > 0) return;
  const text = element.textContent.trim();
  if (text !== '' && text.length <= LONGEST_HIDDEN_FIELD && !hidden.has(element.id)) hidden.set(element.id, text);
}

/** Whether element `inner` is `outer` or lies inside it. */
export function contains(outline: Outline, outer: number, inner: number): boolean {
  return outer <= inner && inner <= outline.elements[outer]!.last;
}

/** Whether the page hides the element by attribute, inline style or a framework's class: all that is known without layout. */
export function hiddenByMarkup(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style !== null && HIDING_STYLE.test(style)) return true;
  const names = element.getAttribute('class');
  return names !== null && HIDING_CLASS.test(names);
}

const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Framework classes that mean `display: none` on a desktop screen. */
const HIDING_CLASS =
  /(?:^|\s)(?:ng-hide|hide|hidden|d-none|is-hidden|am-hide|sr-only|visually-hidden|visuallyhidden|layui-hide)(?:\s|$)/;

/** The outermost of the elements that the portal rules know as `part`, in document order. */
export function outermostKnownAs(outline: Outline, part: PartOfPage): number[] {
  const found: number[] = [];
  for (const index of elementsKnownAs(outline, part)) {
    const last = found.at(-1);
    if (last === undefined || !contains(outline, last, index)) found.push(index);
  }
  return found;
}

/** Indexes of the elements that the portal rules know as `part`, in document order. */
export function elementsKnownAs(outline: Outline, part: PartOfPage): number[] {
  return outline.elements.flatMap((entry, index) => (entry.part === part ? [index] : []));
}
