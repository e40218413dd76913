import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeAddress } from '../../../../utils/clips/formats/safe-address';
import { anyText } from './any-text';

describe('safeAddress', () => {
  test.each(['https://a.example/?a=1&b=%20#x', 'HTTP://a.example/(x)', 'mailto:a@a.example'])('%s stays', (address) => {
    expect(safeAddress(address)).toBe(address);
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    '//a.example/',
    'https:',
    'https://\n',
    'http:/x',
    '',
  ])('%j is none', (address) => {
    expect(safeAddress(address)).toBeNull();
  });

  test('what could end an address is percent-encoded', () => {
    expect(safeAddress('https://a.example/"><b>{x}\\ \'`|\r\n')).toBe(
      'https://a.example/%22%3E%3Cb%3E%7Bx%7D%5C%20%27%60%7C%0D%0A',
    );
    expect(safeAddress('https://a.example/\ud800')).toBe('https://a.example/\ufffd');
  });

  test('no address breaks it', () => {
    fc.assert(
      fc.property(anyText(), (rest) => {
        expect(safeAddress(`https://a${rest}`)).not.toMatch(/[\s"'<>\\^`{|}]/);
      }),
    );
  });
});
