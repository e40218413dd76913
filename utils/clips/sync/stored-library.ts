/** The library in IndexedDB, as sync takes part in it: each clip in a transaction of its own. */
import type { Clip, ClipVersion } from '../clip';
import { type ClipDatabase, type LibraryWrite, write } from '../database';
import { putHeader } from '../header';
import { isClip } from '../is-clip';
import { isClipVersion } from '../record-schema';
import { deleteRecords, settleClip } from '../settle';
import { sameFields } from './header-file';
import type { LocalLibrary, Settlement } from './local-library';
import type { VersionKey } from './names';
import { numberVersions } from './numbering';

export function storedLibrary(database: ClipDatabase): LocalLibrary {
  return {
    clips: async () => (await database.getAll('clips')).filter(isClip),
    versionKeys: () => versionKeys(database),
    version: async ({ clipId, number, saveId }) => {
      const version = await database.get('versions', [clipId, number]);
      return isClipVersion(version) && version.saveId === saveId ? version : undefined;
    },
    settle: ({ id, url }, decide) =>
      write(database, async (transaction) => {
        const clips = transaction.objectStore('clips');
        const [withId, atUrl] = [await clips.get(id), await clips.index('url').get(url)];
        const settlement = decide(isClip(withId) ? withId : undefined, isClip(atUrl) ? atUrl : undefined);
        return settlement && (await carryOut(transaction, settlement)) ? settlement : null;
      }),
  };
}

/** Read off the index, so that no version has to be. */
async function versionKeys(database: ClipDatabase): Promise<VersionKey[]> {
  const keys: VersionKey[] = [];
  const index = database.transaction('versions').store.index('saveId');
  for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue()) {
    const [clipId, number] = cursor.primaryKey;
    keys.push({ clipId, number, saveId: cursor.key as string });
  }
  return keys;
}

/** False when there turns out to be no version to make a clip of. */
async function carryOut(
  transaction: LibraryWrite,
  { from, id, url, fields, add, uploadedAs }: Settlement,
): Promise<boolean> {
  const known = from && (await settleClip(transaction, from.id, new Date().toISOString()));
  const own = known?.versions ?? [];
  const moved = [...own, ...(await newOnes(transaction, add))].map((version) => ({ ...version, clipId: id }));
  const versions = numberVersions(moved, uploadedAs);
  const newest = versions.at(-1);
  if (!newest) return false;
  if (known && isSettled(known.clip, own, { id, fields, versions })) return true;
  if (from) await deleteRecords(transaction, from.id);
  for (const version of versions) await transaction.objectStore('versions').add(version);
  await putHeader(transaction, { id, url, ...fields }, newest);
  return true;
}

/** Those that are not in the library under any clip. */
async function newOnes(transaction: LibraryWrite, add: readonly ClipVersion[]): Promise<ClipVersion[]> {
  const index = transaction.objectStore('versions').index('saveId');
  const fresh: ClipVersion[] = [];
  for (const version of add) if ((await index.getKey(version.saveId)) === undefined) fresh.push(version);
  return fresh;
}

/** @param own Newest first, as the library gives them; the others oldest first. */
function isSettled(
  clip: Clip,
  own: readonly ClipVersion[],
  wanted: Pick<Settlement, 'id' | 'fields'> & { versions: readonly ClipVersion[] },
): boolean {
  const numbers = (versions: readonly ClipVersion[]) =>
    versions.map(({ saveId, number }) => `${number} ${saveId}`).join();
  return (
    clip.id === wanted.id && sameFields(clip, wanted.fields) && numbers([...own].reverse()) === numbers(wanted.versions)
  );
}
