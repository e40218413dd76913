import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../../utils/clips/clip';
import { NewerLibraryError, openLibrary, write } from '../../../utils/clips/database';
import { draftOf, saveDraft } from '../../../utils/clips/drafts';
import { importStaged } from '../../../utils/clips/merge';
import {
  asideList,
  changeClips,
  clipStatus,
  deleteForever,
  listClips,
  loadSketches,
  loadTexts,
  purgeTrash,
  saveVersion,
  versionsOf,
} from '../../../utils/clips/store';
import { contents, emptyLibrary, fullDisk, NO_REMARKS, newName, version } from './library';

const AT = '2026-01-01T00:00:00.000Z';

/** Raises the schema of a library as a newer Qingyue would; `change` is its migration. */
function makeNewer(name: string, change: (database: IDBDatabase) => void = () => {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, SCHEMA_VERSION + 1);
    request.onupgradeneeded = () => change(request.result);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}

describe('a library that a newer Qingyue wrote', () => {
  async function newer(change?: (database: IDBDatabase) => void) {
    const name = newName();
    const database = await emptyLibrary(name);
    await saveVersion(database, version('a', '一', AT), { note: '附注', tags: [] });
    database.close();
    await makeNewer(name, change);
    return openLibrary(name);
  }

  test('can be listed, searched, read and exported', async () => {
    const { database, readOnly } = await newer();
    expect(readOnly).toBe(true);
    expect((await listClips(database)).map(({ note }) => note)).toEqual(['附注']);
    expect(await versionsOf(database, 'a')).toHaveLength(1);
    expect((await loadTexts(database)).get('a')).toContain('陈锴竑');
    expect((await clipStatus(database, 'https://example.com/1', 'hash of 一')).state).toBe('unchanged');
    expect(await contents(database)).toHaveLength(1);
    database.close();
  });

  test('can be read without the stores it has given up', async () => {
    const { database } = await newer((upgraded) => {
      for (const store of ['texts', 'sketches', 'drafts', 'aside', 'staged']) upgraded.deleteObjectStore(store);
    });
    expect(await listClips(database)).toHaveLength(1);
    expect((await loadTexts(database)).size).toBe(0);
    expect((await loadSketches(database)).size).toBe(0);
    expect(await asideList(database)).toEqual([]);
    expect(await draftOf(database, 'https://example.com/1')).toBeNull();
    database.close();
  });

  test('is never written', async () => {
    const { database } = await newer();
    const before = await contents(database);
    const writes = [
      () => saveVersion(database, version('b', '二', AT), NO_REMARKS),
      () => changeClips(database, ['a'], { note: '' }),
      () => deleteForever(database, ['a']),
      () => importStaged(database, before),
      () => saveDraft(database, { url: 'https://example.com/1', note: '稿', tags: [], at: AT }),
    ];
    for (const attempt of writes) await expect(attempt()).rejects.toBeInstanceOf(NewerLibraryError);
    expect(await purgeTrash(database, '2036-01-01T00:00:00.000Z')).toEqual([]);
    expect(await contents(database)).toEqual(before);
    database.close();
  });
});

test('a library that is not newer is open for writing', async () => {
  const { database, readOnly } = await openLibrary(newName());
  expect(readOnly).toBe(false);
  expect(database.version).toBe(SCHEMA_VERSION);
  database.close();
});

test('a connection in the way of a newer Qingyue closes, and says so', async () => {
  const name = newName();
  let closed = 0;
  const { database } = await openLibrary(name, () => {
    closed += 1;
  });
  await makeNewer(name);
  expect(closed).toBe(1);
  await expect(listClips(database)).rejects.toThrow();
});

test('work that throws halfway has done nothing', async () => {
  const database = await emptyLibrary();
  const work = write(database, async (transaction) => {
    await transaction.objectStore('texts').put({ clipId: 'a', text: '一' });
    throw new Error('halfway');
  });
  await expect(work).rejects.toThrow('halfway');
  expect(await database.count('texts')).toBe(0);
  database.close();
});

test('a full disk says so by its name, and leaves clips and draft as they were', async () => {
  const database = await emptyLibrary();
  await saveVersion(database, version('a', '一', AT), NO_REMARKS);
  await saveDraft(database, { url: 'https://example.com/1', note: '稿', tags: ['黨建'], at: AT });
  const before = await contents(database);
  const emptyDisk = fullDisk();
  try {
    await expect(saveVersion(database, version('b', '二', AT), { note: '稿', tags: [] })).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
  } finally {
    emptyDisk();
  }
  expect(await contents(database)).toEqual(before);
  expect((await draftOf(database, 'https://example.com/1'))?.note).toBe('稿');
  await saveVersion(database, version('b', '二', AT), { note: '稿', tags: [] });
  expect(await draftOf(database, 'https://example.com/1')).toBeNull();
  database.close();
});
