import { expect, test } from 'vitest';
import { isToneless, isToneMarked, numberedSyllable } from '../../../utils/script/pinyin';

test.each([
  ['yàn', 'yan4'],
  ['qū', 'qu1'],
  ['lǜ', 'lv4'],
  ['nǚ', 'nv3'],
  ['zhuó', 'zhuo2'],
  ['de', 'de0'],
  ['lü', 'lv0'],
  ['kɑ̌nɡ', 'kang3'],
])('%s is %s', (marked, numbered) => {
  expect(numberedSyllable(marked)).toBe(numbered);
});

test('one tone mark makes a syllable tone-marked', () => {
  expect(['yàn', 'yan', 'yàná'].map(isToneMarked)).toEqual([true, false, false]);
});

test('toneless syllables are told from abbreviations', () => {
  expect(['qu', 'zhuang', 'er', 'lv', 'a'].every(isToneless)).toBe(true);
  expect(['gdp', 'wto', 'xi', 'xx', 'zhuangg', ''].map(isToneless)).toEqual([false, false, true, false, false, false]);
});
