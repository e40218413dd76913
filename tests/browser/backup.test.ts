/** A backup by the page's own buttons: it brings everything back byte for byte, twice adds nothing, and a bad file does no harm. */
import { beforeAll, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../utils/clips/clip';
import { inBrowsers, KINDS } from './in-browsers';
import { articlePage } from './pages';
import { sampleFile } from './sample-library';
import { contents, wipe } from './stored-clips';
import { click, speakChinese, textOf, textsOf, words } from './surfaces';
import { exportAll, imported, importFile } from './transfer';

const HOSTILE = `"'><img src=x onerror="document.title='pwned'">\u202e__proto__`;

inBrowsers(KINDS, (browser) => {
  let backup: Buffer;

  beforeAll(() => speakChinese(browser.harness));

  test('export, wipe, import, export: the same bytes; the loss is noticed; importing again adds nothing', async () => {
    const title = '陳鍇竑調研文昌商圈';
    const popup = await browser.popupFor(await browser.visit('https://www.example.gov.hk/1.htm', articlePage(title)));
    await popup.type('#note', HOSTILE);
    await popup.type('#tags', '黨建、__proto__');
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
    const library = await browser.library();
    expect(await importFile(library, await sampleFile())).toContain(imported(3, 0, 0));
    await expect.poll(() => textsOf(library, '#clips .row-title')).toHaveLength(4);
    const before = await contents(library);
    const first = await exportAll(browser, library);
    backup = first.bytes;
    expect(first.name).toMatch(/^qingyue-\d{4}-\d{2}-\d{2}\.json$/);
    expect(JSON.parse(backup.toString()).clips).toHaveLength(4);

    await wipe(library);
    const emptied = await browser.library();
    expect(await textOf(emptied, '.list-pane > .empty')).toBe(words('library_empty'));
    await expect.poll(() => textOf(emptied, '.care-loss')).toContain(words('care_lost', { count: 4 }));
    expect(await importFile(emptied, backup)).toContain(imported(4, 0, 0));
    await expect.poll(() => textsOf(emptied, '#clips .row-title')).toHaveLength(4);
    await expect.poll(() => emptied.$('.care-loss')).toBeNull();
    expect(await contents(emptied)).toEqual(before);
    expect((await exportAll(browser, emptied)).bytes.equals(backup)).toBe(true);

    expect(await importFile(emptied, backup)).toContain(imported(0, 0, 4));
    expect((await exportAll(browser, emptied)).bytes.equals(backup)).toBe(true);
    expect(await emptied.title()).not.toContain('pwned');
  });

  test('a file that is no backup, or of a newer Qingyue, is refused with the reason', async () => {
    const newer = words('refusal_newer-version', { version: 99, supported: SCHEMA_VERSION });
    const files: [Buffer | string, string][] = [
      ['', words('refusal_empty')],
      ['{"bookmarks":[]}', words('refusal_not-a-library')],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), words('refusal_encoding')],
      [backup.toString().replace(/"version":\d+/, '"version":99'), newer],
    ];
    const library = await browser.library();
    const before = await contents(library);
    for (const [file, detail] of files)
      expect(await importFile(library, file)).toBe(words('library_import_failed', { detail }));
    expect(await contents(library)).toEqual(before);
  });

  test('of a file that was cut off everything before the cut is taken, and the page says that it was', async () => {
    const library = await browser.library();
    await wipe(library);
    const answer = await importFile(library, backup.subarray(0, -100));
    expect(answer).toContain(imported(3, 0, 0, 1));
    expect(answer).toContain(words('library_import_cut_off'));
    expect(answer).toContain(words('fault_cut-off'));
    await click(library, words('care_accept_loss'), '.care-loss');
    await expect.poll(() => library.$('.care-loss')).toBeNull();
    expect(await contents(library)).toHaveLength(3);
  });
});
