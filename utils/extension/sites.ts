/** The sites on which Qingyue works by itself: the government hosts of the manifest, and those the reader has added. */
import browser from 'webextension-polyfill';
import { GLANCE_FILE, GOVERNMENT_MATCHES, governmentDomains } from './government-hosts';
import { readSync, serverPattern } from './sync-server';

const SCRIPT_ID = 'added-sites';

/** The match pattern that covers the site of `url`, or null where no site can be added (about:, chrome:, file: …). */
export function sitePattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `*://${hostname}/*` : null;
}

/** The host of a match pattern; a pattern that names no single host is its own name. */
export const siteName = (pattern: string): string => /^[*a-z]+:\/\/([^*/]+)\/\*$/.exec(pattern)?.[1] ?? pattern;

/**
 * The match pattern for an address as a reader types it: with or without a scheme, a path, white space around it.
 * Null for what names no site, such as a word or an address of the browser's own.
 */
export function typedSitePattern(typed: string): string | null {
  const text = typed.trim();
  // Slashes may be left out of an https address (WHATWG URL, special authority slashes state).
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https:${text}`;
  const pattern = sitePattern(url);
  return pattern !== null && new URL(url).hostname.includes('.') ? pattern : null;
}

/** True for a government host of the manifest. */
export function isGovernmentHost(hostname: string): boolean {
  return governmentDomains().some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/** True when `url` is on a government host of the manifest. */
export function isGovernmentPage(url: string): boolean {
  return sitePattern(url) !== null && isGovernmentHost(new URL(url).hostname);
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

/** Whether the browser has taken the permission back. */
export function removeSite(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** Calls `changed` whenever a site is granted or taken back; returns the function that stops it. */
export function onSitesChange(changed: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  for (const event of [onAdded, onRemoved]) event.addListener(changed);
  return () => {
    for (const event of [onAdded, onRemoved]) event.removeListener(changed);
  };
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
