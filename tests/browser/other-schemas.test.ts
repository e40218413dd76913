/** A library of another schema than this Qingyue's: an older one comes along whole, a newer one is left as it is. */
import { beforeAll, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../utils/clips/clip';
import type { FrozenLibrary } from '../unit/clips/fixtures/load-frozen';
import schema1 from '../unit/clips/fixtures/schema-1.json';
import { ask } from './background';
import { inBrowsers, KINDS } from './in-browsers';
import { articlePage } from './pages';
import { contents, everyRecord, raiseSchema, replace, wipe } from './stored-clips';
import { click, speakChinese, textOf, textsOf, words } from './surfaces';
import { exportAll, importFile } from './transfer';

const MIRROR = '11111111-1111-4111-8111-111111111111';
const COUNTY = '33333333-1111-4111-8111-111111111111';

const TITLE = '陳鍇竑調研文昌商圈';

/** What it was then that had been put in the trash just now; older trash is emptied. */
function frozenLibrary(): FrozenLibrary {
  const frozen = structuredClone(schema1) as FrozenLibrary;
  const trashed = recordsOf(frozen, 'clips').find(({ trashedAt }) => trashedAt !== null)!;
  trashed.trashedAt = new Date().toISOString();
  return frozen;
}

const recordsOf = ({ stores }: FrozenLibrary, store: string) =>
  stores.find(({ name }) => name === store)!.records as Record<string, unknown>[];

const titleOf = (wanted: string) => recordsOf(schema1, 'clips').find(({ id }) => id === wanted)!.title as string;

inBrowsers(KINDS, (browser) => {
  beforeAll(() => speakChinese(browser.harness));

  test('every clip, note, star and version of schema 1 is there, and the page shows them', async () => {
    const frozen = frozenLibrary();
    await replace(await browser.settings(), frozen);
    const library = await browser.library();
    expect(await textsOf(library, '#clips .row-title')).toEqual([titleOf(COUNTY), titleOf(MIRROR)]);
    expect(await textsOf(library, '.shelves .count')).toEqual(['2', '1', '1']);
    await click(library, titleOf(MIRROR), '#clips');
    await library.waitForSelector('#clip-title');
    expect(await library.$eval('#clip-note', (note) => (note as HTMLTextAreaElement).value)).toBe('與縣府公告比對');
    expect(await textsOf(library, '.versions li > a')).toEqual(
      [2, 1].map((number) => words('library_version', { number })),
    );

    const kept = await contents(library);
    expect(kept.flatMap((entry) => entry.versions.toSorted((a, b) => a.number - b.number))).toEqual(
      recordsOf(frozen, 'versions'),
    );
    expect(kept.map(({ clip: { card, ...own } }) => own)).toEqual(
      recordsOf(frozen, 'clips').map((clip) => ({ ...clip, schema: SCHEMA_VERSION })),
    );
    expect(await library.$('.care-notice')).toBeNull();
  });

  test('a broken version of schema 1 is set aside and listed, can be downloaded as it was, and the rest is kept', async () => {
    const frozen = frozenLibrary();
    const broken = recordsOf(frozen, 'versions').find(({ number }) => number === 2)!;
    broken.original = 7;
    await replace(await browser.settings(), frozen);
    const library = await browser.library();
    expect(await textsOf(library, '#clips .row-title')).toEqual([titleOf(COUNTY), titleOf(MIRROR)]);
    await expect.poll(() => textOf(library, '.care-notice')).toContain(words('care_aside', { count: 1 }));
    await click(library, words('care_look'), '.care-notices');
    await expect
      .poll(() => textsOf(library, '.aside-records bdi'))
      .toEqual([expect.stringMatching(/^versions · .*original/)]);
    const { bytes } = await browser.harness.download(() =>
      click(library, words('care_aside_download'), 'dialog[open]'),
    );
    expect(JSON.parse(bytes.toString())).toMatchObject([{ store: 'versions', record: broken }]);
    const kept = await contents(library);
    expect(kept.map(({ versions }) => versions.length)).toEqual([1, 1, 1]);
  });

  test('one of a newer Qingyue is read and exported, the page says so, and not a record of it is touched', async () => {
    const settings = await browser.settings();
    await wipe(settings);
    const page = await browser.visit('https://www.example.gov.hk/1.htm', articlePage(TITLE));
    const popup = await browser.popupFor(page);
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
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
