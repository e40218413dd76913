/** The library page as a reader uses it: search, facets, tags, stars, trash, versions, its address, and the keyboard alone. */
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { resultOf } from './background';
import { inBrowsers, KINDS } from './in-browsers';
import { sampleFile, TITLES } from './sample-library';
import { wipe } from './stored-clips';
import { click, fill, speakChinese, textOf, textsOf, words } from './surfaces';
import { imported, importFile } from './transfer';

const [COUNTY, STREET, SIGNING] = TITLES;

const shown = (library: Page) => textsOf(library, '#clips .row-title');
const said = (library: Page) => textOf(library, '.notice-bar bdi');
const status = (library: Page) => textOf(library, '.list-title [role=status]');
const focused = (library: Page) =>
  library.evaluate(
    () => document.activeElement?.querySelector('.row-title')?.textContent ?? document.activeElement?.id,
  );
/** The values of the facet with such a heading, with their counts. */
const facet = (library: Page, heading: string) =>
  library.$$eval(
    '#facets .facet',
    (facets, wanted) => {
      const found = facets.find((one) => one.querySelector('h2')?.textContent === wanted);
      return Array.from(found?.querySelectorAll('.facet-value') ?? [], (value) =>
        Array.from(value.children, ({ textContent }) => textContent),
      );
    },
    heading,
  );

async function reload(library: Page): Promise<void> {
  await library.evaluate(() => {
    document.getElementById('clips')?.setAttribute('data-state', 'before');
    location.reload();
  });
  const ready = () =>
    library.evaluate(() => document.querySelector('#clips[data-state=ready]') !== null).catch(() => false);
  await expect.poll(ready).toBe(true);
}

inBrowsers(KINDS, (browser) => {
  let library: Page;

  beforeAll(() => speakChinese(browser.harness));

  beforeEach(async () => {
    const settings = await browser.settings();
    await wipe(settings);
    await resultOf(settings, 'library:accept-loss');
    library = await browser.library();
    expect(await textOf(library, '.list-pane > .empty')).toBe(words('library_empty'));
    expect(await importFile(library, await sampleFile())).toContain(imported(3, 0, 0));
    await expect.poll(() => shown(library)).toEqual([COUNTY, STREET, SIGNING]);
    await library.bringToFront();
  });

  test('search as it is typed: traditional finds simplified and back', async () => {
    const searches: [string, string[]][] = [
      ['书记', [COUNTY, STREET]],
      ['書記', [COUNTY, STREET]],
      ['趙長松', [COUNTY, SIGNING]],
      ['强调', [COUNTY]],
      ['趙長松 签约', [SIGNING]],
      ['没有这样的话', []],
      ['', [COUNTY, STREET, SIGNING]],
    ];
    for (const [query, found] of searches) {
      await fill(library, '#search', query);
      await expect.poll(() => shown(library), { message: query }).toEqual(found);
    }
    await fill(library, '#search', '没有这样的话');
    await expect
      .poll(() => textOf(library, '.list-pane > .empty'))
      .toBe(words('library_no_match', { query: '没有这样的话' }));
    await fill(library, '#search', '書');
    await expect.poll(() => status(library)).toBe(words('library_count', { count: 2 }));
    expect(await textsOf(library, '#clips mark')).toContain('书');
  });

  test('facets count and narrow, and the address holds all of it over a reload', async () => {
    const people = words('digest_people');
    await expect
      .poll(() => facet(library, people))
      .toEqual([
        ['赵长松', '2'],
        ['陈锴竑', '1'],
        ['张三', '1'],
        ['李四', '1'],
      ]);
    expect(await facet(library, words('digest_places'))).toEqual([['江苏省', '3']]);
    await click(library, '赵长松2', '#facets');
    await expect.poll(() => shown(library)).toEqual([COUNTY, SIGNING]);
    await fill(library, '#search', '參加');
    await library.select('.tools select', 'published');
    await click(library, SIGNING, '#clips');
    await library.waitForSelector('#clip-title');
    const state = async () => ({
      rows: await shown(library),
      chips: await textsOf(library, '.list-head .chip bdi'),
      query: await library.$eval('#search', (field) => (field as HTMLInputElement).value),
      order: await library.$eval('.tools select', (select) => (select as HTMLSelectElement).value),
      open: await textOf(library, '#clip-title'),
    });
    const before = { rows: [SIGNING, COUNTY], chips: ['赵长松'], query: '參加', order: 'published', open: SIGNING };
    await expect.poll(state).toEqual(before);
    await reload(library);
    await expect.poll(state).toEqual(before);
    await library.goBack({ timeout: 500 }).catch(() => {});
    await expect.poll(() => textOf(library, '#clip-title')).toBeNull();
    await library.click('.list-head .chip');
    await fill(library, '#search', '');
    await expect.poll(() => shown(library)).toHaveLength(3);
  });

  test('tags, stars and notes are kept; what was done can be undone', async () => {
    await click(library, COUNTY, '#clips');
    await library.waitForSelector('#clip-title');
    await library.type('aside .tags input', '黨建、商圈');
    await library.keyboard.press('Enter');
    await expect.poll(() => textsOf(library, 'aside .tags .tag bdi')).toEqual(['黨建', '商圈']);
    await expect
      .poll(() => facet(library, words('library_tags')))
      .toEqual([
        ['黨建', '1'],
        ['商圈', '1'],
      ]);
    await library.type('#clip-note', '與名單核對');
    await expect.poll(() => textOf(library, '.note [role=status]')).toBe(words('library_note_saved'));
    await click(library, words('library_star_toggle'), '.detail');
    await expect.poll(() => textsOf(library, '.shelves .count')).toEqual(['3', '1', '0']);
    await click(library, words('library_undo'), '.notice-bar');
    await expect.poll(() => textsOf(library, '.shelves .count')).toEqual(['3', '0', '0']);
    await reload(library);
    await library.waitForSelector('#clip-title');
    expect(await textsOf(library, 'aside .tags .tag bdi')).toEqual(['黨建', '商圈']);
    expect(await library.$eval('#clip-note', (note) => (note as HTMLTextAreaElement).value)).toBe('與名單核對');
  });

  test('the trash gives back what was put there, and deletes for good only when asked twice', async () => {
    await click(library, STREET, '#clips');
    await library.waitForSelector('#clip-title');
    await click(library, words('library_delete'), '.detail');
    await expect.poll(() => shown(library)).toEqual([COUNTY, SIGNING]);
    expect(await said(library)).toBe(words('library_trashed', { what: words('library_named', { title: STREET }) }));
    await click(library, words('library_undo'), '.notice-bar');
    await expect.poll(() => shown(library)).toEqual([COUNTY, STREET, SIGNING]);
    await click(library, SIGNING, '#clips');
    await expect.poll(() => textOf(library, '#clip-title')).toBe(SIGNING);
    await click(library, words('library_delete'), '.detail');
    await expect.poll(() => shown(library)).toEqual([COUNTY, STREET]);
    await click(library, `${words('library_trash')}1`, '#facets');
    await expect.poll(() => shown(library)).toEqual([SIGNING]);
    await click(library, SIGNING, '#clips');
    await click(library, words('library_delete_forever'), '.detail');
    await click(library, words('library_cancel'), 'dialog[open]');
    expect(await shown(library)).toEqual([SIGNING]);
    await click(library, words('library_delete_forever'), '.detail');
    await click(library, words('library_delete_forever'), 'dialog[open]');
    await expect.poll(() => textsOf(library, '.shelves .count')).toEqual(['2', '0', '0']);
    expect(await textOf(library, '.list-pane > .empty')).toBe(words('library_trash_empty'));
    expect(await library.$('.care-loss')).toBeNull();
  });

  test('versions can be read, and say what they changed', async () => {
    await click(library, COUNTY, '#clips');
    await library.waitForSelector('#clip-title');
    await click(library, words('library_changes', { number: 1 }), '.versions');
    await expect
      .poll(() => textsOf(library, '.differences ins'))
      .toEqual([`${words('library_inserted_text')}、居益芬`]);
    expect(await textsOf(library, '.differences del')).toEqual([]);
    await click(library, words('library_version', { number: 1 }), '.versions');
    await expect.poll(() => textOf(library, '.older')).toContain(words('library_version_older', { number: 1 }));
    expect(await textOf(library, '.text')).not.toContain('居益芬');
    await click(library, words('library_text_both'), '.detail');
    await expect.poll(() => textOf(library, '.text')).toContain('赵长松一同参加调研');
    await click(library, words('library_version_newest'), '.older');
    await expect.poll(() => textOf(library, '.text')).toContain('趙長松、居益芬');
  });

  test('all of it by the keyboard alone', async () => {
    const { keyboard } = library;
    for (let pressed = 0; (await focused(library)) !== 'search' && pressed < 60; pressed++) await keyboard.press('Tab');
    expect(await focused(library)).toBe('search');
    await keyboard.type('書記');
    await expect.poll(() => shown(library)).toEqual([COUNTY, STREET]);
    await keyboard.press('ArrowDown');
    expect(await focused(library)).toBe(COUNTY);
    await keyboard.press('j');
    expect(await focused(library)).toBe(STREET);
    await keyboard.press('k');
    await keyboard.press('s');
    await expect.poll(() => textsOf(library, '.shelves .count')).toEqual(['3', '1', '0']);
    await keyboard.press('x');
    await expect.poll(() => textOf(library, '.selection [role=status]')).toBe(words('library_selected', { count: 1 }));
    await keyboard.press('x');
    await expect.poll(() => library.$('.selection')).toBeNull();
    await keyboard.press('#');
    await expect.poll(() => shown(library)).toEqual([STREET]);
    expect(await focused(library)).toBe(STREET);
    await keyboard.press('u');
    await expect.poll(() => shown(library)).toEqual([COUNTY, STREET]);
    await keyboard.press('?');
    await expect.poll(() => textOf(library, 'dialog[open] h2')).toBe(words('library_keys'));
    await keyboard.press('Escape');
    await expect.poll(() => library.$('dialog[open]')).toBeNull();
    expect(await focused(library)).toBe(STREET);
    await keyboard.press('Enter');
    await expect.poll(() => textOf(library, '#clip-title')).toBe(STREET);
    await keyboard.press('/');
    expect(await focused(library)).toBe('search');
  });
});
