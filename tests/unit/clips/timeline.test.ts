import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timelineOf } from '../../../utils/clips/timeline';
import { makeClip } from './make-clip';

const outline = (clips: Parameters<typeof timelineOf>[0]) => {
  const { years, undated } = timelineOf(clips);
  const ids = (list: typeof undated) => list.map(({ id }) => id);
  return {
    years: years.map(({ year, months }) => [year, ...months.map(({ month, clips }) => [month, ...ids(clips)])]),
    undated: ids(undated),
  };
};

test('clips stand by year and month, the newest first, by their event before their publication', () => {
  const clips = [
    makeClip({ id: 'a', card: { event: '2012-05-17', published: '2013-01-01' } }),
    makeClip({ id: 'b', card: { published: '2012-05-18' } }),
    makeClip({ id: 'c', card: { event: '2012-04-30' } }),
    makeClip({ id: 'none' }),
    makeClip({ id: 'd', card: { event: '2013-12-01' } }),
    makeClip({ id: 'e', card: { event: '2012-05-17' } }),
    makeClip({ id: 'year', card: { event: '2012' } }),
  ];
  expect(outline(clips)).toEqual({
    years: [
      [2013, [12, 'd']],
      [2012, [5, 'b', 'a', 'e'], [4, 'c'], [null, 'year']],
    ],
    undated: ['none'],
  });
});

test('no clip is lost, and years and months fall', () => {
  const date = fc.constantFrom(null, '2011-01-02', '2011-01-03', '2012-11-01', '2012-12-31');
  fc.assert(
    fc.property(fc.array(date, { maxLength: 20 }), (dates) => {
      const clips = dates.map((event, index) => makeClip({ id: `${index}`, card: { event } }));
      const { years, undated } = timelineOf(clips);
      const shown = [...years.flatMap(({ months }) => months.flatMap((month) => month.clips)), ...undated];
      expect(shown.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(clips);
      const months = years.flatMap(({ year, months }) => months.map(({ month }) => year * 12 + (month ?? 0)));
      expect(months).toEqual([...new Set(months)].sort((a, b) => b - a));
    }),
  );
});
