/** Picking in a tab, as the background sees it: the picker is put there when asked for, and its choice kept for the site. */
import browser from 'webextension-polyfill';
import type { Pick } from '../article/pick';
import { PICKER_WORDS } from '../page/picker/picker-words';
import { wordsFor } from './language';
import { askTab } from './messages';
import { ensureReader, readTab } from './reader-tab';
import { changeSite } from './site-memory';

const PICKER_FILE = 'picker.js';

/** Lets the reader point at the article. The chrome is shown for it: the article may be there. @throws UnreachableTab */
export async function startPicker(tabId: number): Promise<undefined> {
  await ensureReader(tabId);
  await askTab(tabId, 'reader:focus', { on: false });
  await browser.scripting.executeScript({ target: { tabId }, files: [PICKER_FILE] });
  await askTab(tabId, 'picker:start', await wordsFor(PICKER_WORDS));
  return undefined;
}

/** Keeps the pick when an article can be read from it, and answers with its title; else the site's pick stays as it was. */
export async function chosen(tabId: number, url: string, pick: Pick): Promise<string | null> {
  const { host } = new URL(url);
  let before: Pick | null = null;
  const { clean } = await changeSite(host, (site) => {
    before = site.pick;
    return { pick };
  });
  const page = await readTab(tabId);
  if (page.state !== 'article' || page.pick !== 'used') {
    await changeSite(host, () => ({ pick: before }));
    return null;
  }
  if (clean) await askTab(tabId, 'reader:focus', { on: true });
  return page.reading.article.title;
}
