import { expect, test } from 'vitest';
import { digestOf } from '../../../utils/extension/digests';

const article = (line: string) => ({ title: '', lines: [line], published: '2026-01-05', source: null, host: '' });

test('one digest is made for all who ask for the same article', () => {
  const digest = digestOf(article('区长张三来到汶河街道。'));
  expect(digest.people.map(({ simplified }) => simplified)).toEqual(['张三']);
  expect(digestOf(article('区长张三来到汶河街道。'))).toBe(digest);
  expect(digestOf({ ...article('区长张三来到汶河街道。'), published: '2026-01-06' })).not.toBe(digest);
});

test('the articles asked for last are kept', () => {
  const [first, second] = ['第一篇。', '第二篇。'].map((line) => digestOf(article(line)));
  for (const line of ['第三篇。', '第四篇。']) digestOf(article(line));
  expect(digestOf(article('第一篇。'))).toBe(first);
  digestOf(article('第五篇。'));
  expect(digestOf(article('第一篇。'))).toBe(first);
  expect(digestOf(article('第二篇。'))).not.toBe(second);
});
