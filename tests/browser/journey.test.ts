/** The main job on real pages in real browsers: find, show in simplified characters and back, hide the chrome and back, digest, clip, read again. */
import { describe, expect, test } from 'vitest';
import { inBrowsers, KINDS } from './in-browsers';
import { fixture, isOn, isVisible, items, markup, press, state } from './surfaces';

inBrowsers(KINDS, (browser) => {
  describe.each(['seed-county', 'hongkong-press-release', 'taiwan-city-news'])('%s', (name) => {
    test('finds the article, converts it and gives the page back byte for byte', async () => {
      const { page, popup, expected } = await browser.openFixture(name);
      const before = await markup(page);
      expect(await state(popup)).toBe('article');
      expect(await popup.$eval('.headline h2', (h2) => h2.textContent)).toBe(expected.title);
      expect(await popup.$eval('time', (time) => time.dateTime)).toBe(expected.published);
      for (let round = 0; round < 2; round++) {
        await press(popup, 0);
        await expect.poll(() => isOn(popup, 0)).toBe(true);
        expect(await markup(page)).not.toBe(before);
        await press(popup, 0);
        await expect.poll(() => isOn(popup, 0)).toBe(false);
        expect(await markup(page)).toBe(before);
      }
    });

    test('hides the chrome, and brings it back byte for byte', async () => {
      const { page, popup, expected } = await browser.openFixture(name);
      const before = await markup(page);
      await press(popup, 1);
      await expect.poll(() => isOn(popup, 1)).toBe(true);
      for (const selector of expected.hidden ?? []) expect(await isVisible(page, selector), selector).toBe(false);
      for (const selector of expected.kept ?? []) expect(await isVisible(page, selector), selector).toBe(true);
      await press(popup, 1);
      await expect.poll(() => isOn(popup, 1)).toBe(false);
      expect(await markup(page)).toBe(before);
    });
  });

  test('reads the seed article: date, people with roles, places', async () => {
    const { popup } = await browser.openFixture('seed-county');
    expect(await items(popup, 'date')).toContainEqual(['2012年5月17日上午', '2012-05-17']);
    expect(await items(popup, 'person')).toEqual([
      ['陳鍇竑', '廣陵區區委書記'],
      ['趙長松', '區領導'],
      ['居益芬', '區領導'],
      ['徐德林', '區領導'],
    ]);
    const places = (await items(popup, 'place')).map(([name]) => name);
    expect(places).toEqual(expect.arrayContaining(['廣陵區', '汶河街道', '東關街道', '珍園']));
  });

  test('jumps to a mention, converted or not', async () => {
    const { page, popup } = await browser.openFixture('seed-county');
    const marked = () =>
      page.evaluate(() => [...(CSS.highlights.get('qingyue-current') ?? [])].map((range) => String(range)));
    await popup.click('.digest-person button.item');
    await expect.poll(marked).toEqual(['陳鍇竑']);
    await press(popup, 0);
    await expect.poll(() => isOn(popup, 0)).toBe(true);
    await popup.click('.digest-person button.item');
    await expect.poll(marked).toEqual(['陈锴竑']);
  });

  test('shows the original of a converted sentence under the resting pointer, and lists what was converted', async () => {
    const { page, popup } = await browser.openFixture('seed-county');
    const before = await markup(page);
    await press(popup, 0);
    await expect.poll(() => isOn(popup, 0)).toBe(true);
    await popup.click('.changed-words summary');
    await expect.poll(() => popup.$eval('.changed-words p', (list) => list.textContent)).toContain('黨 → 党');
    await page.bringToFront();
    const at = await page.$eval('.TRS_Editor p', (p) => {
      const { left, top } = p.getBoundingClientRect();
      return { x: left + 120, y: top + 12 };
    });
    await page.mouse.move(at.x, at.y);
    await page.waitForSelector('qingyue-original');
    await page.mouse.move(5, 5);
    await expect.poll(() => page.$('qingyue-original')).toBeNull();
    await press(popup, 0);
    await expect.poll(() => isOn(popup, 0)).toBe(false);
    expect(await markup(page)).toBe(before);
  });

  test('reaches into frames and shadow roots, follows changes, leaves fields alone, and keeps the selection', async () => {
    const { html, expected } = await fixture('seed-county');
    const url = expected.url.replace(/[^/]*$/, 'parts.html');
    const page = await browser.visit(
      url,
      html.toString().replace(
        '</body>',
        `<div id="host"></div><iframe id="frame"></iframe><textarea id="field">國家</textarea><p id="chosen">調研報導</p><p id="late"></p>
           <script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<p>黨員</p>';
           document.getElementById('frame').contentDocument.body.textContent = '聽取匯報';</script></body>`,
      ),
    );
    const popup = await browser.popupFor(page);
    const parts = () =>
      page.evaluate(() => ({
        shadow: document.getElementById('host')?.shadowRoot?.textContent,
        frame: (document.getElementById('frame') as HTMLIFrameElement).contentDocument?.body.textContent,
        field: (document.getElementById('field') as HTMLTextAreaElement).value,
        selection: String(getSelection()),
        late: document.getElementById('late')?.textContent,
      }));
    await page.evaluate(() => {
      const text = document.getElementById('chosen')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 2);
    });
    const before = { shadow: '黨員', frame: '聽取匯報', field: '國家', selection: '調研', late: '' };
    expect(await parts()).toEqual(before);
    await press(popup, 0);
    await expect.poll(parts).toEqual({ shadow: '党员', frame: '听取汇报', field: '國家', selection: '调研', late: '' });
    await page.evaluate(() => {
      (document.getElementById('late') as Element).textContent = '後來的報導';
    });
    await expect.poll(async () => (await parts()).late).toBe('后来的报导');
    await press(popup, 0);
    await expect.poll(parts).toEqual({ ...before, late: '後來的報導' });
  });

  test.each([
    ['county-list', 'list'],
    ['no-article', 'home'],
  ])('says that %s has no article, and offers nothing to hide or save', async (name, expectedKind) => {
    const { popup, expected } = await browser.openFixture(name);
    expect(expected.kind).toBe(expectedKind);
    expect(await state(popup)).toBe('none');
    expect(await popup.$('#save')).toBeNull();
  });

  test('clips the article; the library lists it, opens it, and keeps it over a restart', async () => {
    const { popup, expected } = await browser.openFixture('hongkong-press-release');
    await popup.type('#note', '附注一');
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
    const library = await browser.library();
    await library.click('#clips a');
    await library.waitForSelector('#clip-title');
    expect(await library.$eval('#clip-title', (title) => title.textContent)).toBe(expected.title);
    expect(await library.$eval('#clip-note', (note) => (note as HTMLTextAreaElement).value)).toBe('附注一');
    await browser.restart();
    const again = await browser.library();
    expect(await again.$$eval('.row-title', (rows) => rows.map((row) => row.textContent))).toEqual([expected.title]);
  });

  test('an article that changed since it was shown is not saved', async () => {
    const { page, popup } = await browser.openFixture('seed-county');
    await page.$eval('.TRS_Editor p', (p) => {
      p.textContent = '這一段後來改過，與讀者看到的不同。這一段後來改過，與讀者看到的不同。';
    });
    await popup.click('#save');
    await expect.poll(() => popup.$eval('#save-status', (status) => status.textContent?.trim())).not.toBe('');
    expect(await popup.$('#save-status a')).toBeNull();
    const library = await browser.library();
    expect(await library.$$eval('#clips li', (rows) => rows.length)).toBe(1);
  });

  test('a page that navigates while the popup is open is read anew', async () => {
    const { page, popup } = await browser.openFixture('seed-county');
    const { html, expected } = await fixture('county-list');
    browser.harness.serve(expected.url, html);
    await page.goto(expected.url);
    await expect.poll(() => state(popup)).toBe('none');
    expect(await popup.$('#save')).toBeNull();
  });

  test('an empty page, a missing file and a page in another language: a calm sentence', async () => {
    const pages: [string, string][] = [
      ['https://www.gov.hk/empty.htm', ''],
      [
        'https://www.gov.sg/english.htm',
        '<title>Notice</title><p>The library is closed on Monday for maintenance.</p>',
      ],
    ];
    for (const [url, html] of pages) {
      const page = await browser.visit(url, html);
      const popup = await browser.popupFor(page);
      expect(await state(popup), url).toBe('none');
      expect(await popup.$eval('.notice', (notice) => notice.textContent?.trim()), url).not.toBe('');
    }
  });

  test("the browser's own pages: a calm sentence", async () => {
    const own = browser.kind === 'chromium' ? 'chrome://version/' : 'about:license';
    const popup = await browser.popupFor(browser.keep(await browser.harness.open(own)));
    expect(await state(popup)).toBe('unreachable');
    expect(await popup.$eval('.notice', (notice) => notice.textContent?.trim())).not.toBe('');
  });
});
