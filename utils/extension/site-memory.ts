/** What is remembered of a site: what is done there by itself, where its article is, and its toolbar. One entry a host in `storage.local`. */
import browser from 'webextension-polyfill';
import { cleanPick, type Pick } from '../article/pick';
import { cleanPlace } from '../page/toolbar/place';
import type { ToolbarState } from '../page/toolbar/toolbar';
import { SITE_PREFIX, siteKey } from './site-key';

export interface SiteToolbar extends ToolbarState {
  shown: boolean;
}

export interface SiteMemory {
  /** Qingyue keeps off the site altogether. */
  never: boolean;
  /** Pages are shown in simplified characters as they load. */
  convert: boolean;
  /** Pages are cleared of their chrome as they load. */
  clean: boolean;
  /** The block that the reader has pointed at as the article. */
  pick: Pick | null;
  toolbar: SiteToolbar;
}

function cleanSite(stored: unknown): SiteMemory {
  const { never, convert, clean, pick, toolbar } = (stored ?? {}) as Partial<Record<keyof SiteMemory, unknown>>;
  const { shown, unfolded, place } = (toolbar ?? {}) as Partial<Record<keyof SiteToolbar, unknown>>;
  return {
    never: never === true,
    convert: convert === true,
    clean: clean === true,
    pick: cleanPick(pick),
    toolbar: { shown: shown === true, unfolded: unfolded === true, place: cleanPlace(place) },
  };
}

/** A site of which nothing is remembered. */
const NOTHING = JSON.stringify(cleanSite(undefined));

/** The site's memory; a site nobody has chosen anything for has the defaults: nothing by itself, no toolbar, no pick. */
export async function readSite(host: string): Promise<SiteMemory> {
  const key = siteKey(host);
  return cleanSite((await browser.storage.local.get(key))[key]);
}

/** Changes are made one after the other, from whichever part of the extension: each reads what the last has left. */
export function changeSite(host: string, change: (site: SiteMemory) => Partial<SiteMemory>): Promise<SiteMemory> {
  const key = siteKey(host);
  return navigator.locks.request(key, async () => {
    const before = await readSite(host);
    const site = { ...before, ...change(before) };
    if (JSON.stringify(site) === NOTHING) await browser.storage.local.remove(key);
    else await browser.storage.local.set({ [key]: site });
    return site;
  });
}

/** Every site of which something is remembered, by host. */
export async function siteMemories(): Promise<{ host: string; site: SiteMemory }[]> {
  const all = await browser.storage.local.get(null);
  return Object.keys(all)
    .filter((key) => key.startsWith(SITE_PREFIX))
    .sort()
    .map((key) => ({ host: key.slice(SITE_PREFIX.length), site: cleanSite(all[key]) }));
}

/** Forgets all that was chosen for a site. Its permission is another matter; see sites.ts. */
export async function forgetSite(host: string): Promise<void> {
  const key = siteKey(host);
  await navigator.locks.request(key, () => browser.storage.local.remove(key));
}

/** Calls `changed` with the site's memory, and what it was before, whenever it changes; returns the function that stops it. */
export function onSiteChanged(host: string, changed: (site: SiteMemory, before: SiteMemory) => void): () => void {
  const key = siteKey(host);
  const listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>) => {
    const change = changes[key];
    if (change) changed(cleanSite(change.newValue), cleanSite(change.oldValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Calls `changed` whenever something is remembered or forgotten of any site; returns the function that stops it. */
export function onSitesChanged(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(SITE_PREFIX))) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
