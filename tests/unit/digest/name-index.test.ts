import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameIndex } from '../../../utils/digest/name-index';

const ENDINGS = ['', '街道'];

function indexOf(names: readonly string[], ending = 0): NameIndex {
  const index = new NameIndex(names.join(' '), names.length, ENDINGS);
  let start = 0;
  for (const name of names) {
    index.add(start, name.length, ending);
    start += name.length + 1;
  }
  return index;
}

test('finds the longest name at a place', () => {
  const index = indexOf(['红旗', '红旗镇', '扬州']);
  expect(index.startingAt('来到红旗镇', 2)).toBe('红旗镇');
  expect(index.startingAt('来到红旗村', 2)).toBe('红旗');
  expect(index.startingAt('来到红旗镇', 3)).toBe('');
  expect(index.lengthAt('扬', 0)).toBe(0);
  expect(index.lengthAt('', 0)).toBe(0);
});

test('a name keeps all its numbers, in the order they were entered', () => {
  const index = indexOf(['朝阳', '海淀', '朝阳']);
  expect(index.numbersOf('朝阳')).toEqual([0, 2]);
  expect(index.numbersOf('丰台')).toEqual([]);
  expect(index.nameOf(1)).toBe('海淀');
});

test('an ending that the text leaves out is part of the name', () => {
  const index = indexOf(['红旗', '东'], 1);
  expect(index.nameOf(0)).toBe('红旗街道');
  expect(index.startingAt('红旗街道办', 0)).toBe('红旗街道');
  expect(index.startingAt('红旗大街', 0)).toBe('');
  expect(index.startingAt('东街道', 0)).toBe('东街道');
  expect(index.numbersOf('东街道')).toEqual([1]);
});

test('agrees with a set', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), word, (names, text) => {
      const longest = names
        .filter((name) => text.startsWith(name))
        .reduce((best, name) => (name.length > best.length ? name : best), '');
      expect(indexOf(names).startingAt(text, 0)).toBe(longest);
    }),
  );
});
