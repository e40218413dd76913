/** The orders in which clips are listed. */
import type { Clip } from './clip';

export type Order = 'saved' | 'published' | 'event' | 'title';

/** Days and times compare as strings; clips without one come last in either direction. */
const TIMES: Record<Exclude<Order, 'title'>, (clip: Clip) => string | null> = {
  saved: (clip) => clip.createdAt,
  published: (clip) => clip.card.published,
  event: (clip) => clip.card.event,
};

/** Chinese titles by pinyin (Unicode CLDR), numbers in them by value. */
const TITLES = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

/**
 * The clips in order: the newest first, or titles from A; the other way round when `reversed`.
 * Clips that are equal in it stand by the time they were saved, the newest first.
 */
export function sortClips(clips: readonly Clip[], order: Order, reversed = false): Clip[] {
  const direction = reversed ? -1 : 1;
  if (order === 'title') {
    return clips.toSorted(
      (a, b) => direction * TITLES.compare(a.title, b.title) || newestFirst(a.createdAt, b.createdAt),
    );
  }
  const timeOf = TIMES[order];
  return clips.toSorted((a, b) => {
    const [first, second] = [timeOf(a), timeOf(b)];
    if (first === null || second === null) {
      if (first !== second) return first === null ? 1 : -1;
      return newestFirst(a.createdAt, b.createdAt);
    }
    return direction * newestFirst(first, second) || newestFirst(a.createdAt, b.createdAt);
  });
}

function newestFirst(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
