/** What the benchmark of the library does inside a page of the extension, by the library's own code. Times are milliseconds. */
import { exportFile } from '../components/library/transfer/exports';
import { type ImportProgress, importFile } from '../components/library/transfer/import-file';
import { type ClipDatabase, DATABASE, openLibrary, write } from '../utils/clips/database';
import { facetsOf } from '../utils/clips/facets';
import { putHeader } from '../utils/clips/header';
import { exportEverything, listClips, saveVersion } from '../utils/clips/store';
import { composedVersion } from './composed-clips';

const DAY = '2026-01-01';

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

async function withLibrary<T>(use: (database: ClipDatabase) => Promise<T>): Promise<T> {
  const { database } = await openLibrary();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

/** Adds the composed clips of these numbers in one transaction. */
export async function fill(from: number, to: number): Promise<void> {
  const clips = Array.from({ length: to - from }, (_, index) => composedVersion(from + index));
  await withLibrary((database) =>
    write(database, async (transaction) => {
      for (const { version, remarks } of clips) {
        const { saveId: id, savedAt } = version;
        const first = { ...version, clipId: id, number: 1 };
        void transaction.objectStore('versions').add(first);
        const own = { note: remarks.note, tags: [...remarks.tags], starred: false, trashedAt: null };
        await putHeader(
          transaction,
          { id, url: version.article.url, createdAt: savedAt, updatedAt: savedAt, ...own },
          first,
        );
      }
    }),
  );
}

/** Of a save each, to the commit. */
export function saves(from: number, count: number): Promise<number[]> {
  return withLibrary(async (database) => {
    const times: number[] = [];
    for (let index = from; index < from + count; index++) {
      const { version, remarks } = composedVersion(index);
      times.push((await timed(() => saveVersion(database, version, remarks))).ms);
    }
    return times;
  });
}

/** Of counting all facets over all clips: the first time, and again once the values of the clips are known. */
export async function facets(): Promise<{ first: number; again: number }> {
  const clips = await withLibrary(listClips);
  const first = await timed(() => facetsOf(clips));
  const again = await timed(() => facetsOf(clips));
  return { first: first.ms, again: again.ms };
}

/** What no library could be faster than: reading all headers, reading all texts, and looking for one string in them. */
export async function limits(queries: readonly string[]): Promise<{ headers: number; texts: number; scans: number[] }> {
  return withLibrary(async (database) => {
    const headers = await timed(() => database.getAll('clips'));
    const texts = await timed(() => database.getAll('texts'));
    const scans: number[] = [];
    for (const query of queries) {
      const scan = () => texts.result.filter(({ text }) => text.includes(query)).length;
      scans.push((await timed(scan)).ms);
    }
    return { headers: headers.ms, texts: texts.ms, scans };
  });
}

let backup: Blob | undefined;

/** Exports all clips as JSON and keeps the file for `importAll`. */
export async function exportAll(): Promise<{ ms: number; bytes: number }> {
  const { ms, result } = await timed(() =>
    withLibrary((database) => exportFile('json', exportEverything(database), DAY)),
  );
  backup = result.blob;
  return { ms, bytes: backup.size };
}

/** Imports what `exportAll` exported into an empty library, by the background as from the page. */
export async function importAll(): Promise<{ ms: number; added: number }> {
  const file = new File([backup!], 'backup.json');
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  let last: ImportProgress | undefined;
  const { ms } = await timed(() =>
    importFile(file, (progress) => {
      last = progress;
    }),
  );
  if (last?.state !== 'done' || !last.merged) throw new Error(`not imported: ${JSON.stringify(last)}`);
  return { ms, added: last.merged.added };
}
