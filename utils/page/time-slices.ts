/** Long work in slices, so that the page stays alive: no task of ours holds it longer than a slice. */

/** A third of a frame at 60 Hz: room is left for the page's own work. */
const SLICE_MS = 6;
/** The clock is read once for so many items. */
const ITEMS_PER_LOOK = 16;
/** A page in the back paints no frames; it is not waited for longer than this. */
const LONGEST_FRAME_MS = 50;

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Lets the page work; continues soon (Prioritized Task Scheduling, W3C), or after a task where that is missing. */
function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/** Resolves when what has been written so far is on its way to the screen. */
export function nextFrame(window: Window): Promise<void> {
  return new Promise((resolve) => {
    window.requestAnimationFrame?.(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
}

/**
 * Gives `items` to `work` in slices, the first at once. Stops early when `wanted` says so between two slices.
 * `work` is called with as many items as fit a slice and must take them all.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (items: Iterable<T>) => void,
  wanted: () => boolean,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  let ended = false;
  function* slice(): Generator<T> {
    const end = performance.now() + SLICE_MS;
    do {
      for (let count = 0; count < ITEMS_PER_LOOK && !ended; count++) {
        const next = iterator.next();
        if (next.done) ended = true;
        else yield next.value;
      }
    } while (!ended && performance.now() < end);
  }
  while (!ended && wanted()) {
    work(slice());
    if (!ended) await yieldToPage();
  }
}
