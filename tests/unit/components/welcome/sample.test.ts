import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillSample } from '../../../../components/welcome/sample-document';
import { SAMPLE_PAGE } from '../../../../components/welcome/sample-page';
import { digestInputOf } from '../../../../utils/digest/digest-input';
import { makeDigest } from '../../../../utils/digest/make-digest';
import { PageReader } from '../../../../utils/page/page-reader';

let window: Window & typeof globalThis;
let reader: PageReader;

beforeEach(() => {
  window = new JSDOM('', { pretendToBeVisual: true }).window as unknown as typeof window;
  window.Element.prototype.checkVisibility = () => true;
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  fillSample(window, SAMPLE_PAGE);
  reader = new PageReader(window, 'sample');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function article() {
  const page = reader.read();
  if (page.state !== 'article') throw new Error(page.kind);
  return page.reading;
}

test('the sample is an article in traditional script, and all its pinyin can be taken out', () => {
  const reading = article();
  expect(reading.article.title).toBe('陳鍇竑調研文昌商圈建設工作');
  expect(reading.article.published?.day).toBe('2012-05-18');
  expect(reading.script).toBe('traditional');
  expect(reading.repair).toEqual({ annotations: 58, shiftedRuns: 0, unrepaired: 0 });
});

test('its digest has dates, people with roles, and places to click on', () => {
  const { dates, people, places } = makeDigest(digestInputOf(article()));
  expect(dates.map(({ iso }) => iso)).toContain('2012-05-17');
  expect(people.map(({ name, roles }) => [name, ...roles])).toEqual([
    ['陳鍇竑', '廣陵區區委書記'],
    ['趙長松', '區領導'],
    ['居益芬', '區領導'],
    ['徐德林', '區領導'],
  ]);
  expect(places.map(({ name }) => name)).toEqual(expect.arrayContaining(['廣陵區', '汶河街道', '東關街道']));
});

test('it is converted, cleared and given back', async () => {
  const before = window.document.documentElement.outerHTML;
  await reader.convert(true, { protect: ['陳鍇竑'] });
  expect(window.document.querySelector('h1')?.textContent).toBe('陈锴竑调研文昌商圈建设工作');
  await reader.convert(false, {});
  reader.focus(true);
  const hidden = [...window.document.querySelectorAll<HTMLElement>('[style]')].map(({ className }) => className);
  expect(hidden).toEqual(expect.arrayContaining(['banner', 'menu', 'aside', 'footer']));
  reader.focus(false);
  expect(window.document.documentElement.outerHTML).toBe(before);
});
