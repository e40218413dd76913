/**
 * The WebDAV server that the reader has named for sync, and how the last run with it went: kept in `storage.local`.
 * User and password stand there too, unencrypted as everything of an extension does, and never in `storage.sync`:
 * that would hand them to the browser's own account.
 */
import browser, { type Permissions } from 'webextension-polyfill';
import type { RemoteFailure } from '../clips/sync/remote-folder';
import type { WebDavServer } from './webdav';

/** Why a run ended early; the settings page has a sentence for each. */
export type SyncFailure = RemoteFailure | 'permission' | 'newer-library' | 'disk-full' | 'failed';

/** How a run went. */
export interface LastRun {
  /** ISO 8601, UTC. */
  at: string;
  failure: SyncFailure | null;
  uploaded: number;
  downloaded: number;
  /** Files on the server that could not be read. */
  refused: number;
}

export interface SyncSettings {
  server: WebDavServer | null;
  /** Whether changes are sent without being asked. */
  enabled: boolean;
  lastRun: LastRun | null;
}

const KEY = 'sync';

/** Folder on the server, where the reader names none. */
export const DEFAULT_FOLDER = 'Qingyue';

/** Hosts of this machine, to which a connection needs no encryption. */
const LOCAL_HOSTS = ['localhost', '127.0.0.1'];

/** Firefox asks for consent to what leaves the browser: texts of clips, and where they are from. */
const DATA = ['browsingActivity', 'websiteContent'];

/** The address in the form that is kept, or null when it is none for a server: https only, but on this machine. */
export function serverAddress(typed: string): string | null {
  const text = typed.trim();
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname));
  if (!secure || url.username || url.password) return null;
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

/** The match pattern of a server's host. Firefox knows no ports in patterns. */
export function serverPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** The polyfill's types do not know consent to data yet; Chrome refuses the field. */
function permissionFor(address: string): Permissions.Permissions {
  const origins = [serverPattern(address)];
  return (import.meta.env.FIREFOX ? { origins, data_collection: DATA } : { origins }) as Permissions.Permissions;
}

/** Asks the browser, which asks the reader, for this server's host. Must be called from a click. */
export function requestServer(address: string): Promise<boolean> {
  return browser.permissions.request(permissionFor(address));
}

export function mayReach(address: string): Promise<boolean> {
  return browser.permissions.contains(permissionFor(address));
}

/** Gives the permission for a host back. One that the browser does not let go of stays listed in its own settings. */
export async function releaseHost(address: string): Promise<void> {
  await browser.permissions.remove({ origins: [serverPattern(address)] }).catch(() => false);
}

/** Gives back all that was asked for the sake of sync. */
export async function releaseServer(address: string): Promise<void> {
  await browser.permissions.remove(permissionFor(address)).catch(() => false);
}

function isServer(stored: unknown): stored is WebDavServer {
  const { url, user, password, folder } = (stored ?? {}) as Partial<Record<keyof WebDavServer, unknown>>;
  const texts = [url, user, password, folder].every((value) => typeof value === 'string');
  return texts && serverAddress(url as string) === url;
}

/** A damaged server counts as none. */
export async function readSync(): Promise<SyncSettings> {
  const stored = ((await browser.storage.local.get(KEY))[KEY] ?? {}) as Partial<SyncSettings>;
  if (!isServer(stored.server)) return { server: null, enabled: false, lastRun: null };
  return { server: stored.server, enabled: stored.enabled === true, lastRun: stored.lastRun ?? null };
}

export async function changeSync(change: Partial<SyncSettings>): Promise<SyncSettings> {
  const settings = { ...(await readSync()), ...change };
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Calls `changed` whenever the server, the switch or the last run changes; returns the function that stops it. */
export function onSyncChange(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.hasOwn(changes, KEY)) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

export async function forgetSync(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** What the settings page shows. The password stays in the background. */
export interface SyncStatus {
  server: Omit<WebDavServer, 'password'> | null;
  enabled: boolean;
  running: boolean;
  lastRun: LastRun | null;
}

/** What the settings page asks for. Without a password the one that is kept stays. */
export type SyncRequest =
  | { what: 'server'; server: Omit<WebDavServer, 'password'> & { password: string | null } }
  | { what: 'enable'; on: boolean }
  | { what: 'forget' };

/** `failure` is that of the connection, which is tried when a server is named. */
export interface SyncAnswer {
  status: SyncStatus;
  failure: SyncFailure | null;
}
