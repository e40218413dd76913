/**
 * The clips of the library: saving, changing, deleting and reading them.
 * Only the background writes; pages read. Nothing counts as done before its transaction has committed, and a record that
 * fails its check is passed over by what reads.
 */
import type { AsideRecord, Clip, ClipStatus, ClipVersion, ClipWithVersions, NewVersion, SaveOutcome } from './clip';
import { type ClipDatabase, versionsOfClip, write } from './database';
import { putHeader } from './header';
import { isClip } from './is-clip';
import { mendClip } from './mend';
import { isClipVersion } from './record-schema';
import { deleteRecords, settleClip } from './settle';

/** What stays in the trash is deleted for good after this, in milliseconds. */
const TRASH_KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/** Clips that are read at once for an export: enough to be fast, few enough to stay small. */
const EXPORT_BATCH = 16;

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
    if (earlier) return { outcome: earlier.number === 1 ? 'created' : 'new-version', clipId: earlier.clipId };

    const knownId = await transaction.objectStore('clips').index('url').getKey(url);
    const known = knownId === undefined ? null : await settleClip(transaction, knownId, savedAt);
    if (!known) {
      const first = { ...version, clipId: saveId, number: 1 };
      await versions.add(first);
      const own = { note, tags: [...tags], starred: false, trashedAt: null };
      await putHeader(transaction, { id: saveId, url, createdAt: savedAt, updatedAt: savedAt, ...own }, first);
      return { outcome: 'created', clipId: saveId };
    }

    const { clip } = known;
    const last = known.versions[0]!;
    const changed = last.textHash !== version.textHash;
    const newest = changed ? { ...version, clipId: clip.id, number: last.number + 1 } : last;
    if (changed) await versions.add(newest);
    // An empty note box says nothing about the note that is there, nor do tags about those that are.
    const own = { note: note || clip.note, tags: [...new Set([...clip.tags, ...tags])], trashedAt: null };
    await putHeader(transaction, { ...clip, updatedAt: savedAt, ...own }, newest);
    return { outcome: changed ? 'new-version' : 'unchanged', clipId: clip.id };
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
const STORES_OF_CLIPS = ['clips', 'versions', 'texts', 'aside', 'staged'] as const;

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

/** Every clip, those in the trash included, newest save first. */
export async function listClips(database: ClipDatabase): Promise<Clip[]> {
  const clips: unknown[] = await database.getAll('clips');
  return clips.filter(isClip).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}

/** The versions of a clip, newest first. */
export async function versionsOf(database: ClipDatabase, clipId: string): Promise<ClipVersion[]> {
  const versions: unknown[] = await database.getAll('versions', versionsOfClip(clipId));
  return versions.filter(isClipVersion).sort((a, b) => b.number - a.number);
}

/** The search texts of all clips by clip id. */
export async function loadTexts(database: ClipDatabase): Promise<Map<string, string>> {
  if (!database.objectStoreNames.contains('texts')) return new Map();
  const texts = await database.getAll('texts');
  return new Map(texts.filter(({ text }) => typeof text === 'string').map(({ clipId, text }) => [clipId, text]));
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
