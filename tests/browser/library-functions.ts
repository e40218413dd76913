/** The library seen through its own functions; bundled and run in a page of the extension. */
import type { ClipWithVersions } from '../../utils/clips/clip';
import { DATABASE, openLibrary } from '../../utils/clips/database';
import { inspectFrom, inspectHeaders } from '../../utils/clips/inspect';
import { asideCount, exportEverything } from '../../utils/clips/store';
import { type FrozenLibrary, readFrozen, writeFrozen } from '../unit/clips/fixtures/load-frozen';

export async function contents(): Promise<ClipWithVersions[]> {
  const { database } = await openLibrary();
  const entries: ClipWithVersions[] = [];
  for await (const entry of exportEverything(database)) entries.push(entry);
  database.close();
  return entries;
}

/** Looks for clips in part: how many were not whole, and how many records had to be set aside. */
export async function unsound(): Promise<{ gone: number; aside: number }> {
  const { database } = await openLibrary();
  const headers = await inspectHeaders(database);
  const { gone } = await inspectFrom(database, '', 10_000);
  const aside = await asideCount(database);
  database.close();
  return { gone: headers + gone, aside };
}

/** Deletes the database, as a browser does that needs room. */
export function wipe(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** Puts a library of an older schema in the place of the one that is there. */
export async function replace(frozen: FrozenLibrary): Promise<void> {
  // Both are asked for before anyone else can open it.
  indexedDB.deleteDatabase(DATABASE);
  await writeFrozen(DATABASE, frozen);
}

/** Makes the library one of a schema to come, with a store that nobody knows yet. */
export function raiseSchema(schema: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, schema);
    request.onupgradeneeded = () => request.result.createObjectStore('future', { autoIncrement: true }).add('unknown');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}

/** Every record of every store, and the schema. */
export const everyRecord = () => readFrozen(DATABASE);
