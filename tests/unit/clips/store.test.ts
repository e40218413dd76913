import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type NewVersion, SCHEMA_VERSION } from '../../../utils/clips/clip';
import { type ClipDatabase, openLibrary } from '../../../utils/clips/database';
import { draftOf, saveDraft } from '../../../utils/clips/drafts';
import {
  changeClips,
  clipStatus,
  deleteForever,
  exportEverything,
  firstClips,
  isClipped,
  listClips,
  loadSketches,
  loadTexts,
  purgeTrash,
  saveVersion,
  versionsOf,
} from '../../../utils/clips/store';
import { contents, emptyLibrary, newName, putRaw, textsOf, version } from './library';

describe('the clip store', () => {
  let database: ClipDatabase;
  let name: string;
  const save = (made: NewVersion, note = '', tags: string[] = []) => saveVersion(database, made, { note, tags });

  beforeEach(async () => {
    name = newName();
    database = await emptyLibrary(name);
  });
  afterEach(() => database.close());

  test('keeps a new address as a clip with one version', async () => {
    expect(await save(version('a', '一', '2026-01-01T00:00:00Z'), '看過')).toEqual({
      outcome: 'created',
      clipId: 'a',
      added: true,
    });
    const [clip] = await listClips(database);
    expect(clip).toEqual({
      schema: SCHEMA_VERSION,
      id: 'a',
      url: 'https://example.com/1',
      title: '陳鍇竑調研文昌商圈建設工作',
      latest: 1,
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
      note: '看過',
      tags: [],
      starred: false,
      trashedAt: null,
      card: {
        published: null,
        event: null,
        source: null,
        host: 'example.com',
        agency: null,
        documentNumber: null,
        script: 'traditional',
        people: [],
        places: [],
        textHash: 'hash of 一',
        length: 1,
      },
    });
    expect((await versionsOf(database, 'a')).map(({ article }) => article.blocks)).toEqual([
      [{ type: 'paragraph', text: '一' }],
    ]);
    expect(await loadTexts(database)).toEqual(new Map([['a', '陈锴竑调研文昌商圈建设工作\n一']]));
  });

  test('answers a retry as it answered the first time, and keeps one clip', async () => {
    await save(version('a', '一', '2026-01-01T00:00:00Z'));
    const retry = await save(version('a', '一', '2026-01-01T00:00:05Z'));
    expect(retry).toEqual({ outcome: 'created', clipId: 'a', added: false });
    expect(await database.count('clips')).toBe(1);
    expect(await database.count('versions')).toBe(1);
  });

  test('numbers a changed text as a new version of the same clip, and keeps the old one', async () => {
    await save(version('a', '一', '2026-01-01T00:00:00Z'), '附注');
    const second = version('b', '二', '2026-01-02T00:00:00Z');
    expect(await save(second)).toEqual({ outcome: 'new-version', clipId: 'a', added: false });
    expect(await save(second)).toEqual({ outcome: 'new-version', clipId: 'a', added: false });
    const [clip] = await listClips(database);
    expect(clip).toMatchObject({ latest: 2, note: '附注', card: { textHash: 'hash of 二' } });
    expect((await versionsOf(database, 'a')).map(({ number, textHash }) => [number, textHash])).toEqual([
      [2, 'hash of 二'],
      [1, 'hash of 一'],
    ]);
    expect((await loadTexts(database)).get('a')).toMatch(/二$/);
  });

  test('adds no version for a text that has not changed', async () => {
    await save(version('a', '一', '2026-01-01T00:00:00Z'));
    const again = await save(version('b', '一', '2026-01-02T00:00:00Z'), '新附注');
    expect(again).toEqual({ outcome: 'unchanged', clipId: 'a', added: false });
    expect(await database.count('versions')).toBe(1);
    expect((await database.get('clips', 'a'))?.note).toBe('新附注');
  });

  test('adds the tags of a later save to those that are there', async () => {
    await save(version('a', '一', '2026-01-01T00:00:00Z'), '', ['黨建', '商圈']);
    await save(version('b', '二', '2026-01-02T00:00:00Z'), '', ['商圈', '待查']);
    expect((await database.get('clips', 'a'))?.tags).toEqual(['黨建', '商圈', '待查']);
  });

  test('keeps 30 of 30 saved at once through six connections', async () => {
    const tabs = await Promise.all(Array.from({ length: 6 }, () => openLibrary(name)));
    const saves = tabs.flatMap((tab, i) =>
      Array.from({ length: 5 }, (_, j) =>
        saveVersion(
          tab.database,
          version(`id-${i}-${j}`, `第${i}頁第${j}篇`, '2026-01-01T00:00:00Z', `https://example.com/${i}/${j}`),
          { note: '', tags: [] },
        ),
      ),
    );
    await Promise.all(saves);
    for (const tab of tabs) tab.database.close();
    expect(await listClips(database)).toHaveLength(30);
    expect(await database.count('versions')).toBe(30);
  });

  test('two who save one page at once make one clip with both texts', async () => {
    const other = await emptyLibrary(name);
    const results = await Promise.all([
      save(version('a', '一', '2026-01-01T00:00:00Z')),
      saveVersion(other, version('b', '二', '2026-01-01T00:00:00Z'), { note: '', tags: [] }),
    ]);
    other.close();
    expect(results).toEqual([
      { outcome: 'created', clipId: 'a', added: true },
      { outcome: 'new-version', clipId: 'a', added: false },
    ]);
    expect((await contents(database)).map(textsOf)).toEqual([['二', '一']]);
  });

  test('says whether an address is clipped and still reads the same', async () => {
    const url = 'https://example.com/1';
    expect(await clipStatus(database, url, 'hash of 一')).toEqual({ state: 'none' });
    await save(version('a', '一', '2026-01-01T00:00:00Z'));
    const known = { clipId: 'a', savedAt: '2026-01-01T00:00:00Z' };
    expect(await clipStatus(database, url, 'hash of 一')).toEqual({ state: 'unchanged', ...known });
    expect(await clipStatus(database, url, 'hash of 二')).toEqual({ state: 'changed', ...known });
    await changeClips(database, ['a'], { trashedAt: '2026-01-03T00:00:00Z' });
    expect(await clipStatus(database, url, 'hash of 一')).toEqual({ state: 'none' });
    expect(await isClipped(database, url)).toBe(false);
  });

  test('clipping an address again takes its clip out of the trash', async () => {
    await save(version('a', '一', '2026-01-01T00:00:00Z'));
    await changeClips(database, ['a'], { trashedAt: '2026-01-03T00:00:00Z' });
    await save(version('b', '一', '2026-01-04T00:00:00Z'));
    expect((await database.get('clips', 'a'))?.trashedAt).toBeNull();
    expect(await isClipped(database, 'https://example.com/1')).toBe(true);
  });

  test('a change to a clip that is gone makes no clip', async () => {
    await changeClips(database, ['gone'], { note: '附注' });
    expect(await database.count('clips')).toBe(0);
  });

  test('a change reaches all clips it names', async () => {
    for (const id of ['a', 'b', 'c'])
      await save(version(id, '一', '2026-01-01T00:00:00Z', `https://example.com/${id}`));
    await changeClips(database, ['a', 'c'], { starred: true, tags: ['黨建'] });
    expect((await contents(database)).map(({ clip }) => [clip.id, clip.starred, clip.tags])).toEqual([
      ['a', true, ['黨建']],
      ['b', false, []],
      ['c', true, ['黨建']],
    ]);
  });

  test('what is deleted for good is gone with versions and text; the ids of what was there come back', async () => {
    await save(version('a', '一', '2026-01-01T00:00:00Z'));
    await save(version('b', '二', '2026-01-02T00:00:00Z'));
    await save(version('c', '三', '2026-01-02T00:00:00Z', 'https://example.com/3'));
    expect(await deleteForever(database, ['a', 'gone'])).toEqual(['a']);
    expect((await contents(database)).map(({ clip }) => clip.id)).toEqual(['c']);
    expect(await database.getAllKeys('versions')).toEqual([['c', 1]]);
    expect([...(await loadTexts(database)).keys()]).toEqual(['c']);
    expect([...(await loadSketches(database)).keys()]).toEqual(['c']);
  });

  test('begins with the clips saved last outside the trash, and knows how many there are', async () => {
    for (const [index, id] of ['c', 'a', 'e', 'b', 'd'].entries())
      await save(version(id, '一', `2026-01-0${index + 1}T00:00:00.000Z`, `https://example.com/${id}`));
    await changeClips(database, ['b', 'c'], { trashedAt: '2026-02-01T00:00:00.000Z' });
    const beginning = async (limit: number) => {
      const first = await firstClips(database, limit);
      return { ...first, clips: first?.clips.map(({ id }) => id) };
    };
    expect(await beginning(9)).toEqual({ clips: ['d', 'e', 'a'], kept: 3, trashed: 2 });
    expect(await beginning(3)).toEqual({ clips: ['d', 'e'], kept: 3, trashed: 2 });
    await putRaw(database, 'clips', { ...(await database.get('clips', 'd'))!, tags: 'x' });
    expect(await beginning(3)).toEqual({ clips: ['e'], kept: 3, trashed: 2 });
  });

  test('reads a library of more records than are read at once, each once, and passes over broken sketches', async () => {
    const transaction = database.transaction(['texts', 'sketches'], 'readwrite');
    const ids = Array.from({ length: 2_001 }, (_, index) => `${index}`);
    for (const clipId of ids) {
      void transaction.objectStore('texts').put({ clipId, text: clipId });
      void transaction.objectStore('sketches').put({ clipId, sketch: [Number(clipId), clipId === '7' ? 0.5 : 1] });
    }
    await transaction.done;
    const texts = await loadTexts(database);
    expect(texts).toEqual(new Map(ids.map((id) => [id, id])));
    const sketches = await loadSketches(database);
    expect(sketches.size).toBe(2_000);
    expect(sketches.get('8')).toEqual([8, 1]);
    expect(sketches.has('7')).toBe(false);
  });

  test('the trash is kept for 30 days', async () => {
    for (const id of ['a', 'b', 'c'])
      await save(version(id, '一', '2026-01-01T00:00:00Z', `https://example.com/${id}`));
    await changeClips(database, ['a'], { trashedAt: '2026-02-01T00:00:00.000Z' });
    await changeClips(database, ['b'], { trashedAt: '2026-02-01T00:00:00.001Z' });
    expect(await purgeTrash(database, '2026-03-02T23:59:59.999Z')).toEqual([]);
    expect(await purgeTrash(database, '2026-03-03T00:00:00.000Z')).toEqual(['a']);
    expect((await listClips(database)).map(({ id }) => id).sort()).toEqual(['b', 'c']);
  });

  test('drafts are kept by address and forgotten with the save that commits them', async () => {
    const url = 'https://example.com/1';
    await saveDraft(database, { url, note: '稿', tags: ['黨建'], at: '2026-01-01T00:00:00.000Z' });
    await saveDraft(database, { url: `${url}#2`, note: '另', tags: [], at: '2026-01-01T00:00:00.000Z' });
    expect(await draftOf(database, url)).toMatchObject({ note: '稿', tags: ['黨建'] });
    await save(version('a', '一', '2026-01-01T00:00:00Z'), '稿');
    expect(await draftOf(database, url)).toBeNull();
    expect(await draftOf(database, `${url}#2`)).toMatchObject({ note: '另' });
  });

  test('a draft that says nothing any more is forgotten', async () => {
    const draft = { url: 'https://example.com/1', tags: [], at: '2026-01-01T00:00:00.000Z' };
    await saveDraft(database, { ...draft, note: '稿' });
    await saveDraft(database, { ...draft, note: '' });
    expect(await database.count('drafts')).toBe(0);
  });

  test('an export holds every clip in the order of ids, the trash included, while saves go on', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `id-${String(i).padStart(2, '0')}`);
    for (const id of ids) await save(version(id, '一', '2026-01-01T00:00:00Z', `https://example.com/${id}`));
    await changeClips(database, ['id-07'], { trashedAt: '2026-02-01T00:00:00.000Z' });
    const exported: string[] = [];
    for await (const { clip } of exportEverything(database)) {
      exported.push(clip.id);
      if (clip.id === 'id-00') await deleteForever(database, ['id-39']);
    }
    expect(exported).toEqual(ids.slice(0, -1));
  });
});
