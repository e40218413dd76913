/** Puts the stored records of a clip in order: what fails its check is set aside, the header fits the versions again. */
import type { Clip, ClipVersion, ClipWithVersions } from './clip';
import { type LibraryWrite, versionsOfClip } from './database';
import { putHeader } from './header';
import { interleave, markedSaveId, mergeFields, versionsToAdd } from './histories';
import { type Fault, mendClip } from './mend';

/**
 * The clip as it stands in the library from now on; null when no version of it can be read.
 * @param id The key of the header, and of the clip in the keys of its versions.
 * @param at The present time, ISO 8601 UTC.
 */
export async function settleClip(write: LibraryWrite, id: string, at: string): Promise<ClipWithVersions | null> {
  const clips = write.objectStore('clips');
  const header: unknown = await clips.get(id);
  const records: unknown[] = await write.objectStore('versions').getAll(versionsOfClip(id));
  if (header === undefined && records.length === 0) return null;
  const { whole, rebuilt, faults } = mendClip(header, records);
  for (const fault of faults) await setAside(write, fault, at);
  if (!whole) {
    await deleteRecords(write, id);
    return null;
  }
  if (!rebuilt) return whole;
  const holder = await clips.index('url').getKey(whole.clip.url);
  const other = holder === undefined || holder === id ? null : await settleClip(write, holder, at);
  if (other) {
    await deleteRecords(write, id);
    return (await mergeInto(write, other, whole)).whole;
  }
  await putHeader(write, whole.clip, whole.versions[0]!);
  return whole;
}

async function setAside(write: LibraryWrite, { store, record, reason }: Fault, at: string): Promise<void> {
  // The store numbers the record.
  await write.objectStore('aside').add({ store, record, reason, at } as never);
  if (store === 'clips') await write.objectStore('clips').delete((record as Clip).id);
  else {
    const { clipId, number } = record as ClipVersion;
    await write.objectStore('versions').delete([clipId, number]);
  }
}

/** Deletes all that the library has of a clip. */
export async function deleteRecords(write: LibraryWrite, id: string): Promise<void> {
  await write.objectStore('versions').delete(versionsOfClip(id));
  await write.objectStore('texts').delete(id);
  await write.objectStore('sketches').delete(id);
  await write.objectStore('clips').delete(id);
}

/** Gives versions whose id another clip has an id of their own. */
async function withFreeSaveIds(
  write: LibraryWrite,
  versions: readonly ClipVersion[],
  clipId: string,
): Promise<ClipVersion[]> {
  const index = write.objectStore('versions').index('saveId');
  const free: ClipVersion[] = [];
  for (const version of versions) {
    const taken = (await index.getKey(version.saveId)) !== undefined;
    free.push(taken ? { ...version, saveId: markedSaveId(version, clipId) } : version);
  }
  return free;
}

export interface Merged {
  whole: ClipWithVersions;
  /** Versions that were not there. */
  versions: number;
  /** True when anything is different from before. */
  changed: boolean;
}

/** Adds what `incoming` has to the clip `known`, which is as the library has it. */
export async function mergeInto(
  write: LibraryWrite,
  known: ClipWithVersions,
  incoming: ClipWithVersions,
): Promise<Merged> {
  const { clip } = known;
  const fields = mergeFields(clip, incoming.clip);
  const fresh = versionsToAdd(known.versions, incoming.versions, clip.id);
  const said = (Object.keys(fields) as (keyof typeof fields)[]).some(
    (name) => JSON.stringify(fields[name]) !== JSON.stringify(clip[name]),
  );
  if (fresh.length === 0) {
    const whole = said ? { clip: { ...clip, ...fields }, versions: known.versions } : known;
    if (said) await write.objectStore('clips').put(whole.clip);
    return { whole, versions: 0, changed: said };
  }
  const versions = interleave([...known.versions].reverse(), await withFreeSaveIds(write, fresh, clip.id));
  await write.objectStore('versions').delete(versionsOfClip(clip.id));
  const whole = await putWhole(write, fields, versions);
  return { whole, versions: fresh.length, changed: true };
}

/** Adds a clip that the library has not. */
export async function addWhole(write: LibraryWrite, { clip, versions }: ClipWithVersions): Promise<ClipWithVersions> {
  const fresh = versionsToAdd([], versions, clip.id);
  const numbers = new Set(fresh.map(({ number }) => number));
  const own = await withFreeSaveIds(write, fresh, clip.id);
  return putWhole(write, clip, numbers.size === own.length ? own : interleave(own, []));
}

/** @param versions Oldest first. */
async function putWhole(
  write: LibraryWrite,
  fields: Parameters<typeof putHeader>[1],
  versions: readonly ClipVersion[],
): Promise<ClipWithVersions> {
  for (const version of versions) await write.objectStore('versions').add(version);
  const clip = await putHeader(write, fields, versions.at(-1)!);
  return { clip, versions: [...versions].reverse() };
}
