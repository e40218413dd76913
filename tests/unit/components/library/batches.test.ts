import { expect, test } from 'vitest';
import { batchesOf } from '../../../../components/library/batches';
import { shortTitle } from '../../../../components/library/short-title';
import { Chunks } from '../../../../components/library/transfer/chunks';
import { makeClip } from '../../clips/make-clip';

test('clips that need the same change go together', () => {
  const clips = [makeClip({ id: 'a', tags: ['党建'] }), makeClip({ id: 'b' }), makeClip({ id: 'c' })];
  expect(batchesOf(clips, ({ tags }) => ({ tags: [...new Set([...tags, '调研'])] }))).toEqual([
    { ids: ['a'], change: { tags: ['党建', '调研'] } },
    { ids: ['b', 'c'], change: { tags: ['调研'] } },
  ]);
});

test('records are gathered into messages of bounded size, in order; one that is larger goes alone', () => {
  const chunks = new Chunks<string>(7);
  const sent = ['一', '二二', '三三三三三三三三', '四'].flatMap((record) => {
    const full = chunks.add(record);
    return full ? [full] : [];
  });
  expect([...sent, chunks.rest()]).toEqual([['一', '二二'], ['三三三三三三三三'], ['四']]);
  expect(chunks.rest()).toEqual([]);
});

test('a long title is cut in a sentence, between characters', () => {
  expect(shortTitle('关于开展调研的通知')).toBe('关于开展调研的通知');
  expect(shortTitle('𠮷'.repeat(100_000))).toBe(`${'𠮷'.repeat(40)}…`);
});
