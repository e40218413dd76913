/** A tab as the memory of its site asks: what is done by itself when a page has been glanced at, and when the reader chooses. */
import browser from 'webextension-polyfill';
import { showBadge } from './badge';
import { convertTab } from './convert-tab';
import { GLANCE_FILE, GOVERNMENT_MATCHES } from './government-hosts';
import { isTabClipped } from './library-writer';
import { askTab, type GlanceMessages, type SiteChoice } from './messages';
import { ORPHAN_CHECK_MS } from './orphan';
import { readTab } from './reader-tab';
import { changeSite, readSite, type SiteMemory } from './site-memory';
import { addedSites } from './sites';
import { setToolbar } from './toolbar-tab';

/** Scripts of the extension that was updated give their pages back within a check and a moment more. */
const GREET_AFTER_MS = 2 * ORPHAN_CHECK_MS;

const hostOf = (url: string) => new URL(url).host;

/** Does what the site's memory asks for; the reader is put into the tab only for that. */
async function obey(tabId: number, { toolbar, convert, clean }: SiteMemory): Promise<void> {
  await setToolbar(tabId, toolbar);
  if (!convert && !clean) return;
  const page = await readTab(tabId);
  if (clean && page.state === 'article') await askTab(tabId, 'reader:focus', { on: true });
  if (convert && page.view.convertible && !page.view.converted) await convertTab(tabId, true);
}

/** Takes back all that is of ours in a tab; where nothing of it was, nobody answers. */
async function leave(tabId: number): Promise<void> {
  await askTab(tabId, 'toolbar:hide').catch(() => {});
  await askTab(tabId, 'reader:focus', { on: false }).catch(() => {});
  await askTab(tabId, 'reader:convert', { on: false, choices: {} }).catch(() => {});
  await showBadge(tabId, 'none');
}

/** Makes the tab as its site's memory now asks; one time after the other, so that the last choice is what stands. */
function align(tabId: number, url: string): Promise<void> {
  return navigator.locks.request(`tab:${tabId}`, async () => {
    const site = await readSite(hostOf(url));
    await (site.never ? leave(tabId) : obey(tabId, site));
  });
}

/** Answers the glance at a page: the badge, and what is done there by itself. */
export async function greetPage(
  tabId: number,
  url: string,
  { traditional, likelyArticle }: GlanceMessages['page:glanced']['args'],
): Promise<undefined> {
  const clipped = await isTabClipped(url).catch(() => false);
  await showBadge(tabId, clipped ? 'clipped' : traditional && likelyArticle ? 'traditional' : 'none');
  // A tab that is gone meanwhile, or cannot be read, is left as it is.
  await align(tabId, url).catch(() => {});
  return undefined;
}

/** Remembers what the reader has chosen for the site of a tab, and does it there and then. */
export async function chooseForSite(tabId: number, url: string, choice: SiteChoice): Promise<undefined> {
  const { toolbar: shown, ...fields } = choice;
  await changeSite(hostOf(url), ({ toolbar }) => ({
    ...fields,
    toolbar: { ...toolbar, shown: shown ?? toolbar.shown },
  }));
  // The glance finds out the badge too, and leads to greetPage.
  await (choice.never === false ? glanceAt(tabId) : align(tabId, url));
  return undefined;
}

async function glanceAt(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [GLANCE_FILE] });
}

/** Glances at the pages that were open when the extension was installed or updated; browsers do so for new ones only. */
export async function greetOpenTabs(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, GREET_AFTER_MS));
  const tabs = await browser.tabs.query({ url: [...GOVERNMENT_MATCHES, ...(await addedSites())] });
  // A tab that is not loaded, or gone, takes no script; it is glanced at when it loads.
  await Promise.allSettled(tabs.map(({ id }) => glanceAt(id!)));
}
