/** A block of the article as an element. Pictures are left out: showing one would be a request to its site. */
import type { Block, TableCell, Text } from '../../article/article';
import { makeElement } from '../make-element';
import { inlineText, type Sheet } from './inline-text';

/** Spans a page may ask for; the browser takes no more columns either (HTML, `colspan`). */
const MOST_SPAN = 1000;
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const;

function cellElement(sheet: Sheet, cell: TableCell): HTMLElement {
  const span = (count: number | undefined) => (count === undefined ? undefined : Math.min(count, MOST_SPAN));
  const attributes = { colspan: span(cell.colSpan), rowspan: span(cell.rowSpan) };
  return makeElement(sheet.document, cell.header ? 'th' : 'td', attributes, ...inlineText(sheet, cell));
}

/** The table whole, in a box that scrolls sideways by itself and can be reached by keyboard. */
function tableElement(sheet: Sheet, { caption, rows }: Extract<Block, { type: 'table' }>): HTMLElement {
  const { document } = sheet;
  const title = caption ? [makeElement(document, 'caption', {}, ...inlineText(sheet, { text: caption }))] : [];
  const body = rows.map((row) => makeElement(document, 'tr', {}, ...row.map((cell) => cellElement(sheet, cell))));
  const table = makeElement(document, 'table', {}, ...title, makeElement(document, 'tbody', {}, ...body));
  return makeElement(document, 'div', { class: 'table', role: 'group', tabindex: 0, 'aria-label': caption }, table);
}

/** Null for what has nothing to read. */
export function blockElement(sheet: Sheet, block: Block): HTMLElement | null {
  const { document } = sheet;
  const filled = (tag: keyof HTMLElementTagNameMap, text: Text) =>
    makeElement(document, tag, {}, ...inlineText(sheet, text));
  switch (block.type) {
    case 'heading':
      return filled(HEADINGS[block.level - 1] ?? 'h6', block);
    case 'paragraph':
      return filled('p', block);
    case 'list':
      return makeElement(document, block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => filled('li', item)));
    case 'quote':
      return makeElement(document, 'blockquote', {}, ...block.paragraphs.map((paragraph) => filled('p', paragraph)));
    case 'table':
      return tableElement(sheet, block);
    case 'image':
      return block.caption ? makeElement(document, 'figure', {}, filled('figcaption', { text: block.caption })) : null;
  }
}
