import { expect, test } from 'vitest';
import { foldReposts } from '../../../../components/library/rows';
import { clipsIn, firstRows, sectionsOf } from '../../../../components/library/sections';
import type { Clip } from '../../../../utils/clips/clip';
import { makeClip } from '../../clips/make-clip';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeClip({ id })) as [Clip, Clip, Clip, Clip];

test('reposts stand under the earliest of them, where the first one shown would stand', () => {
  expect(foldReposts([a, b, c, d], [['d', 'b']])).toEqual([
    { clip: a, reposts: [] },
    { clip: d, reposts: [b] },
    { clip: c, reposts: [] },
  ]);
});

test('a repost that is not shown is not counted', () => {
  expect(foldReposts([a, b], [['d', 'b']])).toEqual([
    { clip: a, reposts: [] },
    { clip: b, reposts: [] },
  ]);
});

test('the timeline is in sections by month, the undated last', () => {
  const clips = [
    makeClip({ id: 'late', card: { event: '2012-05-17' } }),
    makeClip({ id: 'year', card: { event: '2012' } }),
    makeClip({ id: 'never', card: { published: null } }),
    makeClip({ id: 'early', card: { event: null, published: '2011-12-01' } }),
  ];
  const sections = sectionsOf('timeline', clips, []).map(({ month, rows }) => [month, rows.map(({ clip }) => clip.id)]);
  expect(sections).toEqual([
    ['2012-05', ['late']],
    ['2012', ['year']],
    ['2011-12', ['early']],
    ['', ['never']],
  ]);
});

test('only the first rows are made, section by section', () => {
  const sections = [
    { month: '2012-05', rows: [a, b].map((clip) => ({ clip, reposts: [] })) },
    { month: '2012-04', rows: [{ clip: c, reposts: [d] }] },
  ];
  expect(firstRows(sections, 1)).toEqual([{ month: '2012-05', rows: [{ clip: a, reposts: [] }] }]);
  expect(firstRows(sections, 3)).toEqual(sections);
  expect(clipsIn(sections)).toEqual([a, b, c, d]);
});
