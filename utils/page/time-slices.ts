/** Long work in slices, so that the page stays alive: no task of ours holds it longer than a slice. */

/** A third of a frame at 60 Hz: room is left for the page's own work. */
const SLICE_MS = 6;
/** The clock is read once for so many items. */
const ITEMS_PER_LOOK = 16;

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Lets the page work; continues soon (Prioritized Task Scheduling, W3C), or after a task where that is missing. */
function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/**
 * Gives `items` to `work` in slices, the first at once. Stops early when `wanted` says so between two slices.
 * `work` is called with as many items as fit a slice.
 */
export async function inSlices<T>(
  items: readonly T[],
  work: (items: Iterable<T>) => void,
  wanted: () => boolean,
): Promise<void> {
  let at = 0;
  function* slice(): Generator<T> {
    const end = performance.now() + SLICE_MS;
    do {
      for (const stop = Math.min(at + ITEMS_PER_LOOK, items.length); at < stop; ) yield items[at++] as T;
    } while (at < items.length && performance.now() < end);
  }
  while (at < items.length && wanted()) {
    work(slice());
    if (at < items.length) await yieldToPage();
  }
}
