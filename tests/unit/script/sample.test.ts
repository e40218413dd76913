import { expect, test } from 'vitest';
import { looksTraditional } from '../../../utils/script/sample';

test.each([
  ['陳鍇竑一行首先來到文昌商圈先鋒驛站', true],
  ['陈锴竑一行首先来到文昌商圈先锋驿站', false],
  ['网站首页 新闻动态 陳鍇竑指出,文昌商圈黨委自成立以來,開展了豐富多彩的活動', true],
  ['The library is closed.', false],
  ['', false],
])('%j looks traditional: %j', (text, expected) => {
  expect(looksTraditional(text)).toBe(expected);
});
