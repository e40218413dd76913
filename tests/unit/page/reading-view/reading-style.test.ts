import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHOICES, cleanStyle, RANGES, USUAL_STYLE } from '../../../../utils/page/reading-view/reading-style';

test('the usual style', () => {
  expect(USUAL_STYLE).toEqual({
    size: 20,
    width: 36,
    leading: 1.8,
    spacing: 0,
    rate: 1,
    font: 'song',
    theme: 'auto',
    script: 'simplified',
    indent: true,
  });
});

test('keeps what is right, brings numbers into range, replaces the rest', () => {
  const stored = {
    size: 99,
    width: 1,
    leading: 2,
    spacing: '0.1',
    rate: Number.NaN,
    font: 'hei',
    theme: 'pink',
    indent: false,
  };
  expect(cleanStyle(stored)).toEqual({ ...USUAL_STYLE, size: 32, width: 20, leading: 2, font: 'hei', indent: false });
});

test('any value gives a style, and a style stays as it is', () => {
  const names = [...Object.keys(RANGES), ...Object.keys(CHOICES), 'indent'];
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...names), fc.anything())), (value) => {
      const style = cleanStyle(value);
      expect(cleanStyle(style)).toEqual(style);
    }),
  );
});
