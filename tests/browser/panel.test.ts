/** The panel beside the page, and what popup and panel share: copying a citation, and saving from the keyboard. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inBrowsers, KINDS } from './in-browsers';
import { type Expected, fixture, isOn, press, state, textOf } from './surfaces';

const title = (surface: Page) => textOf(surface, '.headline h2');
const valueIn = (surface: Page, selector: string) =>
  surface.evaluate(
    (wanted) => document.querySelector<HTMLTextAreaElement | HTMLSelectElement>(wanted)?.value ?? null,
    selector,
  );

/** Types without bringing the tab to the front, which the panel would take for the tab to show. */
const typeNote = (surface: Page, text: string) =>
  surface.evaluate((typed) => {
    const box = document.querySelector('#note') as HTMLTextAreaElement;
    box.value = typed;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);

/** Presses the button by the keyboard; what it copies, caught on the way to the clipboard. */
async function copyCitation(surface: Page): Promise<string | null> {
  await surface.evaluate(() => {
    const clipboard = { writeText: async (text: string) => document.body.setAttribute('data-copied', text) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
  await surface.focus('#cite');
  await surface.keyboard.press('Enter');
  await expect.poll(() => textOf(surface, '.cite [role=status]')).not.toBe('');
  return surface.$eval('body', (body) => body.getAttribute('data-copied'));
}

inBrowsers(KINDS, (browser) => {
  async function visitFixture(name: string): Promise<{ page: Page; expected: Expected }> {
    const { html, expected } = await fixture(name);
    return { page: await browser.visit(expected.url, html), expected };
  }
  /** Opened as a page the panel stands in a tab of its own, and follows the one that is brought to the front. */
  const openPanel = async () => browser.keep(await browser.harness.extensionPage('sidepanel.html', 'main', 280, 700));
  async function frontPopup(page: Page): Promise<Page> {
    const popup = await browser.popupFor(page);
    await popup.bringToFront();
    return popup;
  }

  test('the panel follows the tab in front of its window, and keeps what was typed for each page', async () => {
    const article = await visitFixture('seed-county');
    const list = await visitFixture('county-list');
    const panel = await openPanel();
    expect(await panel.$('#open-panel')).toBeNull();

    await article.page.bringToFront();
    await expect.poll(() => title(panel)).toBe(article.expected.title);
    await typeNote(panel, '未寫完的附注');

    await list.page.bringToFront();
    await expect.poll(() => state(panel)).toBe('none');
    await article.page.bringToFront();
    await expect.poll(() => valueIn(panel, '#note')).toBe('未寫完的附注');
  });

  test('the panel follows the tab to another page, and a page to another address', async () => {
    const { page, expected } = await visitFixture('hongkong-press-release');
    const panel = await openPanel();
    await page.bringToFront();
    await expect.poll(() => title(panel)).toBe(expected.title);

    const seed = await fixture('seed-county');
    browser.harness.serve(seed.expected.url, seed.html);
    await page.goto(seed.expected.url);
    await expect.poll(() => title(panel)).toBe(seed.expected.title);
    await typeNote(panel, '只為這一篇');

    await page.evaluate((start) => {
      history.pushState(null, '', 'next.html');
      for (const element of document.querySelectorAll('h1, h2, .title, title'))
        if (element.textContent?.trim().startsWith(start)) element.textContent = '居益芬到東關街道調研';
    }, '陳鍇竑');
    await expect.poll(() => title(panel)).toBe('居益芬到東關街道調研');
    expect(await valueIn(panel, '#note')).toBe('');
  });

  test('the panel shows what was changed from elsewhere', async () => {
    const { page } = await visitFixture('seed-county');
    const popup = await browser.popupFor(page);
    const panel = await openPanel();
    await page.bringToFront();
    await expect.poll(() => title(panel)).not.toBeNull();
    expect(await isOn(panel, 0)).toBe(false);
    await press(popup, 0);
    await expect.poll(() => isOn(popup, 0)).toBe(true);
    await popup.close();
    await expect.poll(() => isOn(panel, 0)).toBe(true);
  });

  test('one press copies the citation; the form chosen last is kept', async () => {
    const { page, expected } = await visitFixture('seed-county');
    const popup = await frontPopup(page);
    const [before, day, after] = ((await copyCitation(popup)) ?? '').split(/\[(\d{4}-\d\d-\d\d)\]/);
    expect(before).toBe(`廣陵區委辦公室. ${expected.title}[EB/OL]. （2012-05-18）`);
    expect(day).toBeDefined();
    expect(after).toBe(`. ${expected.url}.`);

    await popup.select('#cite-form', 'link');
    const again = await frontPopup(page);
    await expect.poll(() => valueIn(again, '#cite-form')).toBe('link');
    expect(await copyCitation(again)).toBe(`${expected.title} ${expected.url}`);
  });

  test('Enter saves; Shift+Enter breaks the line, and an Enter of the input method does nothing', async () => {
    const { page } = await visitFixture('taiwan-city-news');
    const popup = await frontPopup(page);
    await popup.focus('#note');
    await popup.keyboard.type('一');
    await popup.keyboard.down('Shift');
    await popup.keyboard.press('Enter');
    await popup.keyboard.up('Shift');
    await popup.keyboard.type('二');
    await popup.$eval('#note', (box) =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
    );
    expect(await valueIn(popup, '#note')).toBe('一\n二');
    expect(await popup.$('#save-status a')).toBeNull();
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('#save-status a');

    await popup.focus('#tags');
    await popup.keyboard.type('甲乙');
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.$eval('#save', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    const library = await browser.library();
    await library.click('#clips a');
    await library.waitForSelector('#clip-title');
    expect(await valueIn(library, '#clip-note')).toBe('一\n二');
    expect(await textOf(library, 'main')).toContain('甲乙');
  });

  test('popup and panel stand at every width without scrolling sideways', async () => {
    const { page } = await visitFixture('kaipu-policy');
    const popup = await frontPopup(page);
    for (const width of [360, 400]) {
      await popup.setViewport({ width, height: 900 });
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await popup.$eval('main', (main) => main.getBoundingClientRect().height)).toBeLessThanOrEqual(600);
    }
    const panel = await openPanel();
    await page.bringToFront();
    await expect.poll(() => title(panel)).not.toBeNull();
    for (const width of [280, 500]) {
      await panel.setViewport({ width, height: 700 });
      expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test.runIf(browser.kind === 'chromium')(
    "the popup's button opens the side panel on its tab; Esc closes the popup",
    async () => {
      const { page, expected } = await visitFixture('seed-county');
      const popup = await frontPopup(page);
      const panel = browser.keep(await browser.harness.sidePanelAfter(() => popup.click('#open-panel')));
      await page.bringToFront();
      await expect.poll(() => title(panel)).toBe(expected.title);

      const real = await browser.harness.clickToolbarButton(page);
      const closed = new Promise((resolve) => real.once('close', resolve));
      await real.keyboard.press('Escape').catch(() => {}); // it is gone before the key comes up
      await closed;
    },
  );
});
