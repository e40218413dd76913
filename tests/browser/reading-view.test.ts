/** The reading view and the toolbar on real pages: over them, out of their reach, and gone without a trace. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { inClosedRoot } from './closed-root';
import { inBrowsers, KINDS } from './in-browsers';
import { fixture, markup, speakChinese } from './surfaces';

const VIEW = 'qingyue-reading-view';
const TOOLBAR = 'qingyue-toolbar';
const UNSET =
  '<style>:not(:root) { all: unset !important; display: none !important; visibility: hidden !important; }</style>';
const NOTHING_ALLOWED = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'">`;

const isThere = (page: Page, name: string) => page.evaluate((host) => document.querySelector(host) !== null, name);
/** The element of the page that the pointer would meet at a point given in shares of the window. */
const metAt = (page: Page, across: number, down: number) =>
  page.evaluate((x, y) => document.elementFromPoint(innerWidth * x, innerHeight * y)?.localName ?? null, across, down);

inBrowsers(KINDS, (browser) => {
  let number = 0;

  beforeAll(() => speakChinese(browser.harness));

  /** The seed's page at an address of its own, with `head` in its head. */
  async function visit(name = 'seed-county', head = ''): Promise<Page> {
    const { html, expected } = await fixture(name);
    const url = expected.url.replace(/[^/]*$/, `view-${number++}.html`);
    return browser.visit(
      url,
      html.toString().replace(/<head[^>]*>/i, (tag) => tag + head),
    );
  }

  async function openView(page: Page): Promise<void> {
    const popup = await browser.popupFor(page);
    await popup.click('#reading-view');
    await expect.poll(() => isThere(page, VIEW)).toBe(true);
    await popup.close();
    await page.bringToFront();
  }

  async function setToolbar(page: Page, on: boolean): Promise<void> {
    const popup = await browser.popupFor(page);
    await popup.waitForSelector('#site-toolbar');
    await popup.evaluate(() => document.getElementById('site-toolbar')?.click());
    await expect.poll(() => popup.$eval('#site-toolbar', (button) => button.ariaChecked)).toBe(String(on));
    await popup.close();
    await page.bringToFront();
  }

  test('opens over the page, keeps the page from the focus, and gives everything back on Escape', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const link = document.querySelector('a') as HTMLElement;
      link.focus();
      scrollTo(0, 300);
    });
    const before = await page.evaluate(() => [document.activeElement?.localName, scrollY]);
    const untouched = await markup(page);
    await openView(page);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(
      untouched.slice(untouched.indexOf('<body'), untouched.lastIndexOf('</html>')),
    );
    expect(await metAt(page, 0.5, 0.5)).toBe(VIEW);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(VIEW);
    await page.evaluate(() => document.querySelector('a')?.focus());
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(VIEW);
    for (let round = 0; round < 12; round++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe(VIEW);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => isThere(page, VIEW)).toBe(false);
    expect(await markup(page)).toBe(untouched);
    expect(await page.evaluate(() => [document.activeElement?.localName, scrollY])).toEqual(before);
  });

  test.each([
    ['whose style sheet unsets and hides all there is', UNSET],
    ['whose policy forbids everything', NOTHING_ALLOWED],
  ])('covers a page %s', async (_, head) => {
    // Such a page shows no article; the style comes when it has been found.
    const page = await visit('seed-county', head === UNSET ? '' : head);
    await openView(page);
    if (head === UNSET)
      await page.evaluate((css) => document.head.append(document.createRange().createContextualFragment(css)), UNSET);
    for (const [x, y] of [
      [0.01, 0.01],
      [0.5, 0.5],
      [0.97, 0.99], // beside the scrollbar of the page
    ] as const)
      expect(await metAt(page, x, y), `${x}, ${y}`).toBe(VIEW);
    if (browser.kind === 'chromium') {
      const shown = await inClosedRoot(page, VIEW, (root) => {
        const article = root.querySelector('article') as HTMLElement;
        return [article.checkVisibility(), getComputedStyle(article).fontSize, getComputedStyle(article).display];
      });
      expect(shown).toEqual([true, '20px', 'block']);
    }
  });

  test('the toolbar is off until asked for, and comes back with the next page of the site', async () => {
    const page = await visit();
    expect(await isThere(page, TOOLBAR)).toBe(false);
    await setToolbar(page, true);
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(true);
    const next = await visit();
    await expect.poll(() => isThere(next, TOOLBAR)).toBe(true);
    await next.evaluate((css) => document.head.append(document.createRange().createContextualFragment(css)), UNSET);
    expect(await metAt(next, 0.99, 0.7)).toBe(TOOLBAR);
    for (let round = 0; round < 4; round++) {
      expect(await isThere(next, TOOLBAR)).toBe(true);
      await next.evaluate((host) => document.querySelector(host)?.remove(), TOOLBAR);
    }
    expect(await isThere(next, TOOLBAR)).toBe(false);
    await setToolbar(page, false);
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(false);
    expect(await isThere(await visit(), TOOLBAR)).toBe(false);
  });
});

/** Inside the view and the toolbar, where only the debugger of Chromium looks. */
inBrowsers(['chromium'], (browser) => {
  let page: Page;

  const press = (host: string, label: string) =>
    inClosedRoot(
      page,
      host,
      (root, words) => {
        const named = [...root.querySelectorAll<HTMLElement>('button, label')];
        named.find(({ textContent }) => textContent === words)?.click();
      },
      label,
    );

  beforeAll(async () => {
    const { harness } = browser;
    await speakChinese(harness);
    const { html, expected } = await fixture('seed-county');
    harness.serve(expected.url, html);
    page = await harness.visit(expected.url);
  });

  test('a shortcut opens the view; the article is simplified, and side by side with its original', async () => {
    await browser.harness.pressShortcut('reading-view', page);
    await expect.poll(() => isThere(page, VIEW)).toBe(true);
    const titles = () =>
      inClosedRoot(page, VIEW, (root) => Array.from(root.querySelectorAll('h1 > span'), (span) => span.textContent));
    expect(await titles()).toEqual(['陈锴竑调研文昌商圈建设工作']);
    await press(VIEW, '对照');
    expect(await titles()).toEqual(['陳鍇竑調研文昌商圈建設工作', '陈锴竑调研文昌商圈建设工作']);
    const sides = await inClosedRoot(page, VIEW, (root) =>
      Array.from(root.querySelector('div.pair')?.children ?? [], (side) =>
        Math.round(side.getBoundingClientRect().top),
      ),
    );
    expect(sides[0]).toBe(sides[1]);
  });

  test('the style that was chosen holds when the view is opened again', async () => {
    await press(VIEW, '版式');
    await press(VIEW, '深色');
    await press(VIEW, '关闭');
    await expect.poll(() => isThere(page, VIEW)).toBe(false);
    await browser.harness.pressShortcut('reading-view', page);
    await expect.poll(() => isThere(page, VIEW)).toBe(true);
    const style = await inClosedRoot(page, VIEW, (root) => {
      const dialog = root.querySelector('dialog') as HTMLElement;
      return [
        dialog.dataset.theme,
        getComputedStyle(dialog).backgroundColor,
        root.querySelectorAll('h1 > span').length,
      ];
    });
    expect(style).toEqual(['dark', 'rgb(29, 27, 23)', 2]);
  });

  test('without a Chinese voice it says so', async () => {
    await press(VIEW, '朗读');
    const said = await inClosedRoot(page, VIEW, (root) => root.querySelector('[role=status]')?.textContent);
    expect(said).toBe('这台设备上没有中文语音，无法朗读。可以在系统设置中添加。');
  });

  test('the article alone is printed, all of it', async () => {
    const shown = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          addEventListener('beforeprint', () => resolve([getComputedStyle(document.body).display]), {
            once: true,
          });
        }),
    );
    await page.pdf({ format: 'A5' });
    expect(await shown).toEqual(['none']);
    await expect.poll(() => page.evaluate(() => document.body.hasAttribute('style'))).toBe(false);
    await page.emulateMediaType('print');
    const [article, dialog] = await inClosedRoot(page, VIEW, (root) =>
      ['article', 'dialog'].map((name) => root.querySelector(name)?.getBoundingClientRect().height ?? 0),
    );
    expect(article).toBeGreaterThan(800);
    expect(dialog).toBe(article);
    await page.emulateMediaType('screen');
    await page.keyboard.press('Escape');
    await expect.poll(() => isThere(page, VIEW)).toBe(false);
  });

  test('the buttons of the toolbar do what they say, and its place is kept', async () => {
    const popup = await browser.harness.popupFor(page);
    await popup.waitForSelector('#site-toolbar');
    await popup.evaluate(() => document.getElementById('site-toolbar')?.click());
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(true);
    await popup.close();
    await page.bringToFront();
    const { x, y } = await inClosedRoot(page, TOOLBAR, (root) => {
      const { left, top } = (root.querySelector('.seal') as Element).getBoundingClientRect();
      return { x: left + 10, y: top + 10 };
    });
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(300, 300, { steps: 4 });
    await page.mouse.up();
    const place = () =>
      inClosedRoot(page, TOOLBAR, (root) => {
        const bar = root.querySelector('.toolbar') as HTMLElement;
        return [
          bar.dataset.side,
          Number(bar.style.getPropertyValue('--down')),
          root.querySelector('.seal')?.ariaExpanded,
        ];
      });
    expect(await place()).toEqual(['left', 0.375, 'false']);
    await press(TOOLBAR, '清');
    await page.reload();
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(true);
    expect(await place()).toEqual(['left', 0.375, 'true']);
    const said = () => inClosedRoot(page, TOOLBAR, (root) => root.querySelector('[role=status]')?.textContent);
    await press(TOOLBAR, '简 / 繁');
    await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain('广陵区区委书记');
    await press(TOOLBAR, '收藏');
    await expect.poll(said).toBe('已收藏。');
    await press(TOOLBAR, '字号');
    await expect.poll(() => isThere(page, VIEW)).toBe(true);
    expect(await inClosedRoot(page, VIEW, (root) => (root.activeElement as HTMLInputElement).value)).toBe('20');
    await page.keyboard.press('Escape');
    await expect.poll(() => isThere(page, VIEW)).toBe(false);
    await press(TOOLBAR, '移除');
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(false);
  });
});
