/** A library of schema 1, as the Qingyue of its time left it, comes along whole; what is broken in it is set aside and listed. */
import { beforeAll, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../utils/clips/clip';
import type { FrozenLibrary } from '../unit/clips/fixtures/load-frozen';
import schema1 from '../unit/clips/fixtures/schema-1.json';
import { inBrowsers, KINDS } from './in-browsers';
import { contents, replace } from './stored-clips';
import { click, speakChinese, textOf, textsOf, words } from './surfaces';

const MIRROR = '11111111-1111-4111-8111-111111111111';
const COUNTY = '33333333-1111-4111-8111-111111111111';

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

  test('every clip, note, star and version is there, and the page shows them', async () => {
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

  test('a broken version is set aside and listed, can be downloaded as it was, and the rest is kept', async () => {
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
});
