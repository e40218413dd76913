/** Clips along time: by the year and month of what they tell of, or of their publication where no event is dated. */
import type { Clip } from './clip';

export interface Month {
  /** 1 to 12, or null for clips of which only the year is known. */
  month: number | null;
  /** By day, the newest first. */
  clips: Clip[];
}

export interface Year {
  year: number;
  /** The newest first, the unknown month last. */
  months: Month[];
}

export interface Timeline {
  /** The newest first; years and months without clips are left out. */
  years: Year[];
  /** Clips without any date, in the order given. */
  undated: Clip[];
}

const DATE = /^(\d{4})(?:-(\d{2}))?/;

const dateOf = ({ card }: Clip): string => card.event ?? card.published ?? '';

export function timelineOf(clips: readonly Clip[]): Timeline {
  const years: Year[] = [];
  const undated: Clip[] = [];
  for (const clip of clips.toSorted(newestFirst)) {
    const date = DATE.exec(dateOf(clip));
    if (!date) {
      undated.push(clip);
      continue;
    }
    const year = lastOr(years, Number(date[1]));
    const month = date[2] === undefined ? null : Number(date[2]);
    const last = year.months.at(-1);
    if (last && last.month === month) last.clips.push(clip);
    else year.months.push({ month, clips: [clip] });
  }
  return { years, undated };
}

/** The last year when it is `year`, else a new one at the end. */
function lastOr(years: Year[], year: number): Year {
  const last = years.at(-1);
  if (last && last.year === year) return last;
  const started: Year = { year, months: [] };
  years.push(started);
  return started;
}

function newestFirst(a: Clip, b: Clip): number {
  const [first, second] = [dateOf(a), dateOf(b)];
  if (first === second) return 0;
  return first > second ? -1 : 1;
}
