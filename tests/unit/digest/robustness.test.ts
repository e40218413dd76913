import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest } from '../../../utils/digest/digest';
import { makeDigest } from '../../../utils/digest/make-digest';
import { normalise } from '../../../utils/digest/normalise';

const WORDS =
  '扬州市 廣陵區 县长 张三 李小四 、 , 。 5月 17日 今( ) 2024年 来到 公园 社区 等 · 記者 : 任 \ud800 😀 𬱟 ○ １ constructor __proto__'.split(
    ' ',
  );
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

function digestOf(title: string, lines: string[]): Digest {
  return makeDigest({ title, lines, published: '2024-05-20', source: null, host: 'example.tw' });
}

test('normalising keeps the length', () => {
  fc.assert(fc.property(text, (line) => normalise(line).length === line.length));
  expect(normalise('○１２，廣陵區')).toBe('〇12,广陵区');
});

test('any text gives a digest whose mentions lie inside its lines', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (title, lines) => {
      const digest = digestOf(title, lines);
      for (const item of [...digest.dates, ...digest.people, ...digest.places, ...digest.organisations]) {
        expect(item.mentions.length).toBeGreaterThan(0);
        for (const { line, start, end } of item.mentions) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual([title, ...lines][line + 1]?.length ?? -1);
        }
      }
    }),
  );
});

test('the same text gives the same digest', () => {
  fc.assert(
    fc.property(text, (line) => {
      expect(digestOf('', [line])).toEqual(digestOf('', [line]));
    }),
    { numRuns: 30 },
  );
});

test.each(['王', '1月', '书记张三、', '扬州市', '王·', '来到', '(', '副', '一', '将1日', '记者 '])(
  '%s repeated to 200,000 characters without a sentence end',
  (unit) => {
    const digest = digestOf('', [unit.repeat(Math.ceil(200_000 / unit.length))]);
    expect(digest.people.length).toBeLessThanOrEqual(1);
  },
  60_000,
);
