/**
 * The clip store: IndexedDB, one transaction a save.
 * Only the background writes; the library page reads. Nothing counts as saved before its transaction has committed.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Clip, type ClipStatus, type ClipVersion, type SaveOutcome, SCHEMA_VERSION } from './clip';

export const DATABASE = 'qingyue';

interface Library extends DBSchema {
  clips: { key: string; value: Clip; indexes: { url: string } };
  versions: { key: [string, number]; value: ClipVersion; indexes: { saveId: string } };
}

export type ClipDatabase = IDBPDatabase<Library>;

/** The library was written by a newer Qingyue; this one must not touch it. */
export class NewerLibraryError extends Error {
  override name = 'NewerLibraryError';
}

/**
 * Opens the library, creating it when there is none.
 * @throws NewerLibraryError when a newer version of Qingyue wrote it.
 */
export async function openLibrary(name = DATABASE): Promise<ClipDatabase> {
  try {
    return await openDB<Library>(name, SCHEMA_VERSION, {
      upgrade(database) {
        database.createObjectStore('clips', { keyPath: 'id' }).createIndex('url', 'url', { unique: true });
        database
          .createObjectStore('versions', { keyPath: ['clipId', 'number'] })
          .createIndex('saveId', 'saveId', { unique: true });
      },
      // An update of the extension wants to migrate: let go, or it waits for this page for ever.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') throw new NewerLibraryError(error.message);
    throw error;
  }
}

/** What a version is made from: all but what the store numbers and the clip it belongs to. */
export type NewVersion = Omit<ClipVersion, 'clipId' | 'number'>;

/**
 * Saves an article: a new clip for a new address, a new version when the text has changed since, nothing when it has not.
 * Saving again with the same `saveId` answers as the first time. Resolves after the transaction has committed.
 */
export async function saveVersion(
  database: ClipDatabase,
  version: NewVersion,
  note: string,
): Promise<{ outcome: SaveOutcome; clipId: string }> {
  const transaction = database.transaction(['clips', 'versions'], 'readwrite', { durability: 'strict' });
  const [clips, versions] = [transaction.objectStore('clips'), transaction.objectStore('versions')];
  const { saveId, savedAt } = version;
  const { url, title } = version.article;

  const earlier = await versions.index('saveId').get(saveId);
  const known = await clips.index('url').get(url);
  let result: { outcome: SaveOutcome; clipId: string };
  if (earlier) {
    result = { outcome: earlier.number === 1 ? 'created' : 'new-version', clipId: earlier.clipId };
  } else if (!known) {
    await versions.add({ ...version, clipId: saveId, number: 1 });
    await clips.add({
      schema: SCHEMA_VERSION,
      id: saveId,
      url,
      title,
      latest: 1,
      createdAt: savedAt,
      updatedAt: savedAt,
      note,
      tags: [],
      starred: false,
      trashedAt: null,
    });
    result = { outcome: 'created', clipId: saveId };
  } else {
    const last = await versions.get([known.id, known.latest]);
    const changed = last?.textHash !== version.textHash;
    const latest = changed ? known.latest + 1 : known.latest;
    if (changed) await versions.add({ ...version, clipId: known.id, number: latest });
    // An empty note box says nothing about the note that is there.
    await clips.put({ ...known, title, latest, updatedAt: savedAt, note: note || known.note, trashedAt: null });
    result = { outcome: changed ? 'new-version' : 'unchanged', clipId: known.id };
  }
  await transaction.done;
  return result;
}

/** Whether the address is in the library, outside the trash, and whether its newest version has the same text. */
export async function clipStatus(database: ClipDatabase, url: string, textHash: string): Promise<ClipStatus> {
  const clip = await database.getFromIndex('clips', 'url', url);
  if (!clip || clip.trashedAt !== null) return { state: 'none' };
  const last = await database.get('versions', [clip.id, clip.latest]);
  return {
    state: last?.textHash === textHash ? 'unchanged' : 'changed',
    clipId: clip.id,
    savedAt: last?.savedAt ?? clip.updatedAt,
  };
}

/** True when the address is in the library, outside the trash. */
export async function isClipped(database: ClipDatabase, url: string): Promise<boolean> {
  const clip = await database.getFromIndex('clips', 'url', url);
  return clip !== undefined && clip.trashedAt === null;
}

/** Changes the reader's own fields of a clip. A clip that is gone is left gone. */
export async function changeClip(
  database: ClipDatabase,
  clipId: string,
  change: Partial<Pick<Clip, 'note' | 'tags' | 'starred' | 'trashedAt'>>,
): Promise<void> {
  const transaction = database.transaction('clips', 'readwrite', { durability: 'strict' });
  const clip = await transaction.store.get(clipId);
  if (clip) await transaction.store.put({ ...clip, ...change });
  await transaction.done;
}

/** Every clip with its newest version, newest save first. A clip whose version is missing is left out. */
export async function listClips(database: ClipDatabase): Promise<{ clip: Clip; version: ClipVersion }[]> {
  const transaction = database.transaction(['clips', 'versions']);
  const [clips, versions] = await Promise.all([
    transaction.objectStore('clips').getAll(),
    transaction.objectStore('versions').getAll(),
  ]);
  const newest = new Map(versions.map((version) => [`${version.clipId} ${version.number}`, version]));
  return clips
    .flatMap((clip) => {
      const version = newest.get(`${clip.id} ${clip.latest}`);
      return version ? [{ clip, version }] : [];
    })
    .sort((a, b) => b.clip.updatedAt.localeCompare(a.clip.updatedAt));
}
