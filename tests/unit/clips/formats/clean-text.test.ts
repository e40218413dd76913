import { expect, test } from 'vitest';
import { cleanText, oneLine } from '../../../../utils/clips/formats/clean-text';

test('what XML forbids is dropped, lines end in a line feed', () => {
  expect(cleanText('a\u0000\u0008b\tc\r\nd\re\u2028f\u0085\ufffe\uffffg')).toBe('ab\tc\nd\ne\nfg');
});

test('lone surrogates become the replacement character, pairs stay', () => {
  expect(cleanText('\ud800𠮷\udc00')).toBe('\ufffd𠮷\ufffd');
});

test('one line has no break and no bidirectional control', () => {
  expect(oneLine(' \u202e甲\r\n\t乙\u2069　丙 ')).toBe('甲 乙 丙');
});
