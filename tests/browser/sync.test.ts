/** Two browsers that share a library over a real WebDAV server, set up and run by the settings page. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserKind, findBrowser } from '../../scripts/browsers';
import { findRclone } from '../../scripts/rclone';
import { type RcloneServer, serveWebDav } from '../rclone-server';
import { KINDS, TestBrowser } from './in-browsers';
import { articlePage } from './pages';
import { contents } from './stored-clips';
import { click, fill, speakChinese, textOf, textsOf, words } from './surfaces';

const CREDENTIALS = { user: 'reader', password: '口令—甲' };
const FOLDER = '清阅';
const TITLE = '陳鍇竑調研文昌商圈';

const missing = [...KINDS.filter((kind) => !findBrowser(kind)), ...(findRclone() ? [] : ['rclone'])];

async function nameServer(settings: Page, url: string, password: string): Promise<void> {
  await fill(settings, '#sync-url', url);
  await fill(settings, '#sync-user', CREDENTIALS.user);
  await fill(settings, '#sync-password', password);
  await fill(settings, '#sync-folder', FOLDER);
  await click(settings, words('sync_save'), '.sync-server');
}

const connection = (settings: Page) => textOf(settings, '.sync-server [role=status]');
const lastRun = (settings: Page) => textOf(settings, '.sync-server ~ [role=status]');

/** Presses the button and waits until the run is over. */
async function syncNow(settings: Page): Promise<string> {
  await click(settings, words('sync_now'), '.sync-actions');
  const over = () => settings.$eval('.sync-actions button', (button) => !(button as HTMLButtonElement).disabled);
  await expect.poll(over, { timeout: 20_000 }).toBe(true);
  return (await lastRun(settings)) ?? '';
}

/** What the settings page says of a run that went well, but for its time. */
const ran = (uploaded: number, downloaded: number) =>
  words('sync_last', { at: '', uploaded, downloaded }).split('，').slice(1).join('，');

describe.skipIf(missing.length > 0 && !process.env.CI)('over rclone serve webdav', () => {
  const browsers = KINDS.map((kind: BrowserKind) => new TestBrowser(kind)) as [TestBrowser, TestBrowser];
  const [here, there] = browsers;
  let server: RcloneServer;

  beforeAll(async () => {
    server = await serveWebDav(CREDENTIALS);
    // The browser's own permission dialog takes no click from a test.
    for (const browser of browsers) await browser.start({ granted: ['http://127.0.0.1/*'] });
    for (const browser of browsers) await speakChinese(browser.harness);
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.stop();
    server?.stop();
  });
  afterEach(async () => {
    for (const browser of browsers) await browser.tidy();
  });

  async function editNote(browser: TestBrowser, note: string): Promise<void> {
    const library = await browser.library();
    await click(library, TITLE, '#clips');
    await library.waitForSelector('#clip-note');
    await library.type('#clip-note', note);
    await expect.poll(() => textOf(library, '.note [role=status]')).toBe(words('library_note_saved'));
  }

  test('a wrong password is told from no server and from a connection that works', async () => {
    const settings = await here.settings();
    await nameServer(settings, 'http://127.0.0.1:9/', CREDENTIALS.password);
    await expect.poll(() => connection(settings)).toBe(words('sync_failure_unreachable'));
    await nameServer(settings, 'http://www.example.com/', CREDENTIALS.password);
    await expect.poll(() => connection(settings)).toBe(words('sync_failure_address'));
    await nameServer(settings, server.url, 'wrong');
    await expect.poll(() => connection(settings)).toBe(words('sync_failure_auth'));
    expect(await syncNow(settings)).toContain(words('sync_failure_auth'));
    await nameServer(settings, server.url, CREDENTIALS.password);
    await expect.poll(() => connection(settings)).toBe(words('sync_connected'));
    expect(await settings.evaluate(() => document.documentElement.outerHTML)).not.toContain(CREDENTIALS.password);
  });

  test('a clip saved in one browser is in the other, whole', async () => {
    const popup = await here.popupFor(await here.visit('https://www.example.gov.hk/1.htm', articlePage(TITLE)));
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
    const settings = await here.settings();
    expect(await syncNow(settings)).toContain(ran(2, 0));
    expect(readdirSync(join(server.files, FOLDER, 'clips'))).toHaveLength(1);
    expect(readdirSync(join(server.files, FOLDER, 'versions'))).toHaveLength(1);

    const other = await there.settings();
    await nameServer(other, server.url, CREDENTIALS.password);
    await expect.poll(() => connection(other)).toBe(words('sync_connected'));
    expect(await syncNow(other)).toContain(ran(0, 2));
    expect(await contents(other)).toEqual(await contents(settings));
    expect(await textsOf(await there.library(), '#clips .row-title')).toEqual([TITLE]);
    expect(await syncNow(other)).toContain(ran(0, 0));
  });

  test('notes written in both are both kept, in both', async () => {
    await editNote(here, '甲的附注');
    await editNote(there, '乙的附注');
    const settings = await here.settings();
    const other = await there.settings();
    for (const one of [settings, other, settings, other]) expect(await syncNow(one)).toMatch(/\d/);
    const [mine] = await contents(settings);
    expect(mine!.clip.note).toContain('甲的附注');
    expect(mine!.clip.note).toContain('乙的附注');
    expect(await contents(other)).toEqual([mine]);
  });

  test('a server that is gone is said so, nothing is lost, and a forgotten one is asked for nothing', async () => {
    const settings = await here.settings();
    const before = await contents(settings);
    server.stop();
    expect(await syncNow(settings)).toContain(words('sync_failure_unreachable'));
    expect(await contents(settings)).toEqual(before);
    await click(settings, words('sync_forget'), '.sync-actions');
    await expect.poll(() => settings.$('.sync-actions')).toBeNull();
    expect(await contents(settings)).toEqual(before);
    expect(await settings.$eval('#sync-url', (field) => (field as HTMLInputElement).value)).toBe('');
  });
});
