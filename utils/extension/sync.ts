/** The background's side of sync: joins library, memory and server, one run at a time, and says how it went. */
import browser from 'webextension-polyfill';
import { NewerLibraryError } from '../clips/database';
import type { LocalLibrary } from '../clips/sync/local-library';
import { forgetServer, memoryIn } from '../clips/sync/memory';
import { RemoteError } from '../clips/sync/remote-folder';
import { synchronise } from '../clips/sync/run';
import { storedLibrary } from '../clips/sync/stored-library';
import { committed } from './library-care';
import { onLibraryChange } from './library-changes';
import { library } from './library-connection';
import { registerAddedSites } from './sites';
import { syncMemory } from './sync-memory';
import {
  changeSync,
  forgetSync,
  type LastRun,
  mayReach,
  readSync,
  releaseHost,
  releaseServer,
  type SyncAnswer,
  type SyncFailure,
  type SyncRequest,
  type SyncStatus,
  serverPattern,
} from './sync-server';
import { webDavFolder } from './webdav';

/** Saves that follow each other make one run. Shorter than the 30 s after which an idle worker is stopped. */
const REST = 10_000;

let running: { done: Promise<void>; stop: AbortController } | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

export async function syncStatus(): Promise<SyncStatus> {
  const { server, enabled, lastRun } = await readSync();
  const shown = server && { url: server.url, user: server.user, folder: server.folder };
  return { server: shown, enabled, lastRun, running: running !== undefined };
}

/** Runs now, or joins the run under way. Never throws; the status says how it went. */
export async function syncNow(): Promise<SyncStatus> {
  clearTimeout(waiting);
  if (!running) {
    const stop = new AbortController();
    const done = run(stop.signal).finally(() => {
      running = undefined;
    });
    running = { done, stop };
  }
  await running.done;
  return syncStatus();
}

/** Ends the run under way after its present requests; what it did is remembered. */
async function stop(): Promise<void> {
  clearTimeout(waiting);
  running?.stop.abort();
  await running?.done;
}

/** Runs in a moment, where sync is switched on. */
export async function syncSoon(): Promise<void> {
  clearTimeout(waiting);
  if (!(await readSync()).enabled) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void syncNow(), REST);
}

/** Keeps in step: runs in a moment after every change of the library, and when the browser starts. */
export function startSync(): void {
  onLibraryChange(() => void syncSoon());
  browser.runtime.onStartup.addListener(() => void syncSoon());
}

/** The library, with `settled` called whenever something of it was changed or added. */
function watched(local: LocalLibrary, settled: () => void): LocalLibrary {
  const settle: LocalLibrary['settle'] = async (at, decide) => {
    const settlement = await local.settle(at, decide);
    if (settlement) settled();
    return settlement;
  };
  return { ...local, settle };
}

async function run(stopped: AbortSignal): Promise<void> {
  const at = new Date().toISOString();
  const result: LastRun = { at, failure: null, uploaded: 0, downloaded: 0, refused: 0 };
  let changed = false;
  try {
    const { server } = await readSync();
    if (!server) return;
    if (!(await mayReach(server.url))) throw new MissingPermission();
    const report = await synchronise({
      library: watched(storedLibrary(await library()), () => {
        changed = true;
      }),
      memory: memoryIn(await syncMemory()),
      remote: webDavFolder(server, { stopped }),
      makeId: () => crypto.randomUUID(),
      now: () => new Date().toISOString(),
    });
    result.uploaded = report.uploaded;
    result.downloaded = report.downloaded;
    result.refused = report.refused.length;
    if (!report.complete) result.failure = 'conflict';
  } catch (error) {
    result.failure = failureOf(error);
  }
  // Clips that came are not counted as added: they may be those that this machine had lost.
  if (changed) await committed();
  if (!stopped.aborted) await changeSync({ lastRun: result });
}

class MissingPermission extends Error {
  override name = 'MissingPermission';
}

function failureOf(error: unknown): SyncFailure {
  if (error instanceof RemoteError) return error.failure;
  if (error instanceof MissingPermission) return 'permission';
  if (error instanceof NewerLibraryError) return 'newer-library';
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'disk-full';
  return 'failed';
}

/** Does what the settings page asks. */
export async function configureSync(asked: SyncRequest): Promise<SyncAnswer> {
  let failure: SyncFailure | null = null;
  if (asked.what === 'server') failure = await nameServer(asked.server);
  if (asked.what === 'enable') await enable(asked.on);
  if (asked.what === 'forget') await forget();
  return { status: await syncStatus(), failure };
}

async function enable(on: boolean): Promise<void> {
  await changeSync({ enabled: on });
  if (on) void syncNow();
}

/** Keeps the server, whether or not it can be reached now, and tries it. */
async function nameServer({
  password,
  ...input
}: Extract<SyncRequest, { what: 'server' }>['server']): Promise<SyncFailure | null> {
  await stop();
  const { server: known, lastRun } = await readSync();
  const same = known?.url === input.url && known.user === input.user && known.folder === input.folder;
  const kept = known?.url === input.url && known.user === input.user ? known.password : '';
  const server = { ...input, password: password ?? kept };
  if (!same) await forgetServer(await syncMemory());
  await changeSync({ server, lastRun: same ? lastRun : null });
  if (known && serverPattern(known.url) !== serverPattern(server.url)) await releaseHost(known.url);
  // The host was granted before its name was known here, and was taken for a site the reader added.
  await registerAddedSites();
  try {
    if (!(await mayReach(server.url))) return 'permission';
    await webDavFolder(server).list();
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Forgets the server, its password and what is known of its files. The files stay on it, the clips here. */
async function forget(): Promise<void> {
  await stop();
  const { server } = await readSync();
  await forgetSync();
  await forgetServer(await syncMemory());
  if (server) await releaseServer(server.url);
}
