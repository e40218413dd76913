/** What of the page the reader sees now. */
import { blockElement } from './text-blocks';

/** Points of the window at which the page is asked what stands there. */
const COLUMNS = 4;
const ROWS = 24;

/** The block elements in the window, without those that cover most of the page. Asks for layout: call it before writing. */
export function blocksInSight(document: Document): Set<Node> {
  const found = new Set<Node>();
  const window = document.defaultView;
  if (!window || typeof document.elementFromPoint !== 'function') return found;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = (window.innerWidth * (column + 0.5)) / COLUMNS;
      const element = document.elementFromPoint(x, (window.innerHeight * (row + 0.5)) / ROWS);
      if (!element) continue;
      const block = blockElement(element);
      // A gap between blocks belongs to what holds them all; that is not what is in sight.
      if ((block as Element).getBoundingClientRect?.().height <= window.innerHeight * 2) found.add(block);
    }
  }
  return found;
}
