/**
 * The library's database: its stores, how it is opened, and the one way to write to it.
 * One that a newer Qingyue wrote can be read and exported, never written.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import {
  type AsideRecord,
  type Clip,
  type ClipVersion,
  type ClipWithVersions,
  type Draft,
  SCHEMA_VERSION,
} from './clip';
import { migrate } from './migrations';

export const DATABASE = 'qingyue';

export interface Library extends DBSchema {
  clips: { key: string; value: Clip; indexes: { url: string; createdAt: string; trashedAt: string } };
  /** By clip and number. */
  versions: { key: [string, number]; value: ClipVersion; indexes: { saveId: string } };
  /** The search form of title and lines of the newest version. */
  texts: { key: string; value: { clipId: string; text: string } };
  /** Of the same text, by which reposts are found; see sketch.ts. */
  sketches: { key: string; value: { clipId: string; sketch: number[] } };
  drafts: { key: string; value: Draft };
  aside: { key: number; value: AsideRecord };
  /** Parts of an import that has not been committed, by import and index. */
  staged: {
    key: [string, number];
    value: { importId: string; index: number; records: ClipWithVersions[]; at: string };
  };
}

export type ClipDatabase = IDBPDatabase<Library>;

/** A transaction over all stores, so that whatever is done in one is done whole. */
export type LibraryWrite = IDBPTransaction<Library, StoreNames<Library>[], 'readwrite'>;

/** The transaction of a change of the schema. */
export type LibraryUpgrade = IDBPTransaction<Library, StoreNames<Library>[], 'versionchange'>;

export const STORES: StoreNames<Library>[] = ['clips', 'versions', 'texts', 'sketches', 'drafts', 'aside', 'staged'];

/** The library was written by a newer Qingyue; this one must not change it. */
export class NewerLibraryError extends Error {
  override name = 'NewerLibraryError';
}

export interface OpenLibrary {
  database: ClipDatabase;
  /** True when a newer Qingyue wrote it. */
  readOnly: boolean;
}

export const isNewer = ({ version }: ClipDatabase): boolean => version > SCHEMA_VERSION;

/** The keys of all versions of a clip. */
export const versionsOfClip = (clipId: string): IDBKeyRange => IDBKeyRange.bound([clipId], [clipId, []]);

/**
 * Opens the library, creating it when there is none and migrating an older one.
 * @param onClosed Called when the connection is gone without having been closed by its user.
 * @throws when a migration fails; the library is then as it was.
 */
export async function openLibrary(name = DATABASE, onClosed = () => {}): Promise<OpenLibrary> {
  const closed = {
    // Another part of the extension, updated meanwhile, wants to migrate: let go, or it waits for this one for ever.
    blocking: (_current: number, _blocked: number | null, event: IDBVersionChangeEvent) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  };
  let failure: unknown;
  try {
    const database = await openDB<Library>(name, SCHEMA_VERSION, {
      ...closed,
      upgrade: (opened, from, _to, transaction) => {
        migrate(opened, from, transaction).catch((error) => {
          failure = error;
          abort(transaction);
        });
      },
    });
    return { database, readOnly: false };
  } catch (error) {
    if (failure !== undefined) throw failure;
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error;
    const database = await openDB<Library>(name, undefined, closed);
    return { database, readOnly: isNewer(database) };
  }
}

function abort(transaction: { abort(): void; done: Promise<unknown> }): void {
  transaction.done.catch(() => {});
  try {
    transaction.abort();
  } catch {
    // It has aborted by itself.
  }
}

/**
 * Runs `work` in one transaction: all of it is done, or nothing. Resolves after the commit.
 * `work` may await nothing but the transaction's own requests.
 * @throws NewerLibraryError for a library that a newer Qingyue wrote; what `work` throws; `QuotaExceededError`.
 */
export async function write<T>(database: ClipDatabase, work: (write: LibraryWrite) => Promise<T>): Promise<T> {
  if (isNewer(database)) throw new NewerLibraryError(`the library has schema ${database.version}`);
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    // A request that was under way when the disk was full says only that it was aborted.
    throw transaction.error?.name === 'QuotaExceededError' ? transaction.error : error;
  }
}
