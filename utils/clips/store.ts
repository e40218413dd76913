/**
 * The clips of the library: saving, changing, deleting and reading them.
 * Only the background writes; pages read. Nothing counts as done before its transaction has committed, and a record that
 * fails its check is passed over by what reads.
 */
import type { AsideRecord, Clip, ClipStatus, ClipVersion, ClipWithVersions, NewVersion, SaveOutcome } from './clip';
import { type ClipDatabase, type Library, STORES, versionsOfClip, write } from './database';
import { putHeader } from './header';
import { isClip } from './is-clip';
import { mendClip } from './mend';
import { isClipVersion } from './record-schema';
import { deleteRecords, settleClip } from './settle';
import { isSketch } from './sketch';

/** What stays in the trash is deleted for good after this, in milliseconds. */
const TRASH_KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/** Clips that are read at once for an export: enough to be fast, few enough to stay small. */
const EXPORT_BATCH = 16;

/** Records that are read at once by a page: some ten milliseconds. */
const READ_AT_ONCE = 1_000;

/** What the reader says of a clip while saving it. */
export interface Remarks {
  note: string;
  tags: readonly string[];
}

/** What of a clip the reader can change. */
export type ClipChange = Partial<Pick<Clip, 'note' | 'tags' | 'starred' | 'trashedAt'>>;

export interface Saved {
  outcome: SaveOutcome;
  clipId: string;
  /** Whether a clip was added by this very call, and not by an earlier one with the same `saveId`. */
  added: boolean;
}

/**
 * Saves an article: a new clip for a new address, a new version when the text has changed since, nothing when it has not.
 * Saving again with the same `saveId` answers as the first time. The draft for the address is forgotten with it.
 * Resolves after the transaction has committed.
 */
export function saveVersion(database: ClipDatabase, version: NewVersion, { note, tags }: Remarks): Promise<Saved> {
  const { saveId, savedAt } = version;
  const { url } = version.article;
  return write(database, async (transaction): Promise<Saved> => {
    const versions = transaction.objectStore('versions');
    await transaction.objectStore('drafts').delete(url);
    const earlier = await versions.index('saveId').get(saveId);
    if (earlier)
      return { outcome: earlier.number === 1 ? 'created' : 'new-version', clipId: earlier.clipId, added: false };

    const knownId = await transaction.objectStore('clips').index('url').getKey(url);
    const known = knownId === undefined ? null : await settleClip(transaction, knownId, savedAt);
    if (!known) {
      const first = { ...version, clipId: saveId, number: 1 };
      await versions.add(first);
      const own = { note, tags: [...tags], starred: false, trashedAt: null };
      await putHeader(transaction, { id: saveId, url, createdAt: savedAt, updatedAt: savedAt, ...own }, first);
      return { outcome: 'created', clipId: saveId, added: true };
    }

    const { clip } = known;
    const last = known.versions[0]!;
    const changed = last.textHash !== version.textHash;
    const newest = changed ? { ...version, clipId: clip.id, number: last.number + 1 } : last;
    if (changed) await versions.add(newest);
    // An empty note box says nothing about the note that is there, nor do tags about those that are.
    const own = { note: note || clip.note, tags: [...new Set([...clip.tags, ...tags])], trashedAt: null };
    await putHeader(transaction, { ...clip, updatedAt: savedAt, ...own }, newest);
    return { outcome: changed ? 'new-version' : 'unchanged', clipId: clip.id, added: false };
  });
}

/** Changes what the reader says of clips, in one transaction. Clips that are gone stay gone. */
export function changeClips(database: ClipDatabase, clipIds: readonly string[], change: ClipChange): Promise<void> {
  return write(database, async (transaction) => {
    const clips = transaction.objectStore('clips');
    for (const id of clipIds) {
      const clip = await clips.get(id);
      if (clip) await clips.put({ ...clip, ...change });
    }
  });
}

/** Deletes clips with all their versions. Resolves to the ids of those that were there. */
export function deleteForever(database: ClipDatabase, clipIds: readonly string[]): Promise<string[]> {
  return deleteClips(database, clipIds, () => true);
}

/** Everything of the library but the drafts: records that were set aside and unfinished imports hold clips as well. */
const STORES_OF_CLIPS = STORES.filter((store) => store !== 'drafts');

/** Deletes every clip, and whatever is left of clips elsewhere. Resolves to the ids. */
export function deleteEveryClip(database: ClipDatabase): Promise<string[]> {
  return write(database, async (transaction) => {
    const ids = await transaction.objectStore('clips').getAllKeys();
    for (const store of STORES_OF_CLIPS) await transaction.objectStore(store).clear();
    return ids;
  });
}

const isOldTrash = ({ trashedAt }: Clip, now: string) =>
  trashedAt !== null && Date.parse(now) - Date.parse(trashedAt) >= TRASH_KEPT_FOR;

/** The ids of what has been in the trash for 30 days. @param now The present time, ISO 8601. */
export async function oldTrash(database: ClipDatabase, now: string): Promise<string[]> {
  return (await listClips(database)).filter((clip) => isOldTrash(clip, now)).map(({ id }) => id);
}

/** Deletes what has been in the trash for 30 days, and resolves to the ids. @param now The present time, ISO 8601. */
export async function purgeTrash(database: ClipDatabase, now: string): Promise<string[]> {
  const old = await oldTrash(database, now);
  // Asked again in the transaction: a clip may have been restored meanwhile.
  return old.length === 0 ? [] : deleteClips(database, old, (clip) => isOldTrash(clip, now));
}

function deleteClips(
  database: ClipDatabase,
  clipIds: readonly string[],
  which: (clip: Clip) => boolean,
): Promise<string[]> {
  return write(database, async (transaction) => {
    const deleted: string[] = [];
    for (const id of clipIds) {
      const clip = await transaction.objectStore('clips').get(id);
      if (!clip || !which(clip)) continue;
      await deleteRecords(transaction, id);
      deleted.push(id);
    }
    return deleted;
  });
}

async function clipAt(database: ClipDatabase, url: string): Promise<Clip | null> {
  const clip: unknown = await database.getFromIndex('clips', 'url', url);
  return isClip(clip) && clip.trashedAt === null ? clip : null;
}

/** Whether the address is in the library, outside the trash, and whether its newest version has the same text. */
export async function clipStatus(database: ClipDatabase, url: string, textHash: string): Promise<ClipStatus> {
  const clip = await clipAt(database, url);
  if (!clip) return { state: 'none' };
  const last = await database.get('versions', [clip.id, clip.latest]);
  return {
    state: clip.card.textHash === textHash ? 'unchanged' : 'changed',
    clipId: clip.id,
    savedAt: last?.savedAt ?? clip.updatedAt,
  };
}

/** True when the address is in the library, outside the trash. */
export async function isClipped(database: ClipDatabase, url: string): Promise<boolean> {
  return (await clipAt(database, url)) !== null;
}

/**
 * All records of a store in the order of their keys, a part of them at a time, so that a page that reads them answers
 * in between. None when the library has no such store: a newer Qingyue may have given it up.
 */
async function readAll<S extends 'clips' | 'texts' | 'sketches'>(
  database: ClipDatabase,
  store: S,
): Promise<Library[S]['value'][]> {
  if (!database.objectStoreNames.contains(store)) return [];
  const records: Library[S]['value'][] = [];
  const source = database.transaction(store).store;
  let keys: IDBKeyRange | undefined;
  for (;;) {
    const [part, lastKeys] = await Promise.all([
      source.getAll(keys, READ_AT_ONCE),
      source.getAllKeys(keys, READ_AT_ONCE),
    ]);
    records.push(...part);
    if (part.length < READ_AT_ONCE) return records;
    keys = IDBKeyRange.lowerBound(lastKeys.at(-1), true);
  }
}

/** Every clip, those in the trash included, newest save first. */
export async function listClips(database: ClipDatabase): Promise<Clip[]> {
  const clips: unknown[] = await readAll(database, 'clips');
  return clips.filter(isClip).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}

/** The beginning of the library: what a page can show before all of it is read. */
export interface FirstClips {
  /** Outside the trash, the last saved first, without those that fail their check. */
  clips: Clip[];
  /** Clips outside the trash, and in it. */
  kept: number;
  trashed: number;
}

/** Of the `limit` clips saved last; null when the library has no order to read them in: a newer Qingyue may have given it up. */
export async function firstClips(database: ClipDatabase, limit: number): Promise<FirstClips | null> {
  const { store } = database.transaction('clips');
  if (!store.indexNames.contains('createdAt') || !store.indexNames.contains('trashedAt')) return null;
  const total = store.count();
  const inTrash = store.index('trashedAt').count();
  const clips: Clip[] = [];
  let cursor = await store.index('createdAt').openCursor(null, 'prev');
  for (let seen = 1; cursor; seen++) {
    const clip: unknown = cursor.value;
    if (isClip(clip) && clip.trashedAt === null) clips.push(clip);
    cursor = seen < limit ? await cursor.continue() : null;
  }
  const trashed = await inTrash;
  return { clips, kept: (await total) - trashed, trashed };
}

/** The versions of a clip, newest first. */
export async function versionsOf(database: ClipDatabase, clipId: string): Promise<ClipVersion[]> {
  const versions: unknown[] = await database.getAll('versions', versionsOfClip(clipId));
  return versions.filter(isClipVersion).sort((a, b) => b.number - a.number);
}

/** The search texts of all clips by clip id. */
export async function loadTexts(database: ClipDatabase): Promise<Map<string, string>> {
  const texts = await readAll(database, 'texts');
  return new Map(texts.filter(({ text }) => typeof text === 'string').map(({ clipId, text }) => [clipId, text]));
}

/** The sketches of all clips by clip id. */
export async function loadSketches(database: ClipDatabase): Promise<Map<string, number[]>> {
  const sketches = await readAll(database, 'sketches');
  return new Map(sketches.filter(({ sketch }) => isSketch(sketch)).map(({ clipId, sketch }) => [clipId, sketch]));
}

/** The records that were set aside, oldest first. */
export async function asideList(database: ClipDatabase): Promise<AsideRecord[]> {
  return database.objectStoreNames.contains('aside') ? database.getAll('aside') : [];
}

export async function asideCount(database: ClipDatabase): Promise<number> {
  return database.objectStoreNames.contains('aside') ? database.count('aside') : 0;
}

/**
 * Every clip with all its versions, in the order of ids, a few in memory at a time. A clip that is saved or deleted
 * meanwhile is there as it was, or as it is then, or not at all; never in part.
 */
export async function* exportEverything(database: ClipDatabase): AsyncGenerator<ClipWithVersions, void> {
  const ids = await database.getAllKeys('clips');
  for (let from = 0; from < ids.length; from += EXPORT_BATCH) {
    const transaction = database.transaction(['clips', 'versions']);
    const batch = await Promise.all(
      ids
        .slice(from, from + EXPORT_BATCH)
        .map((id) =>
          Promise.all([
            transaction.objectStore('clips').get(id),
            transaction.objectStore('versions').getAll(versionsOfClip(id)),
          ]),
        ),
    );
    for (const [header, versions] of batch) {
      const { whole } = mendClip(header, versions);
      if (whole && header) yield whole;
    }
  }
}
