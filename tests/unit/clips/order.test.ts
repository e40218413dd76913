import { expect, test } from 'vitest';
import { type Order, sortClips } from '../../../utils/clips/order';
import { makeClip } from './make-clip';

const clips = [
  makeClip({ id: 'a', title: '扬州市会议', createdAt: '2024-01-01T00:00:00.000Z', card: { published: '2012-05-18' } }),
  makeClip({
    id: 'b',
    title: '第10期',
    createdAt: '2024-01-03T00:00:00.000Z',
    card: { published: '2012-05-18', event: '2011-01-01' },
  }),
  makeClip({ id: 'c', title: '第9期', createdAt: '2024-01-02T00:00:00.000Z', card: { event: '2013-01-01' } }),
  makeClip({ id: 'd', title: '安徽', createdAt: '2024-01-04T00:00:00.000Z', card: { published: '2010-01-01' } }),
];

test.each<[Order, boolean, string]>([
  ['saved', false, 'dbca'],
  ['saved', true, 'acbd'],
  ['published', false, 'badc'],
  ['published', true, 'dbac'],
  ['event', false, 'cbda'],
  ['event', true, 'bcda'],
  ['title', false, 'dcba'],
  ['title', true, 'abcd'],
])('by %s, reversed %s: %s', (order, reversed, ids) => {
  const sorted = sortClips(clips, order, reversed);
  expect(sorted.map(({ id }) => id).join('')).toBe(ids);
});

test('leaves the list it was given as it is', () => {
  sortClips(clips, 'saved');
  expect(clips.map(({ id }) => id).join('')).toBe('abcd');
});
