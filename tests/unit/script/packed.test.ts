import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSign, packNumbers, unfoldSign, unpackNumbers } from '../../../utils/script/packed';

test('numbers take one, two or three printable characters', () => {
  expect([0, 56, 57, 2057, 2058, 55_040].map((number) => packNumbers([number]).length)).toEqual([1, 1, 2, 2, 3, 3]);
  expect(packNumbers([0, 1])).toBe('()');
});

test('what is packed is unpacked', () => {
  const number = fc.integer({ min: 0, max: 55_040 });
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers);
    }),
  );
});

test.each([-1, 0.5, 55_041, Number.NaN])('%s cannot be packed', (number) => {
  expect(() => packNumbers([number])).toThrow(RangeError);
});

test('signs are folded and unfolded', () => {
  expect([0, -1, 1, -2, 2].map(foldSign)).toEqual([0, 1, 2, 3, 4]);
  expect([0, 1, 2, 3, 4].map(unfoldSign)).toEqual([0, -1, 1, -2, 2]);
});
