/** Clips as a table for spreadsheets: CSV by RFC 4180, UTF-8 with a byte order mark, one row a clip. */
import type { ClipWithVersions } from '../clip';
import { cleanText } from './clean-text';
import { referenceOf } from './reference';

/** Excel reads a file without it in the system's code page. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What makes a spreadsheet run a cell as a formula when it stands first: OWASP, "CSV Injection", with the full-width
 * forms that East Asian editions read the same. Apostrophes before it are counted in, so that taking one off again from
 * every such cell gives the text back.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text with an apostrophe before what would be a formula, in quotes. */
function cellOf(value: string | number | boolean | null): string {
  const text = cleanText(String(value ?? ''));
  return `"${(FORMULA_START.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const LIST = '; ';

/** The columns in order: name and what stands in it. */
const COLUMNS: [name: string, value: (entry: ClipWithVersions) => string | number | boolean | null][] = [
  ['id', ({ clip }) => clip.id],
  ['title', ({ clip }) => clip.title],
  ['url', ({ clip }) => clip.url],
  ['published', ({ clip }) => clip.card.published],
  ['event', ({ clip }) => clip.card.event],
  ['source', ({ clip }) => clip.card.source],
  ['authors', (entry) => referenceOf(entry).authors.join(LIST)],
  ['agency', ({ clip }) => clip.card.agency],
  ['document_number', ({ clip }) => clip.card.documentNumber],
  ['host', ({ clip }) => clip.card.host],
  ['script', ({ clip }) => clip.card.script],
  ['people', ({ clip }) => clip.card.people.map(({ name }) => name).join(LIST)],
  ['places', ({ clip }) => clip.card.places.map(({ name }) => name).join(LIST)],
  ['tags', ({ clip }) => clip.tags.join(LIST)],
  ['note', ({ clip }) => clip.note],
  ['starred', ({ clip }) => clip.starred],
  ['created', ({ clip }) => clip.createdAt],
  ['updated', ({ clip }) => clip.updatedAt],
  ['trashed', ({ clip }) => clip.trashedAt],
  ['versions', ({ versions }) => versions.length],
  ['characters', ({ clip }) => clip.card.length],
];

const rowOf = (cells: string[]) => `${cells.join(',')}\r\n`;

/** A row of column names, then a row for each clip. The body is left out: a cell of a spreadsheet cannot hold it. */
export function toCsv(entries: Iterable<ClipWithVersions>): string {
  const head = rowOf(COLUMNS.map(([name]) => cellOf(name)));
  const rows = Array.from(entries, (entry) => rowOf(COLUMNS.map(([, value]) => cellOf(value(entry)))));
  return BYTE_ORDER_MARK + head + rows.join('');
}
