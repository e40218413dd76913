/** The reader in a tab: put there when it is first wanted, and why it sometimes cannot be. */
import browser from 'webextension-polyfill';
import type { PageReading } from '../page/page-reader';
import { askTab, type Unreachable } from './messages';
import { readSite } from './site-memory';

export const READER_FILE = 'reader.js';
export const READER_STYLE = 'reader.css';

export class UnreachableTab extends Error {
  override name = 'UnreachableTab';
  constructor(readonly reason: Unreachable) {
    super(`the tab cannot be read: ${reason}`);
  }
}

/** Stores on which browsers let no extension run. */
const STORES =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)/;

/** Why a tab at this address takes no script; the address is unknown where no permission shows it. */
function reasonFor(url: string | undefined): Unreachable {
  if (!url) return 'no-access';
  if (STORES.test(url)) return 'store';
  if (url.startsWith('file:')) return 'file';
  if (!/^https?:/.test(url)) return 'browser-page';
  if (/\.pdf([?#]|$)/i.test(url)) return 'pdf';
  return 'no-access';
}

const hostOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).host : '');

async function tabUrl(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).url;
  } catch {
    throw new UnreachableTab('gone');
  }
}

/** Makes sure that the reader runs in the tab, and knows where the site's article is. @throws UnreachableTab */
export async function ensureReader(tabId: number): Promise<void> {
  const url = await tabUrl(tabId);
  const { never, pick } = await readSite(hostOf(url));
  if (never) throw new UnreachableTab('never');
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
    const contentType = String(answer?.result ?? '');
    if (contentType === 'application/pdf') throw new UnreachableTab('pdf');
    if (!/html/.test(contentType)) throw new UnreachableTab('not-a-page');
    // The script's own last value: false where a reader was at work already.
    const [fresh] = await browser.scripting.executeScript({ target: { tabId }, files: [READER_FILE] });
    if (fresh?.result) await browser.scripting.insertCSS({ target: { tabId }, files: [READER_STYLE] });
    await askTab(tabId, 'reader:pick', { pick });
  } catch (error) {
    throw error instanceof UnreachableTab ? error : new UnreachableTab(reasonFor(url));
  }
}

/** Reads the page in the tab, loading the reader when it is not there yet. @throws UnreachableTab */
export async function readTab(tabId: number): Promise<PageReading> {
  await ensureReader(tabId);
  return askTab(tabId, 'reader:read');
}
