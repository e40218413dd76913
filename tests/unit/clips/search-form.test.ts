import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchForm, searchTextOf } from '../../../utils/clips/search-form';
import { characterPairs, conversionTable } from '../../../utils/script/conversion-table';
import { simplify } from '../../../utils/script/simplify';

describe('the search form', () => {
  test.each([
    ['廣陵區區委書記陳鍇竑', '广陵区区委书记陈锴竑'],
    ['２０１２年５月１７日，ＡＢＣ', '2012年5月17日,abc'],
    ['  一\u3000\n 二\t', '一 二'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['\uf9dc', '隆'],
    ['扬府发〔2012〕5号', '扬府发[2012]5号'],
    ['', ''],
    ['\ud842', '\ud842'],
  ])('of %j is %j', (text, form) => {
    expect(searchForm(text)).toBe(form);
  });

  test.each([
    ['著作', '著作'],
    ['看著', '看着'],
    ['乾隆', '乾隆'],
    ['乾淨', '干净'],
    ['顯著', '显著'],
    ['計畫', '计划'],
    ['慰藉', '慰藉'],
    ['憑藉', '凭借'],
  ])('%s and %s are one', (traditional, simplified) => {
    expect(searchForm(traditional)).toBe(searchForm(simplified));
  });

  test('every character of the conversion table is one with its simplified character', () => {
    const { traditional, simplified } = characterPairs();
    const apart = Array.from(traditional, (unit, index) => String.fromCharCode(unit, simplified[index]!)).filter(
      ([from, to]) => searchForm(from!) !== searchForm(to!),
    );
    expect(apart).toEqual([]);
  });

  test('a character of a phrase has one form, wherever it stands', () => {
    const phrases = [...conversionTable().phrases.values()].flat();
    const byCharacter = (text: string) => Array.from(text, searchForm).join('');
    expect(phrases.length).toBeGreaterThan(500);
    expect(phrases.filter(({ key }) => searchForm(key) !== byCharacter(key))).toEqual([]);
    expect(phrases.filter(({ key, value }) => searchForm(key) !== byCharacter(value))).toEqual([]);
  });

  const CHARACTERS = [...'廣陵区區委书記書陳陈鍇竑著着乾干淨隆畫划發发髮後后裏里裡，,。 １2aAbB'];
  const text = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 30 });

  test('of a part is a part of the form of the whole, across scripts', () => {
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        expect(searchForm(before + part + after)).toContain(searchForm(part));
        expect(searchForm(simplify(before + part + after))).toContain(searchForm(part));
        expect(searchForm(before + part + after)).toContain(searchForm(simplify(part)));
      }),
    );
  });

  test('of a form is the form itself; any string has one', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(searchForm(searchForm(any))).toBe(searchForm(any));
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
        (any) => {
          expect(typeof searchForm(any)).toBe('string');
        },
      ),
    );
  });
});

test('the text of an article keeps its lines apart', () => {
  expect(searchTextOf('關於 座談會', ['第一段\n續', ' 第二段 '])).toBe('关于 座谈会\n第一段 续\n第二段');
});

test('a character with a hundred thousand marks keeps 30 of them', () => {
  expect(searchForm(`a${'\u0323\u0301'.repeat(50_000)}`)).toBe(
    `${'\u1ea1'}${'\u0323'.repeat(14)}${'\u0301'.repeat(15)}`,
  );
});
