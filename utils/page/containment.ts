/**
 * Spares the browser the layout of text that is scrolled away while much of it is rewritten: `content-visibility: auto`
 * (CSS Containment Level 2) on blocks of the page, each keeping the height it had, taken back a few at a time.
 * Layout, not conversion, is what rewriting a large page costs.
 */
import { setInlineStyle } from './inline-style';
import type { TextBlock } from './text-blocks';
import { ancestorsOf, childrenOf } from './tree';

/** A smaller page is laid out in a frame or two; containing it would cost more than it saves. */
const LARGE_PAGE_BLOCKS = 800;
/** Blocks of text in one contained element: enough to be few, few enough to lay one out at once. */
const MOST_BLOCKS_EACH = 30;
/** Elements this close to the window, in window heights, are left to be laid out at once. */
const NEAR = 1;
/** Elements given back in one frame: their layout, at some 30 µs a paragraph, has to fit beside the page's own work. */
const RELEASED_PER_FRAME = 200;

export class Containment {
  readonly #window: Window;
  #undo: (() => void)[];

  private constructor(window: Window, undo: (() => void)[]) {
    this.#window = window;
    this.#undo = undo;
  }

  /** Contains the parts of a large page that are out of sight; null for a page that does not need it. */
  static of(document: Document, blocks: readonly TextBlock[]): Containment | null {
    const window = document.defaultView;
    if (!window || blocks.length < LARGE_PAGE_BLOCKS) return null;
    const parts = partsOf(document.body, blocks);
    const far = parts.map((element) => ({ element, ...placeOf(element, window) })).filter(({ near }) => !near);
    const undo = far.map(({ element, height }) =>
      setInlineStyle(element, { 'content-visibility': 'auto', 'contain-intrinsic-block-size': `auto ${height}px` }),
    );
    return new Containment(
      window,
      undo.filter((take) => take !== null),
    );
  }

  /** Takes the containment back over the next frames. */
  async release(): Promise<void> {
    while (this.#undo.length > 0) {
      await new Promise((resolve) => this.#window.requestAnimationFrame(resolve));
      for (const take of this.#undo.splice(-RELEASED_PER_FRAME)) take();
    }
  }

  /** Takes it back at once. */
  releaseNow(): void {
    for (const take of this.#undo.splice(0)) take();
  }
}

function placeOf(element: Element, window: Window): { height: number; near: boolean } {
  const { top, bottom, height } = element.getBoundingClientRect();
  const margin = window.innerHeight * NEAR;
  return { height, near: height === 0 || (bottom > -margin && top < window.innerHeight + margin) };
}

/** The largest elements that hold no more than `MOST_BLOCKS_EACH` blocks. */
function partsOf(body: Element, blocks: readonly TextBlock[]): Element[] {
  const counts = new Map<Element, number>();
  for (const [node] of blocks)
    if (node) for (const ancestor of ancestorsOf(node)) counts.set(ancestor, (counts.get(ancestor) ?? 0) + 1);
  const parts: Element[] = [];
  const open = [body];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const child of childrenOf(parent)) {
      const count = counts.get(child) ?? 0;
      if (count > MOST_BLOCKS_EACH) open.push(child);
      else if (count > 0) parts.push(child);
    }
  }
  return parts;
}
