/** What only Chromium lets a test do: the toolbar button with its activeTab, shortcuts, a killed worker, a reloaded extension. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { Harness } from '../../scripts/harness';
import { inBrowsers } from './in-browsers';
import { fixture, markup } from './surfaces';

const text = (page: Page) => page.evaluate(() => document.body.innerText);

async function serve(harness: Harness, name: string): Promise<string> {
  const { html, expected } = await fixture(name);
  harness.serve(expected.url, html);
  return expected.url;
}

inBrowsers(['chromium'], (browser) => {
  let harness: Harness;
  let county: string;
  let mirror: string;

  beforeAll(async () => {
    harness = browser.harness;
    county = await serve(harness, 'seed-county');
    mirror = await serve(harness, 'seed-mirror');
  });

  test('does nothing on a site that is no government host', async () => {
    const page = await harness.visit(mirror);
    const popup = await harness.popupFor(page);
    expect(await popup.$eval('h1', (h1) => h1.getAttribute('data-state'))).toBe('unreachable');
    await popup.close();
    await page.close();
  });

  test('a click on the toolbar button reads the mirror of the seed, repairs and converts it, and gives it back', async () => {
    const page = await harness.visit(mirror);
    const before = await markup(page);
    const popup = await harness.clickToolbarButton(page);
    expect(await popup.$eval('.repair', (line) => line.textContent)).toMatch(/142.*1$/);
    const press = () => popup.evaluate(() => document.querySelector<HTMLButtonElement>('[role=switch]')?.click());
    await press();
    await expect.poll(() => text(page)).toContain('2012年5月17日上午,广陵区区委书记陈锴竑率队专题调研文昌商圈建设工作');
    expect(await text(page)).toContain('因为商圈的生命就在于它的诚信。');
    expect(await text(page)).not.toMatch(/[一-鿿]\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/);
    await press();
    await expect.poll(() => markup(page)).toBe(before);
    await page.close();
  });

  test('shortcuts convert and clear the page and save the article', async () => {
    const page = await harness.visit(county);
    const before = await markup(page);
    await harness.pressShortcut('toggle-script', page);
    await expect.poll(() => text(page)).toContain('广陵区区委书记');
    await harness.pressShortcut('toggle-script', page);
    await expect.poll(() => markup(page)).toBe(before);
    await harness.pressShortcut('toggle-focus', page);
    await expect.poll(() => markup(page)).not.toBe(before);
    await harness.pressShortcut('toggle-focus', page);
    await expect.poll(() => markup(page)).toBe(before);
    await harness.pressShortcut('save-clip', page);
    await expect.poll(() => harness.badgeOf(page)).toBe('藏');
    await page.close();
  });

  test('the badge says that an article is in traditional script', async () => {
    const url = await serve(harness, 'hongkong-press-release');
    const page = await harness.visit(url);
    await expect.poll(() => harness.badgeOf(page)).toBe('繁');
    await page.close();
  });

  test('a worker stopped between preview and save saves all the same, once', async () => {
    const url = await serve(harness, 'taiwan-city-news');
    const page = await harness.visit(url);
    const popup = await harness.popupFor(page);
    await popup.waitForSelector('#save');
    await harness.stopWorker();
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
    await popup.close();
    const library = await harness.extensionPage('library.html', '#clips li', 1000, 700);
    const urls = await library.$$eval('#clips a', (rows) => rows.length);
    expect(urls).toBe(2); // this one, and the one saved by shortcut above
    await library.close();
    await page.close();
  });

  test('an extension reloaded under an open tab gives the page back, and can read it again', async () => {
    const page = await harness.visit(county);
    const before = await markup(page);
    await harness.pressShortcut('toggle-script', page);
    await harness.pressShortcut('toggle-focus', page);
    await expect.poll(() => markup(page)).not.toBe(before);
    await harness.reloadExtension();
    await expect.poll(() => markup(page), { timeout: 5000 }).toBe(before);
    const popup = await harness.popupFor(page);
    expect(await popup.$eval('h1', (h1) => h1.getAttribute('data-state'))).toBe('article');
    await popup.close();
    await page.close();
  });
});

/** The browser's own permission dialog takes no click from a test; a granted host stands for one that was accepted. */
inBrowsers(
  ['chromium'],
  (browser) => {
    test('a site the reader has added works by itself: the badge is there without a click', async () => {
      const { harness } = browser;
      const page = browser.keep(await harness.visit(await serve(harness, 'seed-mirror')));
      // The site is registered in its own time; until then a page has to be loaded again.
      const badge = async () => {
        await page.reload();
        return harness.badgeOf(page);
      };
      await expect.poll(badge, { timeout: 15_000 }).toBe('繁');
    });
  },
  { granted: ['*://www.topdq.example/*'] },
);
