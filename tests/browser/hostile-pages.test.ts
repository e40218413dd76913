/** Pages that mean harm, or are beyond all measure: they are read as text or refused, and left as they are. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inBrowsers, KINDS } from './in-browsers';
import { fixture, isOn, markup, press, state } from './surfaces';

const PARAGRAPH =
  '<p>當前，文昌商圈的黨建工作一定要善於利用杠桿原理來加以推動，從而不斷培養商圈的自豪感、榮譽感和歸屬感。</p>';
const ATTACK = `"'><img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script>`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

inBrowsers(KINDS, (browser) => {
  let number = 0;

  async function open(html: string): Promise<{ page: Page; popup: Page }> {
    const url = `https://www.example.gov.hk/hostile-${number++}.htm`;
    const page = await browser.visit(url, `<!doctype html><meta charset="utf-8">${html}`);
    return { page, popup: await browser.popupFor(page) };
  }

  test('markup in headline, source and meta tags is shown as text, in popup and library', async () => {
    const title = `陳鍇竑調研${escaped(ATTACK)}`;
    const { popup } = await open(
      `<title>${title}</title><meta name="ArticleTitle" content="${title}"><meta name="ContentSource" content="${escaped(ATTACK)}">
       <div class="article"><h1>${title}</h1><div>來源：${escaped(ATTACK)} 發布日期：2012-05-18</div><div class="TRS_Editor">${PARAGRAPH.repeat(4)}
       <p><a href="javascript:document.title='pwned'">連結</a><a href="data:text/html,x">數據</a></p></div></div>`,
    );
    expect(await state(popup)).toBe('article');
    expect(await popup.$eval('.headline h2', (h2) => h2.textContent)).toContain('<img src=x');
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
    const library = await browser.library();
    await library.click('#clips a');
    await library.waitForSelector('#clip-title');
    for (const page of [popup, library]) {
      expect(await page.title()).not.toContain('pwned');
      expect(await page.$$('img, main script, nav script')).toEqual([]);
      expect(
        await page.$$eval('a', (links) => links.map((a) => a.protocol).filter((p) => /javascript|data/.test(p))),
      ).toEqual([]);
    }
  });

  test("a page that has replaced the language's own functions is read all the same", async () => {
    const { popup } = await open(
      `<script>
         Array.prototype.map = Array.prototype.push = String.prototype.slice = JSON.stringify = () => { throw new Error('mine'); };
         Object.defineProperty(Node.prototype, 'textContent', { get() { return '假'; } });
         addEventListener('message', () => {});
       </script><title>陳鍇竑調研文昌商圈</title><h1>陳鍇竑調研文昌商圈</h1><div class="TRS_Editor">${PARAGRAPH.repeat(4)}</div>`,
    );
    expect(await state(popup)).toBe('article');
    expect(await popup.$eval('.headline h2', (h2) => h2.textContent)).toBe('陳鍇竑調研文昌商圈');
  });

  test('messages and events of a page that imitate the extension change nothing', async () => {
    const { page, popup } = await open(
      `<h1>陳鍇竑調研文昌商圈</h1><div class="TRS_Editor">${PARAGRAPH.repeat(4)}</div>`,
    );
    const before = await markup(page);
    await page.evaluate(() => {
      for (const name of ['reader:convert', 'reader:focus', 'clip:save']) {
        postMessage({ name, args: { on: true } }, '*');
        document.dispatchEvent(new CustomEvent(name, { detail: { on: true } }));
      }
    });
    await press(popup, 0);
    await expect.poll(() => isOn(popup, 0)).toBe(true);
    await press(popup, 0);
    await expect.poll(() => isOn(popup, 0)).toBe(false);
    expect(await markup(page)).toBe(before);
  });

  test.each([
    // Chromium's own layout crashes on 5,000.
    [
      '2,000 levels deep',
      'let at = document.body; for (let i = 0; i < 2000; i++) at = at.appendChild(document.createElement("div")); at.textContent = "國";',
    ],
    [
      '200,000 nodes',
      'for (let i = 0; i < 200000; i++) document.body.appendChild(document.createElement("i")).textContent = "國";',
    ],
    ['5 million characters in one node', 'document.body.append("國".repeat(5e6));'],
  ])('a page %s is read or refused, and left as it is', async (_, script) => {
    const { page, popup } = await open(`<body><script>${script}</script>`);
    expect(['article', 'none']).toContain(await state(popup));
    expect(await page.evaluate(() => document.querySelectorAll('[style]').length)).toBe(0);
  });

  test('names that hide the properties of document and form do no harm', async () => {
    const { page, popup } = await open(
      `<form><input name="children"><input name="parentElement"><input name="attributes"><input name="tagName">
         <img name="title"><img name="head"><h1>陳鍇竑調研文昌商圈</h1><div class="TRS_Editor">${PARAGRAPH.repeat(4)}</div></form>`,
    );
    const before = await markup(page);
    expect(['article', 'none']).toContain(await state(popup));
    for (const nth of [0, 1]) {
      if (!(await popup.$$('[role=switch]'))[nth]) continue;
      await press(popup, nth);
      await expect.poll(() => isOn(popup, nth)).toBe(true);
      await press(popup, nth);
      await expect.poll(() => isOn(popup, nth)).toBe(false);
    }
    expect(await markup(page)).toBe(before);
  });

  test('a page whose policy forbids everything is converted and cleared', async () => {
    const html = String((await fixture('seed-county')).html);
    const { page, popup } = await open(
      html.replace(
        /<head[^>]*>/i,
        (head) =>
          `${head}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'">`,
      ),
    );
    for (const nth of [0, 1]) {
      await press(popup, nth);
      await expect.poll(() => isOn(popup, nth)).toBe(true);
    }
    expect(await page.evaluate(() => document.body.innerText)).toContain('广陵区区委书记');
  });
});
