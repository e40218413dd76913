/** A library that a newer Qingyue wrote: it is read and exported, the page says so, and not a record of it is touched. */
import { beforeAll, expect, test } from 'vitest';
import { ask } from './background';
import { inBrowsers, KINDS } from './in-browsers';
import { articlePage } from './pages';
import { everyRecord, raiseSchema } from './stored-clips';
import { speakChinese, textOf, textsOf, words } from './surfaces';
import { exportAll, importFile } from './transfer';

const TITLE = '陳鍇竑調研文昌商圈';

inBrowsers(KINDS, (browser) => {
  beforeAll(() => speakChinese(browser.harness));

  test('can be read and exported, and never written', async () => {
    const page = await browser.visit('https://www.example.gov.hk/1.htm', articlePage(TITLE));
    const popup = await browser.popupFor(page);
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
    const settings = await browser.settings();
    await raiseSchema(settings, 99);
    const before = await everyRecord(settings);
    expect(before).toMatchObject({ version: 99, records: { future: ['unknown'] } });

    const library = await browser.library();
    expect(await textOf(library, '.care-notice')).toBe(words('library_newer'));
    expect(await textsOf(library, '#clips .row-title')).toEqual([TITLE]);
    expect(await library.$eval('#clips .star', (star) => (star as HTMLButtonElement).disabled)).toBe(true);
    await library.focus('#clips a.row');
    for (const key of ['s', '#', 'Delete'] as const) await library.keyboard.press(key);
    await library.keyboard.press('Enter');
    await library.waitForSelector('#clip-title');
    expect(await textOf(library, '.text')).toContain('區領導趙長松');
    expect(await library.$eval('#clip-note', (note) => (note as HTMLTextAreaElement).readOnly)).toBe(true);
    expect(await textsOf(library, '.detail > header .actions button')).toEqual([words('library_export')]);

    const { bytes } = await exportAll(browser, library);
    expect(JSON.parse(bytes.toString()).clips).toMatchObject([{ clip: { title: TITLE } }]);
    expect(await importFile(library, bytes)).toMatch(words('library_import_failed', { detail: '' }));

    const other = await browser.visit('https://www.example.gov.hk/2.htm', articlePage('另一篇文章：文昌商圈'));
    const second = await browser.popupFor(other);
    await second.type('#note', '附注一');
    await second.click('#save');
    await expect.poll(async () => (await textOf(second, '#save-status'))?.trim()).toBe(words('save_newer-library'));
    expect(await second.$eval('#note', (note) => (note as HTMLInputElement).value)).toBe('附注一');

    const [{ clip }] = JSON.parse(bytes.toString()).clips;
    const asked = { clipIds: [clip.id], change: { starred: true } };
    expect(await ask(settings, 'clip:change', asked)).toHaveProperty('error');
    expect(await ask(settings, 'clip:delete', { clipIds: [clip.id] })).toHaveProperty('error');
    expect(await everyRecord(settings)).toEqual(before);
  });
});
