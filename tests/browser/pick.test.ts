/** The reader points at the article, by pointer and by keyboard; the page hears nothing of it, and its site is remembered. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inBrowsers, KINDS } from './in-browsers';
import { fixture, items, markup, state } from './surfaces';

const PICKER = 'qingyue-picker';
const NOTHING_ALLOWED = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'none'">`;
/** A page whose second half finding takes for its chrome. */
const ASIDE =
  '<div class="sidebar-notice"><h3>便民提示</h3><p>办理窗口自2024年6月3日起迁至城东路。</p><p>请市民相互转告。</p></div>';
/** What a page can hear of the pointer and the keys, from the window down, before anyone else. That the pointer has come over an element it always hears. */
const LISTEN = `<script>window.heard = [];
  for (const type of ['pointerdown', 'pointerup', 'pointermove', 'mousedown', 'mouseup', 'mousemove', 'click', 'wheel', 'keydown', 'keypress', 'keyup', 'touchstart'])
    for (const target of [window, document]) target.addEventListener(type, (event) => heard.push(event.type), true);</script>`;

const isThere = (page: Page) => page.evaluate((host) => document.querySelector(host) !== null, PICKER);
/** The dates of the article that the popup shows: the notice has one, the seed another. */
const days = async (popup: Page) => {
  await popup.waitForSelector('.digest-date');
  return (await items(popup, 'date')).map(([name]) => name);
};
const OF_NOTICE = ['2024年6月3日'];
const OF_SEED = ['2012年5月17日上午'];
const pick = (popup: Page) => popup.$eval('.pick', (line) => line.getAttribute('data-pick'));

inBrowsers(KINDS, (browser) => {
  let number = 0;

  /** The seed's page on a site of its own, with `head` in its head and the notice before its end. */
  async function visit(site: string, head = LISTEN, aside = ASIDE): Promise<Page> {
    const { html } = await fixture('seed-county');
    const url = `https://${site}.gov.cn/page-${number++}.html`;
    const text = html.toString().replace(/<head[^>]*>/i, (tag) => tag + head);
    return browser.visit(url, text.replace('</body>', `${aside}</body>`));
  }

  /** Starts picking from the popup, and leaves the popup open in its tab. */
  async function startPicking(page: Page): Promise<Page> {
    const popup = await browser.popupFor(page);
    await popup.click('#pick');
    await expect.poll(() => isThere(page)).toBe(true);
    await page.bringToFront();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await page.evaluate(() => (window as unknown as { heard: string[] }).heard?.splice(0));
    return popup;
  }

  const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

  async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
    return page.$eval(selector, (element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 3, y: top + height / 2 };
    });
  }

  test('a click picks the block under the pointer; it is read, remembered for the site, and forgotten', async () => {
    const page = await visit('www.pick-a');
    const before = await markup(page);
    const popup = await startPicking(page);
    const { x, y } = await middleOf(page, '.sidebar-notice p');
    await page.mouse.move(x - 4, y - 4);
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await expect.poll(() => pick(popup).catch(() => null)).toBe('used');
    expect(await heard(page)).toEqual([]);
    await expect.poll(() => days(popup)).toEqual(OF_NOTICE);

    const next = await browser.popupFor(await visit('www.pick-a'));
    expect(await state(next)).toBe('article');
    expect([await pick(next), await days(next)]).toEqual(['used', OF_NOTICE]);

    const elsewhere = await browser.popupFor(await visit('www.pick-b'));
    expect(await pick(elsewhere)).toBe('none');

    const without = await browser.popupFor(await visit('www.pick-a', LISTEN, ''));
    expect([await pick(without), await days(without)]).toEqual(['missed', OF_SEED]);

    await next.bringToFront();
    await next.click('#pick-forget');
    await expect.poll(() => pick(next)).toBe('none');
    await expect.poll(() => days(next)).toEqual(OF_SEED);
    await expect.poll(() => isThere(page), { timeout: 10_000 }).toBe(false);
    expect(await markup(page)).toBe(before);
  });

  test('arrows walk to what holds a block, what is in it and what is beside it; Enter picks; the focus goes back', async () => {
    const page = await visit('www.pick-c');
    await page.evaluate(() => (document.querySelector('a') as HTMLElement).focus());
    const popup = await startPicking(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(PICKER);
    // Out to the body's own blocks, along to the last of them, and into its first and next.
    for (let out = 0; out < 12; out++) await page.keyboard.press('ArrowUp');
    for (let along = 0; along < 12; along++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    for (let round = 0; round < 9; round++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(PICKER);
    expect(await heard(page)).toEqual([]);
    await page.keyboard.down('Shift');
    for (let round = 0; round < 4; round++) await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Escape');
    await expect.poll(() => isThere(page)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
    expect(await pick(popup)).toBe('none');

    await popup.bringToFront();
    await startPicking(page);
    for (let out = 0; out < 12; out++) await page.keyboard.press('ArrowUp');
    for (let along = 0; along < 12; along++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('a');
    const read = await browser.popupFor(page);
    expect([await pick(read), await days(read)]).toEqual(['used', OF_NOTICE]);
  });

  test('Escape leaves the page as it was', async () => {
    const page = await visit('www.pick-d');
    const before = await markup(page);
    const frames = await page.evaluate(() => window.length);
    await startPicking(page);
    expect(await page.evaluate(() => window.length)).toBe(frames);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await expect.poll(() => isThere(page)).toBe(false);
    expect(await markup(page)).toBe(before);
  });

  test('works on a page whose policy forbids everything', async () => {
    const page = await visit('www.pick-e', NOTHING_ALLOWED + LISTEN);
    const popup = await startPicking(page);
    const { x, y } = await middleOf(page, '.sidebar-notice p');
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await expect.poll(() => pick(popup).catch(() => null)).toBe('used');
    expect(await heard(page)).toEqual([]);
  });
});
