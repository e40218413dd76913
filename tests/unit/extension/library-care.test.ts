import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contents, version } from '../clips/library';

let stored: Record<string, unknown> = {};
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => structuredClone({ [key]: stored[key] }),
        set: async (items: object) => void Object.assign(stored, structuredClone(items)),
      },
    },
  },
}));
vi.stubGlobal('navigator', {
  storage: { estimate: async () => ({ usage: 1_000, quota: 9_000 }), persisted: async () => false },
});

/** The background as it is when its worker has just started. */
async function start() {
  vi.resetModules();
  const [care, connection, handlers, store] = await Promise.all([
    import('../../../utils/extension/library-care'),
    import('../../../utils/extension/library-connection'),
    import('../../../utils/extension/library-handlers'),
    import('../../../utils/clips/store'),
  ]);
  const database = await connection.library();
  const save = async (id: string, at = '2026-01-01T00:00:00.000Z') => {
    const remarks = { note: '', tags: [] };
    const saved = await store.saveVersion(database, version(id, '一', at, `https://example.com/${id}`), remarks);
    await care.committed(saved.outcome === 'created' ? 1 : 0);
  };
  return { ...care, ...handlers, database, save };
}

describe('the background looks after the library', () => {
  beforeEach(() => {
    stored = {};
    globalThis.indexedDB = new IDBFactory();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-01T00:00:00.000Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('an empty library is in good health', async () => {
    const { libraryHealth } = await start();
    expect(await libraryHealth()).toEqual({
      count: 0,
      expected: 0,
      aside: 0,
      readOnly: false,
      usage: 1_000,
      quota: 9_000,
      persisted: false,
      lastBackup: null,
      backupDue: false,
    });
  });

  test('a library that the browser emptied is missed, also after a restart and another save', async () => {
    const { libraryHealth, save, database } = await start();
    await libraryHealth();
    for (const id of ['a', 'b', 'c']) await save(id);
    database.close();
    globalThis.indexedDB = new IDBFactory();
    const later = await start();
    expect(await later.libraryHealth()).toMatchObject({ count: 0, expected: 3 });
    await later.save('d');
    expect(await later.libraryHealth()).toMatchObject({ count: 1, expected: 4 });
    await later.acceptLoss();
    expect(await later.libraryHealth()).toMatchObject({ count: 1, expected: 1 });
  });

  test('what the reader deletes is not missed', async () => {
    const { libraryHealth, save, deleteClips } = await start();
    for (const id of ['a', 'b', 'c']) await save(id);
    await libraryHealth();
    expect(await deleteClips(['a', 'gone', 'gone too'])).toEqual(['a']);
    expect(await libraryHealth()).toMatchObject({ count: 2, expected: 2 });
  });

  test('changes at once are all remembered', async () => {
    const { libraryHealth, save } = await start();
    await libraryHealth();
    await Promise.all(Array.from({ length: 30 }, (_, i) => save(`id-${i}`)));
    expect(await libraryHealth()).toMatchObject({ count: 30, expected: 30 });
    expect(stored['library-care']).toMatchObject({ changes: 30 });
  });

  test('a backup is due after a month of changes, until it is made', async () => {
    const { libraryHealth, save, backedUp } = await start();
    await save('a');
    expect((await libraryHealth()).backupDue).toBe(false);
    vi.setSystemTime('2026-07-01T00:00:00.000Z');
    expect((await libraryHealth()).backupDue).toBe(true);
    await backedUp();
    expect(await libraryHealth()).toMatchObject({ backupDue: false, lastBackup: '2026-07-01T00:00:00.000Z' });
  });

  test('old trash goes once a day, and is not missed', async () => {
    const { save, change, careForLibrary, libraryHealth, database } = await start();
    for (const id of ['a', 'b', 'c']) await save(id);
    await libraryHealth();
    await change(['a'], { trashedAt: '2026-05-01T00:00:00.000Z' });
    await change(['b'], { trashedAt: '2026-05-03T00:00:00.000Z' });
    await careForLibrary();
    expect((await contents(database)).map(({ clip }) => clip.id)).toEqual(['b', 'c']);
    expect(await libraryHealth()).toMatchObject({ count: 2, expected: 2 });
    vi.setSystemTime('2026-06-01T23:00:00.000Z');
    await change(['c'], { trashedAt: '2026-01-01T00:00:00.000Z' });
    await careForLibrary();
    expect(await database.count('clips')).toBe(2);
    vi.setSystemTime('2026-06-02T00:00:00.000Z');
    await careForLibrary();
    expect(await database.count('clips')).toBe(0);
  });

  test('a record that fails its check is set aside and counted, and its clip is not missed', async () => {
    const { save, careForLibrary, libraryHealth, database } = await start();
    for (const id of ['a', 'b']) await save(id);
    await libraryHealth();
    const broken = await database.get('versions', ['a', 1]);
    await database.put('versions', { ...broken!, article: null } as never);
    await careForLibrary();
    expect(await libraryHealth()).toMatchObject({ count: 1, expected: 1, aside: 2 });
  });

  test('parts of an import are committed by the last one', async () => {
    const source = await start();
    for (const id of ['a', 'b', 'c']) await source.save(id);
    const records = await contents(source.database);
    globalThis.indexedDB = new IDBFactory();
    stored = {};
    const { importPart, libraryHealth, database } = await start();
    const importId = '11111111-1111-4111-8111-111111111111';
    await libraryHealth();
    expect(await importPart({ importId, index: 0, records: records.slice(0, 2), last: false })).toEqual({
      state: 'staged',
    });
    expect(await database.count('clips')).toBe(0);
    expect(await importPart({ importId, index: 1, records: records.slice(2), last: true })).toEqual({
      state: 'committed',
      added: 3,
      updated: 0,
      unchanged: 0,
      versions: 3,
    });
    expect(await contents(database)).toEqual(records);
    expect(await libraryHealth()).toMatchObject({ count: 3, expected: 3 });
  });

  test('what the browser emptied is no longer missed once it is imported again', async () => {
    const { libraryHealth, save, database } = await start();
    for (const id of ['a', 'b', 'c']) await save(id);
    await libraryHealth();
    const records = await contents(database);
    database.close();
    globalThis.indexedDB = new IDBFactory();
    const later = await start();
    const importId = '11111111-1111-4111-8111-111111111111';
    await later.importPart({ importId, index: 0, records: records.slice(1), last: true });
    expect(await later.libraryHealth()).toMatchObject({ count: 2, expected: 3 });
    await later.importPart({ importId, index: 0, records, last: true });
    expect(await later.libraryHealth()).toMatchObject({ count: 3, expected: 3 });
  });

  test('drafts are kept with the time they were typed at', async () => {
    const { keepDraft, database } = await start();
    await keepDraft({ url: 'https://example.com/1', note: '稿', tags: ['黨建'] });
    expect(await database.getAll('drafts')).toEqual([
      { url: 'https://example.com/1', note: '稿', tags: ['黨建'], at: '2026-06-01T00:00:00.000Z' },
    ]);
  });

  test('the connection is opened again after it was lost', async () => {
    const { database } = await start();
    const { library } = await import('../../../utils/extension/library-connection');
    expect(await library()).toBe(database);
    forceCloseDatabase(unwrap(database) as never);
    await new Promise((resolve) => setTimeout(resolve));
    const again = await library();
    expect(again).not.toBe(database);
    expect(await again.count('clips')).toBe(0);
  });
});
