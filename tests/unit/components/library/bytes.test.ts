import { expect, test } from 'vitest';
import { bytesWords } from '../../../../components/library/care/bytes';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [12_345_678, '12.3 MB'],
  [345_678_901, '346 MB'],
  [7e15, '7000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words);
});
