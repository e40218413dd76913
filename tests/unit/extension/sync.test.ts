import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleVersion } from '../clips/sync/machine';
import { type TestServer, webDavServer } from './webdav-server';

const stored: Record<string, unknown> = {};
const granted = new Set<string>();
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => structuredClone({ [key]: stored[key] }),
        set: async (items: object) => Object.assign(stored, structuredClone(items)),
        remove: async (key: string) => {
          delete stored[key];
        },
      },
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
      getAll: async () => ({ origins: [...granted] }),
      remove: async ({ origins }: { origins: string[] }) =>
        origins.map((origin) => granted.delete(origin)).every(Boolean),
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async (scripts: object[]) => registered.push(...scripts),
    },
  },
}));
const registered: object[] = [];
const { configureSync, syncNow, syncStatus } = await import('../../../utils/extension/sync');
const { tellDeletions } = await import('../../../utils/extension/sync-memory');
const { addedSites } = await import('../../../utils/extension/sites');
const { library } = await import('../../../utils/extension/library-connection');
const { deleteForever, saveVersion } = await import('../../../utils/clips/store');

let server: TestServer;
beforeAll(async () => {
  server = await webDavServer('reader', 'secret');
});
afterAll(async () => {
  server.close();
  (await library()).close();
});

beforeEach(async () => {
  await configureSync({ what: 'forget' });
  server.files.clear();
  server.requests.length = 0;
  granted.clear();
  granted.add('http://127.0.0.1/*');
});

const name = (password: string | null, change: { user?: string; url?: string } = {}) =>
  configureSync({
    what: 'server',
    server: { url: server.url, user: 'reader', password, folder: 'Qingyue', ...change },
  });

async function saveSample(): Promise<string> {
  const { clipId: _, number: __, ...version } = sampleVersion({ saveId: crypto.randomUUID() });
  return (await saveVersion(await library(), version, { note: '', tags: [] })).clipId;
}

describe('sync', () => {
  test('is off, and asks nothing of anybody, until a server is named', async () => {
    expect(await syncNow()).toEqual({ server: null, enabled: false, running: false, lastRun: null });
    expect(server.requests).toEqual([]);
  });

  test('tries a server that is named, and keeps its password to the background', async () => {
    const { status, failure } = await name('secret');
    expect(failure).toBeNull();
    expect(status.server).toEqual({ url: server.url, user: 'reader', folder: 'Qingyue' });
    expect(JSON.stringify(await syncStatus())).not.toContain('secret');
    expect(server.requests).toContain('PROPFIND Qingyue/clips');
  });

  test('keeps a password that is not typed again, but not for another user or server', async () => {
    await name('secret');
    expect((await name(null)).failure).toBeNull();
    expect((await name(null, { user: 'somebody' })).failure).toBe('auth');
    await name('secret');
    expect((await name(null, { url: `${server.url}dav/` })).failure).toBe('auth');
  });

  test('sends nothing without the permission for the host', async () => {
    granted.clear();
    expect((await name('secret')).failure).toBe('permission');
    expect((await syncNow()).lastRun).toMatchObject({ failure: 'permission' });
    expect(server.requests).toEqual([]);
  });

  test('sends the library, and says when and how much', async () => {
    await name('secret');
    const id = await saveSample();
    const { lastRun } = await syncNow();
    expect(lastRun).toMatchObject({ failure: null, uploaded: 2, downloaded: 0, refused: 0 });
    expect(new Date(lastRun!.at).toISOString()).toBe(lastRun!.at);
    expect([...server.files.keys()].sort()).toEqual([
      `Qingyue/clips/${id}.json`,
      `Qingyue/versions/${id}-1-${id}.json`,
    ]);
    await deleteForever(await library(), [id]);
    await tellDeletions([id]);
    await syncNow();
    expect([...server.files.keys()]).toEqual([`Qingyue/clips/${id}.json`]);
  });

  test('joins a run that is under way', async () => {
    await name('secret');
    server.requests.length = 0;
    await Promise.all([syncNow(), syncNow()]);
    expect(server.requests.filter((request) => request.startsWith('PROPFIND'))).toHaveLength(2);
  });

  test('says what went wrong', async () => {
    await name('wrong');
    expect((await syncNow()).lastRun).toMatchObject({ failure: 'auth', uploaded: 0 });
  });

  test('forgets a server with its password and permission', async () => {
    await name('secret');
    expect((await configureSync({ what: 'forget' })).status.server).toBeNull();
    expect(JSON.stringify(stored)).not.toContain('secret');
    expect([...granted]).toEqual([]);
  });

  test('does not take the server for a site that the reader added', async () => {
    granted.add('*://portal.example/*');
    await name('secret');
    expect(await addedSites()).toEqual(['*://portal.example/*']);
    expect(registered.at(-1)).toMatchObject({ matches: ['*://portal.example/*'] });
  });
});
