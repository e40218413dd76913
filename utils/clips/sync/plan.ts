/** What is to be done to make this machine and the server agree, worked out from what both hold and what is remembered. */
import type { Clip } from '../clip';
import { fieldsOf, sameFields } from './header-file';
import { blankMemory, type ClipMemory } from './memory';
import { isSyncableId, type ListedVersion, type Listing, type VersionKey } from './names';

/** One look at both sides. */
export interface Situation {
  listing: Listing;
  memory: ReadonlyMap<string, ClipMemory>;
  clips: ReadonlyMap<string, Clip>;
  /** Local versions by clip id. */
  keys: ReadonlyMap<string, VersionKey[]>;
}

export interface Pull {
  id: string;
  etag: string | null;
  /** False when the header is known, and only versions or their order are new. */
  readHeader: boolean;
  /** Versions that are not on this machine. */
  versions: ListedVersion[];
}

export interface Push {
  clip: Clip;
  /** Versions that are not on the server. */
  upload: VersionKey[];
  /** Versions that are listed, though nobody has seen this machine's upload of them end well. */
  verify: VersionKey[];
  writeHeader: boolean;
}

export interface Burial {
  id: string;
  /** False when the tombstone stands already, and only version files are left to remove. */
  writeTombstone: boolean;
  remove: ListedVersion[];
}

export function groupKeys(keys: readonly VersionKey[]): Map<string, VersionKey[]> {
  const groups = new Map<string, VersionKey[]>();
  for (const key of keys) {
    const group = groups.get(key.clipId);
    if (group) group.push(key);
    else groups.set(key.clipId, [key]);
  }
  return groups;
}

function saveIdsOf(keys: Situation['keys']): Set<string> {
  return new Set([...keys.values()].flat().map(({ saveId }) => saveId));
}

/** The numbers under which the versions of a clip were uploaded, by save id. */
export function uploadedNumbers(listing: Listing, id: string): Map<string, number> {
  return new Map([...(listing.versions.get(id)?.values() ?? [])].map(({ saveId, number }) => [saveId, number]));
}

/** What has to come from the server. */
export function planPulls({ listing, memory, clips, keys }: Situation): Pull[] {
  const here = saveIdsOf(keys);
  return [...listing.headers].flatMap(([id, etag]) => {
    const known = memory.get(id);
    const readHeader = !known?.file || known.etag === null || known.etag !== etag;
    const settled = known?.file?.kind === 'deleted' || (known?.bury === 'deleted' && !clips.has(id));
    if (!readHeader && settled) return [];
    const listed = [...(listing.versions.get(id)?.values() ?? [])];
    const versions = listed.filter(({ saveId }) => !here.has(saveId));
    const complete = clips.has(id) && versions.length === 0 && inOrder(keys.get(id) ?? [], listing);
    return readHeader || !complete ? [{ id, etag, readHeader, versions }] : [];
  });
}

/** True when the local numbers are sure to be those that every machine gives these versions; a tie needs a look at their times. */
function inOrder(keys: readonly VersionKey[], listing: Listing): boolean {
  let [last, lastFirst] = [0, 0];
  for (const { clipId, number, saveId } of [...keys].sort((a, b) => a.number - b.number)) {
    const first = listing.versions.get(clipId)?.get(saveId)?.number ?? number;
    if (first <= lastFirst || number !== Math.max(first, last + 1)) return false;
    [last, lastFirst] = [number, first];
  }
  return true;
}

/** What the server lacks. Clips without a version or with an id of another make stay here. */
export function planPushes({ listing, memory, clips, keys }: Situation): Push[] {
  return [...clips.values()].flatMap((clip) => {
    const own = keys.get(clip.id) ?? [];
    const { file, followed, whole } = memory.get(clip.id) ?? blankMemory(clip.id);
    if (!isSyncableId(clip.id) || own.length === 0) return [];
    if (file?.kind === 'deleted' && followed && sameFields(followed, clip)) return [];
    const listed = listing.versions.get(clip.id);
    const named = own.filter(({ saveId }) => isSyncableId(saveId));
    const upload = named.filter(({ saveId }) => !listed?.has(saveId));
    const verify = named.filter(({ saveId }) => listed?.has(saveId) && !whole.includes(saveId));
    const writeHeader = !listing.headers.has(clip.id) || file?.kind !== 'clip' || !sameFields(file, fieldsOf(clip));
    return upload.length + verify.length > 0 || writeHeader ? [{ clip, upload, verify, writeHeader }] : [];
  });
}

/** What is not here any more and still on the server. A clip that moved into another waits until that one is there whole. */
export function planBurials(situation: Situation): Burial[] {
  const { listing, memory, clips, keys } = situation;
  const here = saveIdsOf(keys);
  const unsent = new Set(planPushes(situation).map(({ clip }) => clip.url));
  return [...memory.values()].flatMap(({ id, file, etag, bury }) => {
    if (!bury || clips.has(id)) return [];
    if (listing.headers.has(id) && listing.headers.get(id) !== etag) return [];
    if (file?.kind === 'clip' && unsent.has(file.url)) return [];
    const remove = [...(listing.versions.get(id)?.values() ?? [])];
    if (bury === 'moved' && !remove.every(({ saveId }) => here.has(saveId))) return [];
    const writeTombstone = listing.headers.has(id) && file?.kind !== 'deleted';
    return [{ id, writeTombstone, remove }];
  });
}
