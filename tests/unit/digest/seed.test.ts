import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeDigest } from '../../../utils/digest/make-digest';

const LINES = readFileSync(new URL('./seed-article.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const DIGEST = makeDigest({ title: '', lines: LINES, published: null, source: '揚州.廣陵區', host: 'example.com' });
const place = (name: string) => DIGEST.places.find((entry) => entry.name === name);

describe('the digest of the seed article', () => {
  test('names the four people with their roles and nobody else', () => {
    expect(DIGEST.people.map(({ name, roles, credit }) => ({ name, roles, credit }))).toEqual([
      { name: '陳鍇竑', roles: ['廣陵區區委書記'], credit: false },
      { name: '趙長松', roles: ['區領導'], credit: false },
      { name: '居益芬', roles: ['區領導'], credit: false },
      { name: '徐德林', roles: ['區領導'], credit: false },
    ]);
  });

  test('finds every mention of a person', () => {
    const [secretary] = DIGEST.people;
    expect(secretary?.simplified).toBe('陈锴竑');
    expect(secretary?.mentions).toHaveLength(7);
    for (const { line, start, end } of secretary?.mentions ?? []) expect(LINES[line]?.slice(start, end)).toBe('陳鍇竑');
  });

  test('lists the places', () => {
    const names = DIGEST.places.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['廣陵區', '文昌商圈', '汶河街道', '東關街道', '珍園', '先鋒驛站']));
    expect(names).not.toContain('文昌');
  });

  test('completes the chains of divisions', () => {
    expect(place('廣陵區')).toMatchObject({
      simplified: '广陵区',
      kind: 'county',
      chain: ['江苏省', '扬州市', '广陵区'],
      uncertain: false,
      code: '321002',
    });
    expect(place('東關街道')).toMatchObject({
      kind: 'township',
      chain: ['江苏省', '扬州市', '广陵区', '东关街道'],
      uncertain: false,
    });
  });

  test('reads the one date and no number of the footer', () => {
    expect(DIGEST.dates).toEqual([
      {
        text: '2012年5月17日上午',
        iso: '2012-05-17',
        basis: 'stated',
        mentions: [{ line: 0, start: 0, end: 12 }],
      },
    ]);
  });
});
