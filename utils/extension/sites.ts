/** The sites on which Qingyue works by itself: the government hosts of the manifest, and those the reader has added. */
import browser from 'webextension-polyfill';
import { GLANCE_FILE, GOVERNMENT_MATCHES } from './government-hosts';
import { readSync, serverPattern } from './sync-server';

const SCRIPT_ID = 'added-sites';

/** The match pattern that covers the site of `url`, or null where no site can be added (about:, chrome:, file: …). */
export function sitePattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `*://${hostname}/*` : null;
}

/** True when `url` is on a government host of the manifest. */
export function isGovernmentPage(url: string): boolean {
  if (!sitePattern(url)) return false;
  const { hostname } = new URL(url);
  return GOVERNMENT_MATCHES.some((match) => {
    const domain = match.slice('*://*.'.length, -'/*'.length);
    return hostname === domain || hostname.endsWith(`.${domain}`);
  });
}

/** Match patterns the reader has granted, without those of the manifest and that of the sync server. */
export async function addedSites(): Promise<string[]> {
  const [{ origins = [] }, { server }] = await Promise.all([browser.permissions.getAll(), readSync()]);
  const others = [...GOVERNMENT_MATCHES, ...(server ? [serverPattern(server.url)] : [])];
  return origins.filter((origin) => !others.includes(origin)).sort();
}

/** Whether Qingyue glances at the pages of the site by itself. */
export async function worksByItself(url: string): Promise<boolean> {
  const pattern = sitePattern(url);
  return pattern !== null && (isGovernmentPage(url) || (await addedSites()).includes(pattern));
}

/** Asks the browser, which asks the reader. Must be called from a click. */
export function addSite(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

export async function removeSite(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Makes the glance script run on exactly the added sites. The granted permissions are the only record of them. */
export async function registerAddedSites(): Promise<void> {
  const matches = await addedSites();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  if (registered) await browser.scripting.updateContentScripts([{ id: SCRIPT_ID, matches }]);
  else {
    await browser.scripting.registerContentScripts([
      { id: SCRIPT_ID, matches, js: [GLANCE_FILE], runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  }
}
