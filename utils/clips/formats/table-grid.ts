/** A table with spans as a plain grid, for formats that have none. */
import type { TableCell } from '../../article/article';

/** Empty places that the spans of one table may add; a page can claim millions. What comes after spans nothing. */
const MOST_ADDED = 100_000;

/**
 * Rows from left to right. A cell that spans stands at its first place and is null at the others, so that every cell
 * keeps its column; rows end with their last cell. Rows that spans reach beyond the last are not made.
 */
export function gridOf(rows: readonly TableCell[][]): (TableCell | null)[][] {
  const grid: (TableCell | null)[][] = rows.map(() => []);
  let added = 0;
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column++;
      const area = (cell.colSpan ?? 1) * Math.min(cell.rowSpan ?? 1, rows.length - row);
      const [colSpan, rowSpan] = added + area > MOST_ADDED ? [1, 1] : [cell.colSpan ?? 1, cell.rowSpan ?? 1];
      added += colSpan * rowSpan === 1 ? 0 : area;
      for (const line of grid.slice(row, row + rowSpan)) {
        for (let at = column; at < column + colSpan; at++) line[at] = null;
      }
      grid[row]![column] = cell;
      column += colSpan;
    }
  });
  return grid.map((line) => Array.from(line, (cell) => cell ?? null));
}
