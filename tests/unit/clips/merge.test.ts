import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClipWithVersions } from '../../../utils/clips/clip';
import type { ClipDatabase } from '../../../utils/clips/database';
import { toJson } from '../../../utils/clips/formats/json';
import { importStaged } from '../../../utils/clips/merge';
import { commitStaged, dropStale, IncompleteImportError, stagePart } from '../../../utils/clips/staging';
import {
  type ClipChange,
  changeClips,
  deleteForever,
  exportEverything,
  loadTexts,
  saveVersion,
} from '../../../utils/clips/store';
import { contents, emptyLibrary, fullDisk, NO_REMARKS, textsOf, version } from './library';

const URL = 'https://example.com/1';

/** A library with one clip: its id, and its versions as day and text. */
async function withClip(id: string, versions: [day: string, text: string][], change: ClipChange = {}, url = URL) {
  const database = await emptyLibrary();
  for (const [index, [day, text]] of versions.entries()) {
    const saveId = index === 0 ? id : `${id}-${index + 1}`;
    await saveVersion(database, version(saveId, text, `${day}T00:00:00.000Z`, url), NO_REMARKS);
  }
  await changeClips(database, [id], change);
  return database;
}

async function exported(database: ClipDatabase): Promise<string> {
  let text = '';
  for await (const part of toJson(exportEverything(database))) text += part;
  return text;
}

describe('an import', () => {
  let here: ClipDatabase;
  let there: ClipDatabase;
  let incoming: ClipWithVersions[];

  async function meet(a: ClipDatabase, b: ClipDatabase) {
    [here, there] = [a, b];
    incoming = await contents(there);
    return importStaged(here, incoming);
  }
  beforeEach(async () => {
    here = await emptyLibrary();
    there = await emptyLibrary();
  });
  afterEach(() => {
    here.close();
    there.close();
  });

  test('into an empty library brings everything: exported again it is the same bytes', async () => {
    const source = await withClip(
      'a',
      [
        ['2026-01-01', '一'],
        ['2026-01-02', '二'],
      ],
      { note: '附注', starred: true },
    );
    await saveVersion(source, version('b', '三', '2026-01-03T00:00:00.000Z', 'https://example.com/3'), NO_REMARKS);
    await changeClips(source, ['b'], { trashedAt: '2026-01-04T00:00:00.000Z' });
    const before = await exported(source);
    expect(await meet(here, source)).toEqual({ added: 2, updated: 0, unchanged: 0, versions: 3 });
    expect(await exported(here)).toBe(before);
    expect(await loadTexts(here)).toEqual(await loadTexts(source));
    await deleteForever(here, ['a', 'b']);
    await importStaged(here, incoming);
    expect(await exported(here)).toBe(before);
  });

  test('of the same again adds and changes nothing', async () => {
    await meet(
      await withClip('a', [['2026-01-01', '一']]),
      await withClip('b', [['2026-02-01', '二']], { note: '附注' }),
    );
    const before = await exported(here);
    expect(await importStaged(here, incoming)).toEqual({ added: 0, updated: 0, unchanged: 1, versions: 0 });
    expect(await exported(here)).toBe(before);
  });

  test('trusts no derived field', async () => {
    const source = await withClip('a', [['2026-01-01', '一']]);
    const [entry] = await contents(source);
    source.close();
    const forged = structuredClone(entry!);
    Object.assign(forged.clip, { title: '假', latest: 9, schema: 1 });
    forged.clip.card.host = 'forged.example';
    await importStaged(here, [forged]);
    expect(await contents(here)).toEqual([entry]);
  });

  test('keeps both histories of one address under the clip that is here, in the order of time', async () => {
    const report = await meet(
      await withClip('a', [
        ['2026-01-01', '一'],
        ['2026-03-01', '三'],
      ]),
      await withClip('b', [
        ['2026-02-01', '二'],
        ['2026-04-01', '四'],
      ]),
    );
    expect(report).toEqual({ added: 0, updated: 1, unchanged: 0, versions: 2 });
    const [entry, ...others] = await contents(here);
    expect(others).toEqual([]);
    expect(entry?.clip).toMatchObject({ id: 'a', url: URL, latest: 4, card: { textHash: 'hash of 四' } });
    expect(textsOf(entry!)).toEqual(['四', '三', '二', '一']);
    expect(entry?.versions.map(({ number, clipId, saveId }) => [number, clipId, saveId])).toEqual([
      [4, 'a', 'b-2'],
      [3, 'a', 'a-2'],
      [2, 'a', 'b'],
      [1, 'a', 'a'],
    ]);
    expect((await loadTexts(here)).get('a')).toMatch(/四$/);
  });

  test('adds the versions that one of two copies went on to', async () => {
    const a = await withClip('a', [['2026-01-01', '一']]);
    const b = await emptyLibrary();
    await importStaged(b, await contents(a));
    await saveVersion(a, version('here', '二', '2026-02-01T00:00:00.000Z'), NO_REMARKS);
    await saveVersion(b, version('there', '三', '2026-01-15T00:00:00.000Z'), NO_REMARKS);
    await meet(a, b);
    expect(textsOf((await contents(here))[0]!)).toEqual(['二', '三', '一']);
  });

  test('keeps a text under an id that is known for another text, once', async () => {
    const a = await withClip('a', [['2026-01-01', '一']]);
    const [entry] = await contents(a);
    const edited = structuredClone(entry!);
    Object.assign(edited.versions[0]!, { textHash: 'hash of 改', original: ['改'] });
    expect(await importStaged(a, [edited])).toMatchObject({ versions: 1 });
    expect(await importStaged(a, [edited])).toMatchObject({ versions: 0, unchanged: 1 });
    expect(textsOf((await contents(a))[0]!)).toEqual(['改', '一']);
    a.close();
  });

  test('keeps what either side says', async () => {
    await meet(
      await withClip('a', [['2026-01-01', '一']], {
        note: '甲',
        tags: ['黨建', '商圈'],
        trashedAt: '2026-02-01T00:00:00.000Z',
      }),
      await withClip('b', [['2026-01-01', '一']], { note: '乙', tags: ['商圈', '待查'], starred: true }),
    );
    const [entry] = await contents(here);
    expect(entry?.clip).toMatchObject({
      note: '甲\n\n乙',
      tags: ['黨建', '商圈', '待查'],
      starred: true,
      trashedAt: null,
    });
    await importStaged(here, incoming);
    expect(await contents(here)).toEqual([entry]);
  });

  test('that fails halfway has done nothing', async () => {
    const source = await withClip('a', [['2026-01-01', '一']]);
    await saveVersion(source, version('b', '二', '2026-01-02T00:00:00.000Z', 'https://example.com/2'), NO_REMARKS);
    incoming = await contents(source);
    source.close();
    function* stopped() {
      yield incoming[0]!;
      throw new Error('stopped');
    }
    await expect(importStaged(here, stopped())).rejects.toThrow('stopped');
    expect(await contents(here)).toEqual([]);
    expect((await loadTexts(here)).size).toBe(0);
  });
});

describe('an import in parts', () => {
  const AT = '2026-05-01T00:00:00.000Z';
  let database: ClipDatabase;
  let records: ClipWithVersions[];

  beforeEach(async () => {
    database = await withClip('here', [['2026-01-01', '在']], { note: '原' });
    const source = await emptyLibrary();
    for (let i = 0; i < 6; i++)
      await saveVersion(source, version(`id-${i}`, `第${i}篇`, AT, `https://example.com/part/${i}`), NO_REMARKS);
    records = await contents(source);
    source.close();
  });
  afterEach(() => database.close());

  const stage = (index: number, importId = 'import') =>
    stagePart(database, { importId, index, records: records.slice(index * 2, index * 2 + 2), at: AT });

  test('leaves the library as it is until the last part has come, then has all', async () => {
    const before = await contents(database);
    for (const index of [0, 1, 2]) await stage(index);
    expect(await contents(database)).toEqual(before);
    expect(await commitStaged(database, 'import', 3)).toEqual({ added: 6, updated: 0, unchanged: 0, versions: 6 });
    expect((await contents(database)).map(({ clip }) => clip.id)).toEqual([
      'here',
      ...records.map(({ clip }) => clip.id),
    ]);
    expect(await database.count('staged')).toBe(0);
  });

  test('a part that is sent twice counts once', async () => {
    for (const index of [0, 1, 1, 2]) await stage(index);
    expect(await commitStaged(database, 'import', 3)).toMatchObject({ added: 6, unchanged: 0 });
  });

  test('with a part missing commits nothing, and can still be completed', async () => {
    const before = await contents(database);
    await stage(0);
    await stage(2);
    await expect(commitStaged(database, 'import', 3)).rejects.toBeInstanceOf(IncompleteImportError);
    expect(await contents(database)).toEqual(before);
    await stage(1);
    expect(await commitStaged(database, 'import', 3)).toMatchObject({ added: 6 });
  });

  test.each([0, 1, 2, 5, 9, 14])(
    'stopped at write %i of its commit leaves the library and all parts',
    async (writes) => {
      for (const index of [0, 1, 2]) await stage(index);
      const before = await contents(database);
      let left = writes;
      const put = IDBObjectStore.prototype.put;
      const killed: typeof put = function (this: IDBObjectStore, ...args) {
        if (left-- === 0) this.transaction.abort();
        return put.apply(this, args);
      };
      const add = IDBObjectStore.prototype.add;
      Object.assign(IDBObjectStore.prototype, { put: killed, add: killed });
      try {
        await expect(commitStaged(database, 'import', 3)).rejects.toThrow();
      } finally {
        Object.assign(IDBObjectStore.prototype, { put, add });
      }
      expect(await contents(database)).toEqual(before);
      expect(await database.count('staged')).toBe(3);
      expect(await commitStaged(database, 'import', 3)).toMatchObject({ added: 6 });
    },
  );

  test('on a full disk leaves the library as it was', async () => {
    for (const index of [0, 1, 2]) await stage(index);
    const before = await contents(database);
    const emptyDisk = fullDisk();
    try {
      await expect(commitStaged(database, 'import', 3)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    } finally {
      emptyDisk();
    }
    expect(await contents(database)).toEqual(before);
  });

  test('another import under way is left alone', async () => {
    await stage(0, 'other');
    for (const index of [0, 1, 2]) await stage(index);
    await commitStaged(database, 'import', 3);
    expect(await database.getAllKeys('staged')).toEqual([['other', 0]]);
  });

  test('parts of an import that was never finished are dropped after a day', async () => {
    await stage(0);
    await dropStale(database, '2026-05-02T00:00:00.000Z');
    expect(await database.count('staged')).toBe(1);
    await dropStale(database, '2026-05-02T00:00:00.001Z');
    expect(await database.count('staged')).toBe(0);
  });
});
