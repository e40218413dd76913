/**
 * Spares the browser the layout of text that is scrolled away while much of it is rewritten: `content-visibility: auto`
 * (CSS Containment Level 2) on parts of the page, each keeping the height it had, taken back a few at a time.
 * Layout, not conversion, is what rewriting a large page costs.
 */
import { setInlineStyle } from './inline-style';
import { childrenOf } from './tree';

/** A smaller page (in elements) is laid out in a frame or two; containing it would cost more than it saves. */
const LARGE_PAGE = 3000;
/** Elements in one contained part: few enough to be laid out at once. */
const LARGEST_PART = 150;
/** With smaller parts on the whole, the browser spends more on watching them than their layout would cost. */
const LEAST_MEAN_PART = 12;
/** Parts given back in one frame: their layout has to fit beside the page's own work. */
const RELEASED_PER_FRAME = 4;

export class Containment {
  readonly #window: Window;
  readonly #undo: (() => void)[];

  private constructor(window: Window, undo: (() => void)[]) {
    this.#window = window;
    this.#undo = undo;
  }

  /** Contains the parts of a large page that are out of sight; null for a page that does not need it. */
  static of(document: Document): Containment | null {
    const window = document.defaultView;
    const { body } = document;
    const size = sizeOf(body);
    if (!window || size < LARGE_PAGE) return null;
    const parts = partsOf(body);
    if (parts.length * LEAST_MEAN_PART > size) return null;
    const hidden = parts.map((element) => ({ element, ...placeOf(element, window) })).filter(({ inSight }) => !inSight);
    const undo = hidden.map(({ element, height }) =>
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

const sizeOf = (element: Element) => element.getElementsByTagName('*').length;

/** What has no height is left alone, as what is in sight is. */
function placeOf(element: Element, window: Window): { height: number; inSight: boolean } {
  const { top, bottom, height } = element.getBoundingClientRect();
  return { height, inSight: height === 0 || (bottom > 0 && top < window.innerHeight) };
}

/** The largest elements that are no larger than `LARGEST_PART`. */
function partsOf(body: Element): Element[] {
  const parts: Element[] = [];
  const open = [body];
  for (let parent = open.pop(); parent; parent = open.pop())
    for (const child of childrenOf(parent)) (sizeOf(child) > LARGEST_PART ? open : parts).push(child);
  return parts;
}
