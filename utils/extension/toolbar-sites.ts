/** Which sites have the toolbar, and where it stands on them; kept in `storage.local`, one entry a site. */
import browser from 'webextension-polyfill';
import { cleanPlace } from '../page/toolbar/place';
import type { ToolbarState } from '../page/toolbar/toolbar';

export interface SiteToolbar extends ToolbarState {
  shown: boolean;
}

const PREFIX = 'toolbar:';

const keyOf = (host: string) => `${PREFIX}${host}`;

/** The site's toolbar; a site nobody has asked for has none. */
export async function readSiteToolbar(host: string): Promise<SiteToolbar> {
  const key = keyOf(host);
  const stored = (await browser.storage.local.get(key))[key];
  const { shown, unfolded, place } = (stored ?? {}) as Partial<Record<keyof SiteToolbar, unknown>>;
  return { shown: shown === true, unfolded: unfolded === true, place: cleanPlace(place) };
}

export async function changeSiteToolbar(host: string, change: Partial<SiteToolbar>): Promise<SiteToolbar> {
  const toolbar = { ...(await readSiteToolbar(host)), ...change };
  await browser.storage.local.set({ [keyOf(host)]: toolbar });
  return toolbar;
}

/** The hosts of which something is remembered, in order. */
export async function toolbarHosts(): Promise<string[]> {
  const keys = Object.keys(await browser.storage.local.get(null));
  return keys.flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [])).sort();
}

/** Forgets what is remembered of the host. */
export async function forgetToolbar(host: string): Promise<void> {
  await browser.storage.local.remove(keyOf(host));
}

/** Calls `changed` whenever something is remembered or forgotten; returns the function that stops it. */
export function onToolbarChange(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
