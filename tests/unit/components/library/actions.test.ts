import { beforeEach, expect, test, vi } from 'vitest';
import type { Notice } from '../../../../components/library/use-notice';
import { tagsOf } from '../../../../utils/clips/tags';
import { makeClip } from '../../clips/make-clip';

const ask = vi.fn(async (_name: string, _args: unknown) => {});
vi.mock('../../../../utils/extension/messages', () => ({ askBackground: ask }));
vi.mock('../../../../utils/extension/language', () => ({
  t: (key: string, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join(' '),
}));
const { clipActions } = await import('../../../../components/library/actions');

let told: Notice[];
const actions = clipActions((notice) => told.push(notice));

beforeEach(() => {
  told = [];
  ask.mockReset().mockResolvedValue(undefined);
});

test('undoing the trash gives every clip the state it had', async () => {
  vi.useFakeTimers({ now: new Date('2024-05-20T08:00:00Z') });
  const clips = [
    makeClip({ id: 'a' }),
    makeClip({ id: 'b' }),
    makeClip({ id: 'c', trashedAt: '2024-05-19T00:00:00.000Z' }),
  ];
  await actions.trash(clips);
  expect(ask.mock.calls).toEqual([
    ['clip:change', { clipIds: ['a', 'b', 'c'], change: { trashedAt: '2024-05-20T08:00:00.000Z' } }],
  ]);
  expect(told.at(-1)?.words).toBe('library_trashed library_several 3');

  ask.mockClear();
  await told.at(-1)?.undo?.();
  expect(ask.mock.calls).toEqual([
    ['clip:change', { clipIds: ['a', 'b'], change: { trashedAt: null } }],
    ['clip:change', { clipIds: ['c'], change: { trashedAt: '2024-05-19T00:00:00.000Z' } }],
  ]);
  vi.useRealTimers();
});

test('a tag is added once, and its undo gives every clip the tags it had', async () => {
  await actions.addTags([makeClip({ id: 'a' }), makeClip({ id: 'b', tags: ['调研', '党建'] })], tagsOf('党建，党建'));
  expect(ask.mock.calls).toEqual([
    ['clip:change', { clipIds: ['a'], change: { tags: ['党建'] } }],
    ['clip:change', { clipIds: ['b'], change: { tags: ['调研', '党建'] } }],
  ]);
  ask.mockClear();
  await told.at(-1)?.undo?.();
  expect(ask.mock.calls).toEqual([
    ['clip:change', { clipIds: ['a'], change: { tags: [] } }],
    ['clip:change', { clipIds: ['b'], change: { tags: ['调研', '党建'] } }],
  ]);
});

test('a change that failed is told in place of its success, without an undo', async () => {
  ask.mockRejectedValue(new Error('disk full'));
  await actions.star([makeClip({ id: 'a' })], true);
  expect(told).toEqual([{ words: 'library_change_failed disk full' }]);
});

test('deleting for good has no undo', async () => {
  await actions.deleteForever([makeClip({ id: 'a', title: '通知' })]);
  expect(ask.mock.calls).toEqual([['clip:delete', { clipIds: ['a'] }]]);
  expect(told).toEqual([{ words: 'library_gone library_named 通知' }]);
});
