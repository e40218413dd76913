import { describe, expect, test } from 'vitest';
import { augment, gatherNames } from '../../../training/augmentation';
import { hostOf, readLabelled, readMarkedLine } from '../../../training/corpus';
import { foldsBySource } from '../../../training/cross-validation';
import { createRandom } from '../../../training/random';
import { readUner } from '../../../training/uner';

describe('labelled text', () => {
  test('an inline label becomes a mark on normalised text', () => {
    expect(readMarkedLine('縣長[p:張三]來到[v:東風公園]。')).toEqual({
      text: '县长张三来到东风公园。',
      marks: [
        { start: 2, end: 4, kind: 'p' },
        { start: 6, end: 10, kind: 'v' },
      ],
    });
  });

  test('inserted pronunciations are taken out, and a document knows its source', () => {
    const text =
      '#doc a1 script=c noise=1 url=http://www.example.gov.cn/1.html\n#people 张三\n县(xiàn)长[p:张(zhāng)三]。\n';
    expect(readLabelled('file.txt', text)).toEqual([
      {
        id: 'a1',
        source: 'example.gov.cn',
        lines: [{ text: '县长张三。', marks: [{ start: 2, end: 4, kind: 'p' }] }],
      },
    ]);
    expect(readLabelled('file.txt', '#doc a2 url=none\n王小明。')[0]?.source).toBe('file.txt');
    expect(hostOf('not an address')).toBe('');
  });

  test('a chain of divisions is taken apart level by level', () => {
    const rows = '1\t江苏省\tB-LOC\t-\t-\n2\t扬州市\tI-LOC\t-\t-\n3\t的\tO\t-\t-\n4\t张三\tB-PER\t-\t-\n';
    expect(readUner('sample', rows).lines).toEqual([
      {
        text: '江苏省扬州市的张三',
        marks: [
          { start: 0, end: 3, kind: 'l' },
          { start: 3, end: 6, kind: 'l' },
          { start: 7, end: 9, kind: 'p' },
        ],
      },
    ]);
  });
});

test('augmentation changes names and nothing between them', () => {
  const documents = readLabelled('file.txt', '#doc a url=none\n县长[p:张三]来到[l:红旗镇],[p:张三]指出。');
  const line = documents[0]?.lines[0] ?? { text: '', marks: [] };
  const pool = gatherNames(documents);
  for (let seed = 0; seed < 50; seed += 1) {
    const { text, marks } = augment(line, pool, createRandom(seed));
    const names = marks.map(({ start, end }) => text.slice(start, end));
    expect(text).toBe(`县长${names[0]}来到${names[1]},${names[2]}指出。`);
    expect(names[0]).toBe(names[2]);
    expect(names[1]).toMatch(/镇$/);
    expect(marks.map(({ kind }) => kind)).toEqual(['p', 'l', 'p']);
  }
});

test('no source stands in two folds, and each in one', () => {
  const documents = Array.from({ length: 40 }, (_, index) => ({ source: `host ${index % 13}`, weight: index + 1 }));
  const folds = foldsBySource(documents, 4, 1);
  expect(folds).toHaveLength(4);
  expect(folds.flatMap((sources) => [...sources]).sort()).toEqual(
    [...new Set(documents.map(({ source }) => source))].sort(),
  );
  expect(foldsBySource(documents, 4, 1)).toEqual(folds);
});
