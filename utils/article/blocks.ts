/** Turns the kept lines of a body into the article's block tree, with an anchor for every line of it. */

import { absolute } from './addresses';
import { type LineAnchor, shifted } from './anchors';
import type { Block, Link, TableCell, Text } from './article';
import { dataTables } from './data-tables';
import type { Line, Outline } from './outline';
import { pictureAddress } from './pictures';

/** A quotation or a list that holds more of the body than this is the page's layout. */
const LARGEST_QUOTE = 0.7;

export interface BlockTree {
  blocks: Block[];
  /** One anchor for every line of `linesOf(blocks)`. */
  anchors: LineAnchor[];
}

/** Text of one or more lines with its anchor, as it stands in one cell, item or paragraph. */
interface Joined {
  text: Text;
  anchor: LineAnchor;
}

type GroupKind = 'caption' | 'heading' | 'image' | 'list' | 'paragraph' | 'quote' | 'table';

/** Consecutive lines that make one block, with the index of the element that holds them together. */
interface Group {
  kind: GroupKind;
  element: number;
  lines: Line[];
}

/** Reads the kept lines (indexes, ascending) of the container into blocks. `base` is what relative addresses are meant against. */
export function blocksOf(outline: Outline, container: number, kept: readonly number[], base: string): BlockTree {
  const tree: BlockTree = { blocks: [], anchors: [] };
  for (const group of groupsOf(outline, container, kept)) addGroup(tree, outline, group, base);
  return tree;
}

function groupsOf(outline: Outline, container: number, kept: readonly number[]): Group[] {
  const tables = dataTables(outline, container);
  const places = placesOf(outline, container, tables, layoutElements(outline, container, kept));
  const groups: Group[] = [];
  for (const index of kept) {
    const line = outline.lines[index]!;
    const place = places[line.block - container] ?? PARAGRAPH;
    const { kind, element } =
      line.image === null || place.kind === 'table' ? place : { kind: 'image' as const, element: line.block };
    const last = groups.at(-1);
    if (last !== undefined && last.kind === kind && last.element === element && !SINGLE.has(kind))
      last.lines.push(line);
    else groups.push({ kind, element, lines: [line] });
  }
  return groups;
}

/** Kinds whose every line is a block of its own. */
const SINGLE = new Set<GroupKind>(['image', 'paragraph']);

/** Quotations and lists that only lay the page out: they hold most of the body, or a list's only item. */
function layoutElements(outline: Outline, container: number, kept: readonly number[]): Set<number> {
  const { elements } = outline;
  const layout = new Set<number>();
  for (let index = container + 1; index <= elements[container]!.last; index++) {
    const { tag, lineStart, lineEnd, element } = elements[index]!;
    if (tag === 'blockquote' && lineEnd - lineStart > kept.length * LARGEST_QUOTE) layout.add(index);
    if ((tag === 'ul' || tag === 'ol') && element.childElementCount <= 1) layout.add(index);
  }
  return layout;
}

interface Place {
  kind: GroupKind;
  element: number;
}

/** For every element of the container the block that lines directly in it belong to; `places[0]` is the container's. */
function placesOf(
  outline: Outline,
  container: number,
  tables: ReadonlySet<number>,
  layout: ReadonlySet<number>,
): Place[] {
  const { elements } = outline;
  const places: Place[] = [];
  for (let index = container; index <= elements[container]!.last; index++) {
    const { tag, parent } = elements[index]!;
    const outer = index === container ? PARAGRAPH : places[parent - container]!;
    places.push(placeIn(outer, index, tag, tables, layout));
  }
  return places;
}

const PARAGRAPH: Place = { kind: 'paragraph', element: -1 };

function placeIn(
  outer: Place,
  index: number,
  tag: string,
  tables: ReadonlySet<number>,
  layout: ReadonlySet<number>,
): Place {
  if (tables.has(index)) return { kind: 'table', element: index };
  if (outer.kind === 'table' || outer.kind === 'list' || layout.has(index)) return outer;
  if (tag === 'ul' || tag === 'ol') return { kind: 'list', element: index };
  if (tag === 'blockquote' && outer.kind !== 'quote') return { kind: 'quote', element: index };
  if (tag === 'figcaption') return { kind: 'caption', element: index };
  return HEADING.test(tag) ? { kind: 'heading', element: index } : outer;
}

const HEADING = /^h[1-6]$/;

function addGroup(tree: BlockTree, outline: Outline, group: Group, base: string): void {
  const add = (block: Block, parts: readonly Joined[]): void => {
    tree.blocks.push(block);
    tree.anchors.push(...parts.map((part) => part.anchor));
  };
  switch (group.kind) {
    case 'image': {
      const block = imageOf(group.lines[0]!.image!, base);
      if (block !== null) add(block, []);
      return;
    }
    case 'table': {
      const { caption, rows } = tableOf(outline, group, base);
      const block: Block = {
        type: 'table',
        ...(caption !== null && { caption: caption.text.text }),
        rows: rows.map((row) => row.map((cell) => cell.cell)),
      };
      add(block, [...(caption === null ? [] : [caption]), ...rows.flat()]);
      return;
    }
    case 'list': {
      const items = itemsOf(outline, group, base);
      add(
        { type: 'list', ordered: outline.elements[group.element]!.tag === 'ol', items: items.map((item) => item.text) },
        items,
      );
      return;
    }
    case 'quote': {
      const paragraphs = group.lines.filter((line) => line.text !== '').map((line) => joined([line], base));
      add({ type: 'quote', paragraphs: paragraphs.map((part) => part.text) }, paragraphs);
      return;
    }
    case 'heading': {
      const part = joined(group.lines, base);
      add({ type: 'heading', level: levelOf(outline.elements[group.element]!.tag), ...part.text }, [part]);
      return;
    }
    case 'caption': {
      const part = joined(group.lines, base);
      const picture = tree.blocks.at(-1);
      if (picture?.type === 'image' && picture.caption === undefined) {
        picture.caption = part.text.text;
        tree.anchors.push(part.anchor);
      } else add({ type: 'paragraph', ...part.text }, [part]);
      return;
    }
    case 'paragraph': {
      const part = joined(group.lines, base);
      add({ type: 'paragraph', ...part.text }, [part]);
    }
  }
}

function levelOf(tag: string): 1 | 2 | 3 | 4 | 5 | 6 {
  return Number(tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
}

function linksOf(line: Line, base: string, by: number): Link[] {
  return line.links.flatMap(({ start, end, anchor }) => {
    const raw = anchor.getAttribute('href') ?? '';
    const href = raw === '' || raw.startsWith('#') ? null : absolute(raw, base);
    return href === null ? [] : [{ start: start + by, end: end + by, href }];
  });
}

function joined(lines: readonly Line[], base: string): Joined {
  let text = '';
  const links: Link[] = [];
  const anchor: LineAnchor = { pieces: [] };
  for (const line of lines) {
    if (line.text === '') continue;
    if (text !== '') text += ' ';
    links.push(...linksOf(line, base, text.length));
    anchor.pieces.push(...(text === '' ? line.pieces : shifted(line.pieces, text.length)));
    text += line.text;
  }
  return { text: { text, ...(links.length > 0 && { links }) }, anchor };
}

function itemsOf(outline: Outline, group: Group, base: string): Joined[] {
  const items: { element: number; lines: Line[] }[] = [];
  for (const line of group.lines) {
    if (line.text === '') continue;
    const element = outline.elements[line.block]!.item;
    const last = items.at(-1);
    if (last?.element === element) last.lines.push(line);
    else items.push({ element, lines: [line] });
  }
  return items.map((item) => joined(item.lines, base));
}

interface Cell extends Joined {
  cell: TableCell;
}

function tableOf(outline: Outline, group: Group, base: string): { caption: Joined | null; rows: Cell[][] } {
  const { elements } = outline;
  const linesOfElement = new Map<number, Line[]>();
  for (const line of group.lines) {
    const owner = elements[line.block]!.cell;
    const known = linesOfElement.get(owner);
    if (known === undefined) linesOfElement.set(owner, [line]);
    else known.push(line);
  }
  let caption: Joined | null = null;
  const rows: Cell[][] = [];
  for (let index = group.element + 1; index <= elements[group.element]!.last; index++) {
    const { tag, element } = elements[index]!;
    if (tag === 'tr') rows.push([]);
    else if (tag === 'caption') {
      const part = joined(linesOfElement.get(index) ?? [], base);
      if (part.text.text !== '') caption = part;
    } else if (tag === 'td' || tag === 'th') {
      const part = joined(linesOfElement.get(index) ?? [], base);
      rows
        .at(-1)
        ?.push({ ...part, cell: { ...part.text, ...(tag === 'th' && { header: true }), ...spansOf(element) } });
    }
  }
  return { caption, rows: rows.filter((row) => row.some((cell) => cell.text.text !== '')) };
}

/** Spans beyond this are mistakes; browsers cap them likewise. */
const WIDEST_SPAN = 1000;

function spansOf(cell: Element): Pick<TableCell, 'colSpan' | 'rowSpan'> {
  const span = (name: string): number =>
    Math.min(WIDEST_SPAN, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1);
  const colSpan = span('colspan');
  const rowSpan = span('rowspan');
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
}

function imageOf(image: Element, base: string): Block | null {
  const src = pictureAddress(image, base);
  return src === null ? null : { type: 'image', src, alt: (image.getAttribute('alt') ?? '').trim() };
}
