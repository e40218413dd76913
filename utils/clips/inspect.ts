/** Looks through the library for records that fail their check, a stretch at a time, and sets them aside. */
import { type ClipDatabase, versionsOfClip, write } from './database';
import { isClip } from './is-clip';
import { mendClip } from './mend';
import { settleClip } from './settle';

/** Settles every clip whose header fails its check. Resolves to the number of clips that the library has fewer. */
export async function inspectHeaders(database: ClipDatabase): Promise<number> {
  let gone = 0;
  for (const clip of await database.getAll('clips')) if (!isClip(clip)) gone += await settle(database, clip);
  return gone;
}

export interface Inspected {
  /** The last id looked at; '' when the end was reached. */
  last: string;
  /** Clips that the library has fewer. */
  gone: number;
}

/** Settles the clips behind the id `after`, about `limit` of them, with versions whose header is missing. */
export async function inspectFrom(database: ClipDatabase, after: string, limit: number): Promise<Inspected> {
  const ids = await database.getAllKeys('clips', IDBKeyRange.lowerBound(after, true), limit);
  const last = ids.length < limit ? undefined : ids.at(-1);
  // In the order of keys arrays come behind all strings.
  const keys = await database.getAllKeys(
    'versions',
    IDBKeyRange.bound([after, []], last === undefined ? [[]] : [last, []]),
  );
  let gone = 0;
  for (const id of new Set([...ids, ...keys.map(([clipId]) => clipId)])) {
    const [header, versions] = await Promise.all([
      database.get('clips', id),
      database.getAll('versions', versionsOfClip(id)),
    ]);
    const { rebuilt, whole, faults } = mendClip(header, versions);
    if (!whole || rebuilt || faults.length > 0) gone += await settle(database, { id });
  }
  return { last: last ?? '', gone };
}

/** 1 when the clip is gone: set aside, or made one with another of its address. */
function settle(database: ClipDatabase, { id }: { id: string }): Promise<number> {
  return write(database, async (transaction) => {
    const before = await transaction.objectStore('clips').count(id);
    await settleClip(transaction, id, new Date().toISOString());
    return before - (await transaction.objectStore('clips').count(id));
  });
}
