/** The first run in real browsers: the page is opened once, and what is tried on its sample is the real thing. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browsers';
import { Harness } from '../../scripts/harness';
import { KINDS } from './in-browsers';
import { items } from './surfaces';

const LIKE_THE_PAGE = '2012年5月17日上午,廣陵區(qū)區(qū)委書記陳鍇竑率隊';
const CONVERTED = '2012年5月17日上午,广陵区区委书记陈锴竑率队';

const sample = (page: Page) =>
  page.evaluate(() => {
    const { contentDocument, contentWindow } = document.querySelector('#sample') as HTMLIFrameElement;
    const highlights = (contentWindow as unknown as typeof globalThis).CSS.highlights;
    const isVisible = (selector: string) => contentDocument?.querySelector(selector)?.checkVisibility() ?? null;
    return {
      markup: contentDocument?.documentElement.outerHTML ?? '',
      text: contentDocument?.body.innerText ?? '',
      visible: ['.banner', '.menu', '.aside', '.footer', '.article h1', '.TRS_Editor'].filter(isVisible),
      marked: [...(highlights.get('qingyue-current') ?? [])].map(String),
      // Links of the style sheet and of nothing else: the sample loads nothing.
      loads: [...(contentDocument?.querySelectorAll('[src], [href]') ?? [])].length,
      banner: contentWindow?.getComputedStyle(contentDocument?.querySelector('.banner') as Element).color,
    };
  });

const click = (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    (element as HTMLElement).click();
  });
const isOn = (page: Page, id: string) => page.$eval(id, (element) => element.getAttribute('aria-checked') === 'true');

describe.each(KINDS)('%s', (kind) => {
  describe.skipIf(!findBrowser(kind) && !process.env.CI)('the first run', () => {
    let harness: Harness;
    let page: Page;

    beforeAll(async () => {
      harness = await Harness.start(kind, { welcome: true });
      page = await harness.welcomePage();
      await page.setViewport({ width: 1200, height: 900 });
      await page.waitForSelector('#convert');
    });
    afterAll(() => harness?.stop());
    afterEach(() => {
      expect(harness.errors.splice(0)).toEqual([]);
      expect(harness.outsideRequests).toEqual([]);
    });

    async function choose(language: string, tag: string): Promise<void> {
      await page.select('#language', language);
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, tag);
      await page.waitForSelector('#convert');
    }

    test.each([
      ['en', 'en', 'Welcome to Qingyue'],
      ['zh_TW', 'zh-Hant', '歡迎使用清閱'],
      ['zh_CN', 'zh-Hans', '欢迎使用清阅'],
    ])('speaks %s', async (language, tag, title) => {
      await choose(language, tag);
      expect(await page.$eval('h1', (h1) => h1.textContent)).toBe(title);
    });

    test('shows a damaged page in traditional script, which loads nothing from anywhere', async () => {
      const { text, visible, loads, banner } = await sample(page);
      expect(text).toContain(LIKE_THE_PAGE);
      expect(visible).toHaveLength(6);
      expect(loads).toBe(1);
      expect(banner).toBe('rgb(255, 255, 255)');
      expect(await page.$eval('.repair', (line) => line.textContent)).toBe('58 处插入拼音已修复');
    });

    test('converts the sample and gives it back byte for byte', async () => {
      const before = await sample(page);
      await click(page, '#convert');
      await expect.poll(() => isOn(page, '#convert')).toBe(true);
      await expect.poll(async () => (await sample(page)).text).toContain(CONVERTED);
      await click(page, '#convert');
      await expect.poll(() => isOn(page, '#convert')).toBe(false);
      await expect.poll(async () => (await sample(page)).markup).toBe(before.markup);
    });

    test('leaves nothing but the article, and brings everything back', async () => {
      const before = await sample(page);
      await click(page, '#focus');
      await expect.poll(async () => (await sample(page)).visible).toEqual(['.article h1', '.TRS_Editor']);
      await click(page, '#focus');
      await expect.poll(async () => (await sample(page)).markup).toBe(before.markup);
    });

    test('lists dates, people and places, and marks them on the sample', async () => {
      expect(await items(page, 'person')).toEqual([
        ['陳鍇竑', '廣陵區區委書記'],
        ['趙長松', '區領導'],
        ['居益芬', '區領導'],
        ['徐德林', '區領導'],
      ]);
      await click(page, '.digest-person button.item');
      await expect.poll(async () => (await sample(page)).marked).toEqual(['陳鍇竑']);
    });

    test('saves as a rehearsal: it says so, and the library stays empty', async () => {
      await page.bringToFront();
      await page.type('#note', '试一试');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#rehearsed');
      const said = await page.$eval('#rehearsed', (element) => element.textContent);
      expect(said).toContain('没有写入任何内容');
      expect(said).toContain('陳鍇竑調研文昌商圈建設工作');
      expect(said).toContain('试一试');
      const library = await harness.extensionPage('library.html', '#clips[data-state=ready]', 1000, 700);
      expect(await library.$$('#clips li')).toEqual([]);
      await library.close();
    });

    test('says where the button is and which shortcuts there are', async () => {
      const words = await page.$eval('footer', (footer) => (footer as HTMLElement).innerText);
      expect(words).toContain(kind === 'firefox' ? '固定到工具栏' : '图钉');
      expect(words).toContain('Alt+Shift+Q');
    });

    test('reflows at 320 pixels', async () => {
      await page.setViewport({ width: 320, height: 700 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.setViewport({ width: 1200, height: 900 });
    });

    test.skipIf(kind === 'firefox')('is not opened again by an update', async () => {
      await page.close();
      await harness.reloadExtension();
      const options = await harness.extensionPage('options.html', 'main');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const urls = await options.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: the page has the extension's `chrome`, this process has no type for it
        const tabs = await (globalThis as any).chrome.tabs.query({});
        return tabs.map(({ url }: { url?: string }) => url ?? '') as string[];
      });
      expect(urls.filter((url) => url.startsWith(harness.origin))).toEqual([options.url()]);
    });
  });
});
