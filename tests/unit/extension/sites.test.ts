import { expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { isGovernmentPage, siteName, sitePattern, typedSitePattern } = await import('../../../utils/extension/sites');

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

test.each([
  ['www.example.com', '*://www.example.com/*'],
  [' https://www.example.com/news/1.html?a=b ', '*://www.example.com/*'],
  ['http://example.com:8080/', '*://example.com/*'],
  ['EXAMPLE.com/path', '*://example.com/*'],
  ['测试.example', '*://xn--0zwm56d.example/*'],
  ['example', null],
  ['two words.example', null],
  ['chrome://extensions', null],
  ['file:///tmp/page.html', null],
  ['javascript:alert(1)', null],
  ['', null],
])('typed as %j it is %j', (typed, pattern) => {
  expect(typedSitePattern(typed)).toBe(pattern);
});

test.each([
  ['*://www.example.com/*', 'www.example.com'],
  ['https://dav.example.com/*', 'dav.example.com'],
  ['*://*.example.com/*', '*://*.example.com/*'],
  ['<all_urls>', '<all_urls>'],
])('the name of %s is %s', (pattern, name) => {
  expect(siteName(pattern)).toBe(name);
});
