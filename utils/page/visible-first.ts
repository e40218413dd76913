/** The order in which a page is converted: what the reader sees before what is scrolled away. */
import type { TextBlock } from './text-blocks';
import { ancestorsOf } from './tree';

/** Points of the window at which the page is asked what stands there. */
const COLUMNS = 4;
const ROWS = 16;

function indexAt(element: Element, index: ReadonlyMap<Element, number>): number | undefined {
  const own = index.get(element);
  if (own !== undefined) return own;
  for (const ancestor of ancestorsOf(element)) {
    const found = index.get(ancestor);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same blocks, those between the first and the last that can be seen ahead of the others. */
export function visibleFirst(document: Document, blocks: readonly TextBlock[]): TextBlock[] {
  const window = document.defaultView;
  if (!window || typeof document.elementFromPoint !== 'function') return [...blocks];
  const index = new Map<Element, number>();
  blocks.forEach((block, at) => {
    const parent = block[0]?.parentElement;
    if (parent && !index.has(parent)) index.set(parent, at);
  });
  let [first, last] = [blocks.length, -1];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = (window.innerWidth * (column + 0.5)) / COLUMNS;
      const element = document.elementFromPoint(x, (window.innerHeight * (row + 0.5)) / ROWS);
      const at = element ? indexAt(element, index) : undefined;
      if (at === undefined) continue;
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
  }
  if (last < 0) return [...blocks];
  return [...blocks.slice(first, last + 1), ...blocks.slice(last + 1), ...blocks.slice(0, first)];
}
