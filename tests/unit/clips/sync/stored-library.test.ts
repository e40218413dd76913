import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ClipVersion, ClipWithVersions } from '../../../../utils/clips/clip';
import { type ClipDatabase, openLibrary } from '../../../../utils/clips/database';
import { changeClips, deleteForever, exportEverything, saveVersion } from '../../../../utils/clips/store';
import {
  forgetServer,
  type MemoryDatabase,
  memoryIn,
  noteDeletions,
  openMemory,
} from '../../../../utils/clips/sync/memory';
import { type SyncReport, synchronise } from '../../../../utils/clips/sync/run';
import { storedLibrary } from '../../../../utils/clips/sync/stored-library';
import { FakeFolder } from './fake-folder';
import { makeId, sampleVersion } from './machine';

const PAGE = 'https://www.sample.gov.cn/a.html';
let machines = 0;
const open: { close(): void }[] = [];
afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

interface Computer {
  database: ClipDatabase;
  memory: MemoryDatabase;
  sync: () => Promise<SyncReport>;
  save: (text: string, change?: Partial<ClipVersion>) => Promise<string>;
  contents: () => Promise<ClipWithVersions[]>;
}

async function computer(remote: FakeFolder): Promise<Computer> {
  const name = `machine-${++machines}`;
  const [{ database }, memory] = await Promise.all([openLibrary(name), openMemory(() => {}, `${name}-sync`)]);
  open.push(database, memory);
  const now = () => '2026-03-09T00:00:00.000Z';
  return {
    database,
    memory,
    sync: () => synchronise({ library: storedLibrary(database), memory: memoryIn(memory), remote, makeId, now }),
    save: async (text, change) => {
      const { clipId: _, number: __, ...version } = sampleVersion({ url: PAGE, text, ...change });
      return (await saveVersion(database, version, { note: '', tags: [] })).clipId;
    },
    contents: async () => {
      const entries: ClipWithVersions[] = [];
      for await (const entry of exportEverything(database)) entries.push(entry);
      return entries;
    },
  };
}

async function pair(): Promise<{ server: FakeFolder; a: Computer; b: Computer }> {
  const server = new FakeFolder();
  return { server, a: await computer(server), b: await computer(server) };
}

describe('the stored library', () => {
  test('travels whole: header, card, search text, versions', async () => {
    const { a, b } = await pair();
    const id = await a.save('趙長松到訪');
    await a.save('趙長松再訪', { savedAt: '2026-03-02T08:00:00.000Z' });
    await changeClips(a.database, [id], { note: '看过', tags: ['人'], starred: true });
    await a.sync();
    await b.sync();
    expect(await b.contents()).toEqual(await a.contents());
    expect(await b.database.getAll('texts')).toEqual(await a.database.getAll('texts'));
    expect((await b.contents())[0]!.versions.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('becomes one clip where both saved the address, and no version is lost', async () => {
    const { a, b } = await pair();
    const first = await a.save('甲的', { savedAt: '2026-03-02T08:00:00.000Z' });
    const second = await b.save('乙的');
    for (const one of [a, b, a, b]) await one.sync();
    const [entry, ...others] = await a.contents();
    expect(others).toEqual([]);
    expect(entry!.clip.id).toBe([first, second].sort()[0]);
    expect(entry!.versions.map(({ number, original }) => [number, original[0]])).toEqual([
      [2, '甲的'],
      [1, '乙的'],
    ]);
    expect(await b.contents()).toEqual(await a.contents());
    expect(await b.database.count('texts')).toBe(1);
  });

  test('follows a deletion into the trash', async () => {
    const { a, b } = await pair();
    const id = await a.save('正文');
    await a.sync();
    await b.sync();
    await deleteForever(a.database, [id]);
    await noteDeletions(a.memory, [id]);
    await a.sync();
    await b.sync();
    expect(await a.contents()).toEqual([]);
    expect((await b.contents())[0]!.clip.trashedAt).toBe('2026-03-09T00:00:00.000Z');
  });

  test('is filled again when its clips went missing without a word', async () => {
    const { a } = await pair();
    const id = await a.save('正文');
    await a.sync();
    const before = await a.contents();
    await deleteForever(a.database, [id]);
    await a.sync();
    expect(await a.contents()).toEqual(before);
  });

  test('is not written when there is nothing to do', async () => {
    const { server, a } = await pair();
    await a.save('正文');
    await a.sync();
    const before = await a.contents();
    server.requests = [];
    await a.sync();
    expect(server.requests).toEqual(['list']);
    expect(await a.contents()).toEqual(before);
  });

  test('sends the records that can be read, whatever lies beside them', async () => {
    const { a, b } = await pair();
    const id = await a.save('正文');
    await a.database.put('versions', { clipId: id, number: 2, saveId: makeId(), article: 1 } as never);
    await a.database.put('clips', { id: 'broken', url: 'x' } as never);
    await a.sync();
    await b.sync();
    expect((await b.contents()).map(({ versions }) => versions.length)).toEqual([1]);
  });

  test('a forgotten server is a new one', async () => {
    const { server, a } = await pair();
    await a.save('正文');
    await a.sync();
    await forgetServer(a.memory);
    server.files.clear();
    expect(await a.sync()).toMatchObject({ uploaded: 2, complete: true });
  });
});
