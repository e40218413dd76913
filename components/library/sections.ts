/** The list in sections: one without a heading, or one for every month of the timeline. */
import type { Clip } from '../../utils/clips/clip';
import { timelineOf } from '../../utils/clips/timeline';
import type { Layout } from './route';
import { foldReposts, type Row } from './rows';

export interface Section {
  /** `YYYY-MM`, `YYYY`, empty for clips without a date; null for the plain list. */
  month: string | null;
  rows: Row[];
}

const rowOf = (clip: Clip): Row => ({ clip, reposts: [] });

export function sectionsOf(layout: Layout, clips: readonly Clip[], reposts: readonly (readonly string[])[]): Section[] {
  if (layout === 'list') return [{ month: null, rows: foldReposts(clips, reposts) }];
  const { years, undated } = timelineOf(clips);
  return [
    ...years.flatMap(({ year, months }) =>
      months.map(({ month, clips: inMonth }) => ({
        month: month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`,
        rows: inMonth.map(rowOf),
      })),
    ),
    ...(undated.length > 0 ? [{ month: '', rows: undated.map(rowOf) }] : []),
  ];
}

/** The first `limit` rows, section by section. */
export function firstRows(sections: readonly Section[], limit: number): Section[] {
  let left = limit;
  return sections.flatMap(({ month, rows }) => {
    const taken = rows.slice(0, Math.max(0, left));
    left -= taken.length;
    return taken.length > 0 ? [{ month, rows: taken }] : [];
  });
}

/** Every clip in the order shown. */
export const clipsIn = (sections: readonly Section[]): Clip[] =>
  sections.flatMap(({ rows }) => rows.flatMap(({ clip, reposts }) => [clip, ...reposts]));
