import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { stagePart } from '../../../utils/clips/staging';
import { contents, version } from '../clips/library';

let stored: Record<string, unknown> = {};
let origins: string[] = [];

const local = {
  get: async (key: string | null) => structuredClone(key === null ? stored : { [key]: stored[key] }),
  set: async (items: object) => void Object.assign(stored, structuredClone(items)),
  remove: async (key: string) => {
    delete stored[key];
  },
};
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: { local },
    permissions: {
      getAll: async () => ({ origins }),
      remove: async ({ origins: gone = [] }: { origins?: string[] }) => {
        origins = origins.filter((origin) => !gone.includes(origin));
        return true;
      },
    },
  },
}));

const SERVER = { url: 'https://dav.example.com/', user: '张三', password: '密', folder: 'Qingyue' };
const SYNC = { server: SERVER, enabled: true, lastRun: null };
const SETTINGS = { language: 'en', protectedNames: ['陳鍇竑'], badge: false };
const SITE = { convert: true };

/** The background with a library, drafts, settings, sites and a server. */
async function start() {
  vi.resetModules();
  const [{ deleteData }, care, connection, handlers, store, memory] = await Promise.all([
    import('../../../utils/extension/data-deletion'),
    import('../../../utils/extension/library-care'),
    import('../../../utils/extension/library-connection'),
    import('../../../utils/extension/library-handlers'),
    import('../../../utils/clips/store'),
    import('../../../utils/extension/sync-memory'),
  ]);
  const database = await connection.library();
  for (const id of ['a', 'b', 'c']) {
    await store.saveVersion(database, version(id, '一', '2026-01-01T00:00:00.000Z', `https://example.com/${id}`), {
      note: '',
      tags: [],
    });
    await care.committed(1);
  }
  await store.changeClips(database, ['c'], { trashedAt: '2026-01-02T00:00:00.000Z' });
  const records = (await contents(database)).slice(0, 1);
  await stagePart(database, { importId: 'i', index: 0, records, at: '2026-01-01T00:00:00.000Z' });
  await database.add('aside', {
    store: 'clips',
    record: {},
    reason: 'broken',
    at: '2026-01-01T00:00:00.000Z',
  } as never);
  await handlers.keepDraft({ url: 'https://example.com/d', note: '稿', tags: [] });
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        [...database.objectStoreNames].map(async (name) => [name, await database.count(name)] as const),
      ),
    );
  const noted = async () => (await memory.syncMemory()).getAllKeys('deletions');
  return { deleteData, counts, noted, health: care.libraryHealth };
}

const FULL = { aside: 1, clips: 3, drafts: 1, sketches: 3, staged: 1, texts: 3, versions: 3 };
const EMPTY = { aside: 0, clips: 0, drafts: 0, sketches: 0, staged: 0, texts: 0, versions: 0 };

describe('deleting data', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    vi.stubGlobal('navigator', {
      locks: { request: async (_: string, run: () => unknown) => run() },
      storage: { estimate: async () => ({}), persisted: async () => false },
    });
    origins = ['*://*.gov.cn/*', '*://www.example.com/*', 'https://dav.example.com/*'];
    stored = { settings: SETTINGS, sync: SYNC, 'site:www.example.com': SITE, 'site:www.gov.hk': SITE };
  });

  test('all of it leaves nothing behind', async () => {
    const { deleteData, counts, noted } = await start();
    expect(await counts()).toEqual(FULL);
    await deleteData(['clips', 'drafts', 'sites', 'settings', 'sync']);
    expect(await counts()).toEqual(EMPTY);
    expect(Object.keys(stored)).toEqual(['library-care']);
    expect(stored['library-care']).toEqual({
      expected: null,
      lastBackup: null,
      changes: 0,
      changedSince: null,
      caredAt: null,
      inspected: '',
    });
    expect(origins).toEqual(['*://*.gov.cn/*']);
    expect(await noted()).toEqual([]);
  });

  test('clips alone go with trash, versions, what was set aside and unfinished imports; they are not missed', async () => {
    const { deleteData, counts, health } = await start();
    await deleteData(['clips']);
    expect(await counts()).toEqual({ ...EMPTY, drafts: 1 });
    expect(await health()).toMatchObject({ count: 0, expected: 0, aside: 0, backupDue: false });
    expect(stored.settings).toEqual(SETTINGS);
    expect(stored['site:www.gov.hk']).toEqual(SITE);
  });

  test('the server hears of deleted clips where it is kept, and does not where it goes as well', async () => {
    const kept = await start();
    await kept.deleteData(['clips']);
    expect(await kept.noted()).toEqual(['a', 'b', 'c']);
    globalThis.indexedDB = new IDBFactory();
    const gone = await start();
    await gone.deleteData(['sync', 'clips']);
    expect(await gone.noted()).toEqual([]);
    expect(stored.sync).toBeUndefined();
  });

  test('drafts alone', async () => {
    const { deleteData, counts } = await start();
    await deleteData(['drafts']);
    expect(await counts()).toEqual({ ...FULL, drafts: 0 });
  });

  test('sites alone: what is remembered and what was granted, but not the server', async () => {
    const { deleteData, counts } = await start();
    await deleteData(['sites']);
    expect(Object.keys(stored).filter((key) => key.startsWith('site:'))).toEqual([]);
    expect(origins).toEqual(['*://*.gov.cn/*', 'https://dav.example.com/*']);
    expect(stored.sync).toEqual(SYNC);
    expect(await counts()).toEqual(FULL);
  });

  test('settings alone', async () => {
    const { deleteData, counts } = await start();
    await deleteData(['settings']);
    expect(stored.settings).toBeUndefined();
    expect(stored.sync).toEqual(SYNC);
    expect(await counts()).toEqual(FULL);
  });
});
