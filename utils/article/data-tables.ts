/** Tells tables of data from tables that only lay a page out. */

import type { Outline } from './outline';

/** A layout table's cells hold paragraphs; a data table's cells are short. Characters. */
const LONGEST_AVERAGE_CELL = 160;
const FEWEST_ROWS = 2;
/** Fewer cells a row than this is a column of paragraphs. */
const FEWEST_CELLS_A_ROW = 1.5;

/** Indexes of the tables below `container` that hold data. A table around another table is layout. */
export function dataTables(outline: Outline, container: number): Set<number> {
  const { elements } = outline;
  const found = new Set<number>();
  for (let index = container; index <= elements[container]!.last; index++) {
    if (elements[index]!.tag === 'table' && isDataTable(outline, index)) found.add(index);
  }
  return found;
}

function isDataTable(outline: Outline, table: number): boolean {
  const { elements, lines } = outline;
  const { last, lineStart, lineEnd } = elements[table]!;
  let rows = 0;
  let cells = 0;
  for (let index = table + 1; index <= last; index++) {
    const { tag } = elements[index]!;
    if (tag === 'table') return false;
    if (tag === 'tr') rows++;
    else if (tag === 'td' || tag === 'th') cells++;
  }
  if (rows < FEWEST_ROWS || cells < rows * FEWEST_CELLS_A_ROW) return false;
  let characters = 0;
  for (let line = lineStart; line < lineEnd; line++) characters += lines[line]!.text.length;
  return characters <= cells * LONGEST_AVERAGE_CELL;
}
