/** What sync remembers between runs, in a database of its own: enough to go on after any interruption. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ClipFields, HeaderFile } from './header-file';

/** What is known of one clip on the server. */
export interface ClipMemory {
  id: string;
  /** Tag of the header file when it was last read or written; null before that, and where the server gives none. */
  etag: string | null;
  /** The header file whose content the local clip has taken in: the base of the next merge. */
  file: HeaderFile | null;
  /** A header file that may or may not be on the server: its write was begun and not seen to end, or what is there is damaged. */
  pending: HeaderFile | null;
  /** Save ids of the versions whose files are known to be whole. */
  whole: string[];
  /** The local clip as it was when it followed a tombstone into the trash; it stays off the server while it is like this. */
  followed: ClipFields | null;
  /** Why it is not here any more, where the server still has to hear of it: deleted for good, or moved into another clip. */
  bury: 'deleted' | 'moved' | null;
}

export interface SyncMemory {
  all(): Promise<ClipMemory[]>;
  put(memory: ClipMemory): Promise<void>;
  /** Ids of clips that were deleted here for good, since the last run. */
  deletions(): Promise<string[]>;
  endDeletion(id: string): Promise<void>;
}

export function blankMemory(id: string): ClipMemory {
  return { id, etag: null, file: null, pending: null, whole: [], followed: null, bury: null };
}

interface MemorySchema extends DBSchema {
  clips: { key: string; value: ClipMemory };
  /** Apart from `clips`, so that a run under way never writes over a note. */
  deletions: { key: string; value: { id: string } };
}

export type MemoryDatabase = IDBPDatabase<MemorySchema>;

const MEMORY_DATABASE = 'qingyue-sync';

/** @param onClosed Called when the connection is gone without having been closed by its user. */
export function openMemory(onClosed = () => {}, name = MEMORY_DATABASE): Promise<MemoryDatabase> {
  return openDB<MemorySchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('clips', { keyPath: 'id' });
      database.createObjectStore('deletions', { keyPath: 'id' });
    },
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

export function memoryIn(database: MemoryDatabase): SyncMemory {
  return {
    all: () => database.getAll('clips'),
    put: async (memory) => {
      await database.put('clips', memory);
    },
    deletions: () => database.getAllKeys('deletions'),
    endDeletion: (id) => database.delete('deletions', id),
  };
}

/** Notes that clips have been deleted for good. A clip that goes missing without such a note is fetched back instead. */
export async function noteDeletions(database: MemoryDatabase, ids: readonly string[]): Promise<void> {
  const transaction = database.transaction('deletions', 'readwrite', { durability: 'strict' });
  await Promise.all(ids.map((id) => transaction.store.put({ id })));
  await transaction.done;
}

/** Forgets everything, as for another server: its files say nothing about this one's. */
export async function forgetServer(database: MemoryDatabase): Promise<void> {
  const transaction = database.transaction(['clips', 'deletions'], 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.objectStore('clips').clear(), transaction.objectStore('deletions').clear()]);
  await transaction.done;
}
