import { expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { isGovernmentPage, sitePattern } = await import('../../../utils/extension/sites');

test.each([
  ['https://www.topdq.example/news/3021.html', '*://www.topdq.example/*'],
  ['http://topdq.example:8080/', '*://topdq.example/*'],
  ['chrome://version/', null],
  ['about:blank', null],
  ['file:///tmp/page.html', null],
  ['', null],
  ['not an address', null],
])('the site of %j is %j', (url, pattern) => {
  expect(sitePattern(url)).toBe(pattern);
});

test.each([
  ['https://www.yzglq.gov.cn/a.html', true],
  ['http://www.info.gov.hk/', true],
  ['https://gov.tw/', true],
  ['https://www.gov.cn.example.com/', false],
  ['https://notgov.cn/', false],
  ['file:///www.gov.cn/', false],
])('%j on a government host: %j', (url, expected) => {
  expect(isGovernmentPage(url)).toBe(expected);
});
