/** Looks after the library: counts it against what is remembered of it, empties old trash, sets broken records aside. */
import browser from 'webextension-polyfill';
import {
  acceptCount,
  type Care,
  expectFewer,
  isBackupDue,
  isCareDue,
  noteBackup,
  noteChange,
  noteCount,
  readCare,
} from '../clips/care';
import { isNewer } from '../clips/database';
import { inspectFrom, inspectHeaders } from '../clips/inspect';
import { dropStale } from '../clips/staging';
import { asideCount, oldTrash, purgeTrash } from '../clips/store';
import { announceChange } from './library-changes';
import { library, openedLibrary } from './library-connection';
import type { LibraryHealth } from './messages';
import { readSettings } from './settings';
import { tellDeletions } from './sync-memory';

const KEY = 'library-care';

/** Clips whose versions are looked through in a day: a second's work. */
const INSPECTED_A_DAY = 1_000;

const now = () => new Date().toISOString();

let changing: Promise<Care> | undefined;

/** Changes what is remembered, one change after the other: storage knows no transactions. */
function changeCare(change: (care: Care) => Care): Promise<Care> {
  const next = async () => {
    const care = change(readCare((await browser.storage.local.get(KEY))[KEY]));
    await browser.storage.local.set({ [KEY]: care });
    return care;
  };
  changing = (changing ?? Promise.resolve()).then(next, next);
  return changing;
}

/** Tells everyone of a committed change that added so many clips. What is committed stays so, whatever fails here. */
export async function committed(added = 0): Promise<void> {
  announceChange();
  await changeCare((care) => noteChange(care, added, now())).catch(() => {});
}

/** Runs a deletion of at most `most` clips, which resolves to the ids of those it deleted. */
export async function deleting(most: number, work: () => Promise<string[]>): Promise<string[]> {
  await changeCare((care) => expectFewer(care, most));
  let deleted: string[] = [];
  try {
    deleted = await work();
  } finally {
    await committed(most - deleted.length);
  }
  await tellDeletions(deleted).catch(() => {});
  return deleted;
}

export async function libraryHealth(): Promise<LibraryHealth> {
  const { database, readOnly } = await openedLibrary();
  const [count, aside, estimate, persisted] = await Promise.all([
    database.count('clips'),
    asideCount(database),
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  const care = await changeCare((known) => noteCount(known, count));
  return {
    count,
    expected: care.expected ?? count,
    aside,
    readOnly,
    usage: estimate.usage ?? null,
    quota: estimate.quota ?? null,
    persisted,
    lastBackup: care.lastBackup,
    backupDue: (await readSettings()).backupReminder && isBackupDue(care, count, now()),
  };
}

export async function backedUp(): Promise<undefined> {
  await changeCare((care) => noteBackup(care, now()));
  announceChange();
}

/** Remembers nothing of the library, as before the first clip. */
export async function forgetCare(): Promise<void> {
  await changeCare(() => readCare(undefined));
}

/** Goes on with the clips that are there. */
export async function acceptLoss(): Promise<undefined> {
  const count = await (await library()).count('clips');
  await changeCare((care) => acceptCount(care, count));
  announceChange();
}

/**
 * Once a day, when the background starts: deletes old trash and unfinished imports, and looks through all headers and
 * some of the versions. Resolves to the ids of the clips that were deleted.
 */
export async function careForLibrary(): Promise<string[]> {
  const at = now();
  const care = await changeCare((known) => known);
  if (!isCareDue(care, at)) return [];
  const database = await library();
  if (isNewer(database)) return [];
  await changeCare((known) => ({ ...known, caredAt: at }));

  const old = await oldTrash(database, at);
  const deleted = old.length === 0 ? [] : await deleting(old.length, () => purgeTrash(database, at));
  await dropStale(database, at);

  const gone = await inspectHeaders(database);
  const stretch = await inspectFrom(database, care.inspected, INSPECTED_A_DAY);
  await changeCare((known) => ({ ...expectFewer(known, gone + stretch.gone), inspected: stretch.last }));
  if (gone + stretch.gone > 0) announceChange();
  return deleted;
}
