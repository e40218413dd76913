/** What is done on a site by itself, as the reader chose it: on new pages, on pages that become others, on pages that come back, and after an update. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inBrowsers, KINDS } from './in-browsers';
import { fixture, isVisible, markup, state } from './surfaces';

const TOOLBAR = 'qingyue-toolbar';

const text = (page: Page) => page.evaluate(() => document.body.innerText);
const isThere = (page: Page, name: string) => page.evaluate((host) => document.querySelector(host) !== null, name);

/** Presses a button or switch of the popup's section on the site. */
async function choose(popup: Page, id: string): Promise<void> {
  await popup.bringToFront();
  await popup.waitForSelector(`#${id}`);
  await popup.evaluate((wanted) => {
    const section = document.querySelector<HTMLDetailsElement>('details.site');
    if (section) section.open = true;
    document.getElementById(wanted)?.click();
  }, id);
}
const isChosen = (popup: Page, id: string) =>
  popup.evaluate((wanted) => document.getElementById(wanted)?.ariaChecked === 'true', id);

/** A portal of one document: its links change address and content by script, the content after a while. */
function singlePage(articles: Record<string, { title: string; body: string }>, delay: number): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title></title></head><body>
    <div class="nav"><a id="one" href="/one.html">第一篇</a> <a id="two" href="/two.html">第二篇</a> <a href="/">首頁</a></div>
    <div id="app"></div><div class="footer">主辦：清溪縣人民政府辦公室　版權所有</div>
    <script>
      const articles = ${JSON.stringify(articles)};
      function show() {
        const { title, body } = articles[location.pathname] ?? articles['/one.html'];
        document.title = title;
        const app = document.getElementById('app');
        app.replaceChildren();
        const side = document.createElement('div');
        side.className = 'sidebar';
        side.innerHTML = '<a href="/a">相關鏈接</a>';
        const article = document.createElement('div');
        article.className = 'view';
        article.innerHTML = '<h1>' + title + '</h1><div class="info">發布日期：2024-03-05　來源：清溪縣政府辦</div><div class="text">' + body + '</div>';
        app.append(side, article);
      }
      for (const link of document.querySelectorAll('#one, #two'))
        link.addEventListener('click', (event) => {
          event.preventDefault();
          history.pushState(null, '', link.href);
          setTimeout(show, ${delay});
        });
      addEventListener('popstate', show);
      show();
    </script></body></html>`;
}

const FIRST = {
  title: '張三調研春耕備耕工作',
  body: '<p>張三在調研時強調，要認真抓好各項工作的落實，讓群眾有更多的獲得感。</p><p>會議還聽取了有關部門的匯報。</p>',
};
const SECOND = {
  title: '李四檢查防汛準備工作',
  body: '<p>李四在檢查時指出，要堅決克服麻痹思想，確保人民群眾生命財產安全。</p><p>有關負責人參加檢查並作了匯報。</p>',
};

inBrowsers(KINDS, (browser) => {
  const open = async (url: string) => browser.keep(await browser.harness.visit(url));

  /** Two pages of a site that no other test visits. */
  async function site(name: string): Promise<[string, string]> {
    const { html } = await fixture('seed-county');
    const urls: [string, string] = [`https://www.${name}.gov.cn/a.html`, `https://www.${name}.gov.cn/b.html`];
    for (const url of urls) browser.harness.serve(url, html);
    return urls;
  }

  test('always convert: this page at once, the next as it loads, none after it was taken back', async () => {
    const [first, second] = await site('convert');
    const page = await open(first);
    const popup = await browser.popupFor(page);
    await choose(popup, 'site-convert');
    await expect.poll(() => text(page)).toContain('广陵区区委书记');
    await expect.poll(() => isChosen(popup, 'site-convert')).toBe(true);
    await expect.poll(() => popup.$eval('[role=switch]', (first) => first.ariaChecked)).toBe('true');
    const next = await open(second);
    await expect.poll(() => text(next)).toContain('广陵区区委书记');
    await choose(popup, 'site-convert');
    await expect.poll(() => isChosen(popup, 'site-convert')).toBe(false);
    await next.reload();
    await browser.popupFor(next);
    expect(await text(next)).toContain('廣陵區區委書記');
  });

  test('always clean: the chrome of the next page is hidden as it loads, and the page can be had whole', async () => {
    const [first, second] = await site('clean');
    const { expected } = await fixture('seed-county');
    await choose(await browser.popupFor(await open(first)), 'site-clean');
    const next = await open(second);
    for (const selector of expected.hidden ?? []) await expect.poll(() => isVisible(next, selector)).toBe(false);
    for (const selector of expected.kept ?? []) expect(await isVisible(next, selector), selector).toBe(true);
  });

  test('another site is left alone', async () => {
    const [first] = await site('elsewhere');
    const page = await open(first);
    const before = await markup(page);
    await browser.popupFor(page);
    expect(await markup(page)).toBe(before);
  });

  test('never here: the page is given back, the next is not touched, the popup says so and takes it back', async () => {
    const [first, second] = await site('never');
    const page = await open(first);
    const before = await markup(page);
    const popup = await browser.popupFor(page);
    await choose(popup, 'site-convert');
    await choose(popup, 'site-toolbar');
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(true);
    await choose(popup, 'site-never');
    await expect.poll(() => state(popup)).toBe('unreachable');
    await expect.poll(() => markup(page)).toBe(before);
    const next = await open(second);
    const untouched = await markup(next);
    const said = await browser.popupFor(next);
    expect(await state(said)).toBe('unreachable');
    expect(await said.$('.switches')).toBeNull();
    if (browser.kind === 'chromium') expect(await browser.harness.badgeOf(next)).toBe('');
    expect(await markup(next)).toBe(untouched);
    await choose(said, 'site-allow');
    await expect.poll(() => state(said)).toBe('article');
    await expect.poll(() => text(next)).toContain('广陵区区委书记');
    await expect.poll(() => isThere(next, TOOLBAR)).toBe(true);
    if (browser.kind === 'chromium') await expect.poll(() => browser.harness.badgeOf(next)).toBe('繁');
  });

  test.each([
    ['at once', 0],
    ['after a while', 900],
  ])('a page that becomes another by script is followed, its content there %s', async (_, delay) => {
    const host = `www.single-${delay}.gov.cn`;
    const html = singlePage({ '/one.html': FIRST, '/two.html': SECOND }, delay);
    browser.harness.serve(`https://${host}/one.html`, html);
    const page = await open(`https://${host}/one.html`);
    const popup = await browser.popupFor(page);
    const shown = () => popup.$eval('.headline h2', (h2) => h2.textContent).catch(() => null);
    expect(await shown()).toBe(FIRST.title);
    await choose(popup, 'site-convert');
    await choose(popup, 'site-clean');
    await expect.poll(() => isVisible(page, '.sidebar')).toBe(false);
    await page.evaluate(() => document.getElementById('two')?.click());
    await expect.poll(shown).toBe(SECOND.title);
    await expect.poll(() => text(page)).toContain('要坚决克服麻痹思想');
    await expect.poll(() => isVisible(page, '.text')).toBe(true);
    await expect.poll(() => isVisible(page, '.sidebar')).toBe(false);
    await page.evaluate(() => history.back());
    await expect.poll(shown).toBe(FIRST.title);
    await expect.poll(() => text(page)).toContain('张三在调研时强调');
    await expect.poll(() => isVisible(page, '.text')).toBe(true);
  });
});

inBrowsers(KINDS, (browser) => {
  /** The page shown and how often the browser has brought it back. Drivers wait in vain for such a page to load. */
  async function goneTo(page: Page, steps: number, path: string): Promise<number> {
    await page.evaluate((by) => void setTimeout(() => history.go(by)), steps);
    await expect.poll(() => page.evaluate(() => location.pathname).catch(() => null)).toBe(path);
    return page.evaluate(() => (window as unknown as { kept: number }).kept);
  }

  test('a page the browser has kept: what was done to it is still done, what was chosen meanwhile is done, and it can be given back', async () => {
    const { html } = await fixture('seed-county');
    const count =
      '<script>window.kept = 0; addEventListener("pageshow", (event) => { window.kept += event.persisted; });</script>';
    const counting = html.toString().replace(/<head[^>]*>/i, (tag) => tag + count);
    const [first, second] = ['https://www.back.gov.cn/a.html', 'https://www.back.gov.cn/b.html'];
    browser.harness.serve(second, counting);
    const page = await browser.visit(first, counting);
    const before = await markup(page);
    await page.goto(second);
    const popup = await browser.popupFor(page);
    await choose(popup, 'site-convert');
    await expect.poll(() => text(page)).toContain('广陵区区委书记');
    await page.bringToFront();
    expect(await goneTo(page, -1, '/a.html')).toBe(1);
    await expect.poll(() => text(page)).toContain('广陵区区委书记');
    expect(await goneTo(page, 1, '/b.html')).toBe(1);
    expect(await text(page)).toContain('广陵区区委书记');
    expect(await goneTo(page, -1, '/a.html')).toBe(2);
    await expect.poll(() => state(popup)).toBe('article');
    const shown = () => popup.$eval('[role=switch]', (first) => first.ariaChecked);
    await expect.poll(shown).toBe('true');
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await expect.poll(shown).toBe('false');
    expect(await markup(page)).toBe(before);
  });
});

inBrowsers(['chromium'], (browser) => {
  test('an update under an open tab: the old scripts give the page back, the new ones do again what the site asks for, and undo it', async () => {
    const { html } = await fixture('seed-county');
    const url = 'https://www.update.gov.cn/a.html';
    const page = await browser.visit(url, html);
    const before = await markup(page);
    const first = await browser.popupFor(page);
    await choose(first, 'site-convert');
    await choose(first, 'site-toolbar');
    await expect.poll(() => text(page)).toContain('广陵区区委书记');
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(true);
    await first.close();
    await page.bringToFront();
    await browser.harness.reloadExtension();
    await expect.poll(() => markup(page)).toBe(before);
    await expect.poll(() => text(page)).toContain('广陵区区委书记');
    await expect.poll(() => isThere(page, TOOLBAR)).toBe(true);
    const popup = await browser.popupFor(page);
    expect(await state(popup)).toBe('article');
    await choose(popup, 'site-never');
    await expect.poll(() => markup(page)).toBe(before);
  });
});
