import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchRanges, snippetOf } from '../../../utils/clips/matches';
import { simplify } from '../../../utils/script/simplify';

const matched = (text: string, query: string) =>
  matchRanges(text, query).map(({ start, end }) => text.slice(start, end));

describe('matches are marked on the text as it is written', () => {
  test.each([
    ['廣陵區區委書記', '区委', ['區委']],
    ['名著與著作', '著', ['著', '著']],
    ['２０１２年，ＡＢＣ', '2012 abc', ['２０１２', 'ＡＢＣ']],
    ['文昌商圈黨建', '文昌 商圈 昌商', ['文昌商圈']],
    ['文昌 \u3000商圈', '"文昌 商圈"', ['文昌 \u3000商圈']],
    ['一㍿二', '株式', ['㍿']],
    ['cafe\u0301s', 'café', ['cafe\u0301']],
    ['𣨼殢', '𣨼', ['𣨼殢']],
    ['没有', '会议', []],
    ['没有', '', []],
  ])('%j, %j: %j', (text, query, ranges) => {
    expect(matched(text, query)).toEqual(ranges);
  });

  test('ranges are in order and apart, and say in both scripts where the part stands', () => {
    const text = fc.string({ unit: fc.constantFrom(...'廣陵區著乾畫發後a１ '), maxLength: 20 });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom(...'區著乾發'), minLength: 1, maxLength: 3 }),
        text,
        (a, part, b) => {
          const whole = a + part + b;
          const ranges = matchRanges(whole, simplify(part));
          expect(ranges.some(({ start, end }) => whole.slice(start, end).includes(part))).toBe(true);
          for (let index = 1; index < ranges.length; index++) {
            expect(ranges[index]!.start).toBeGreaterThan(ranges[index - 1]!.end);
          }
        },
      ),
    );
  });

  test('any text and query', () => {
    const any = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(any, any, (text, query) => {
        for (const { start, end } of matchRanges(text, query)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('a snippet', () => {
  test('shows the first line with a match, as written', () => {
    const text = '區委書記調研\n聽取了汶河街道的匯報。\n汶河街道';
    expect(snippetOf(text, '汶河')).toEqual({ before: '聽取了', match: '汶河', after: '街道的匯報。' });
  });

  test('is cut to 16 characters before and 80 after, no character in half', () => {
    const snippet = snippetOf(`${'𠮷'.repeat(20)}一会议${'後'.repeat(200)}`, '會議');
    expect(snippet).toEqual({ before: `${'𠮷'.repeat(7)}一`, match: '会议', after: '後'.repeat(80) });
  });

  test('is null without a match', () => {
    expect(snippetOf('会议', '調研')).toBeNull();
    expect(snippetOf('会议', '')).toBeNull();
  });
});
