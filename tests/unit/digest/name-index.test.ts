import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameIndex } from '../../../utils/digest/name-index';

function indexOf(names: readonly string[], suffix = ''): NameIndex {
  const index = new NameIndex(names.length);
  index.open(names.join(' '));
  let start = 0;
  for (const [value, name] of names.entries()) {
    index.add(start, name.length, suffix, value);
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
  expect(index.valuesAt('朝阳', 0, 2)).toEqual([0, 2]);
  expect(index.valuesAt('丰台', 0, 2)).toEqual([]);
});

test('an ending that the text leaves out is part of the name', () => {
  const index = indexOf(['红旗', '东关'], '街道');
  expect(index.startingAt('东关街道办', 0)).toBe('东关街道');
  expect(index.startingAt('东关大街', 0)).toBe('');
});

test('agrees with a set', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), word, (names, text) => {
      const longest = names
        .filter((name) => text.startsWith(name))
        .reduce((best, name) => (name.length > best.length ? name : best), '');
      expect(indexOf(names).startingAt(text, 0)).toBe(longest);
    }),
  );
});
