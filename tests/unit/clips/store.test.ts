import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../../utils/article/article';
import { SCHEMA_VERSION } from '../../../utils/clips/clip';
import {
  type ClipDatabase,
  changeClip,
  clipStatus,
  isClipped,
  listClips,
  NewerLibraryError,
  type NewVersion,
  openLibrary,
  saveVersion,
} from '../../../utils/clips/store';

function article(url: string, text: string): Article {
  return {
    kind: 'article',
    url,
    title: '陳鍇竑調研文昌商圈建設工作',
    titleOrigin: 'page',
    published: null,
    source: null,
    author: null,
    editor: null,
    column: [],
    language: 'zh-TW',
    document: null,
    publisher: { verdict: 'unknown', host: 'example.com', evidence: [] },
    attachments: [],
    blocks: [{ type: 'paragraph', text }],
  };
}

function version(saveId: string, text: string, savedAt: string, url = 'https://example.com/1'): NewVersion {
  return {
    saveId,
    savedAt,
    article: article(url, text),
    digest: { dates: [], people: [], places: [], organisations: [] },
    script: 'traditional',
    repair: { annotations: 0, shiftedRuns: 0, unrepaired: 0 },
    families: [],
    original: [text],
    edits: {},
    textHash: `hash of ${text}`,
  };
}

describe('the clip store', () => {
  let database: ClipDatabase;
  let name: string;
  let round = 0;

  beforeEach(async () => {
    name = `test-${round++}`;
    database = await openLibrary(name);
  });
  afterEach(() => database.close());

  test('keeps a new address as a clip with one version', async () => {
    expect(await saveVersion(database, version('a', '一', '2026-01-01T00:00:00Z'), '看過')).toEqual({
      outcome: 'created',
      clipId: 'a',
    });
    const [entry] = await listClips(database);
    expect(entry?.clip).toEqual({
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
    });
    expect(entry?.version.article.blocks).toEqual([{ type: 'paragraph', text: '一' }]);
  });

  test('answers a retry as it answered the first time, and keeps one clip', async () => {
    await saveVersion(database, version('a', '一', '2026-01-01T00:00:00Z'), '');
    const retry = await saveVersion(database, version('a', '一', '2026-01-01T00:00:05Z'), '');
    expect(retry).toEqual({ outcome: 'created', clipId: 'a' });
    expect(await database.count('clips')).toBe(1);
    expect(await database.count('versions')).toBe(1);
  });

  test('numbers a changed text as a new version of the same clip, and keeps the old one', async () => {
    await saveVersion(database, version('a', '一', '2026-01-01T00:00:00Z'), '附注');
    const second = version('b', '二', '2026-01-02T00:00:00Z');
    expect(await saveVersion(database, second, '')).toEqual({ outcome: 'new-version', clipId: 'a' });
    expect(await saveVersion(database, second, '')).toEqual({ outcome: 'new-version', clipId: 'a' });
    const [entry] = await listClips(database);
    expect(entry?.clip.latest).toBe(2);
    expect(entry?.clip.note).toBe('附注');
    expect(entry?.version.textHash).toBe('hash of 二');
    expect((await database.get('versions', ['a', 1]))?.textHash).toBe('hash of 一');
  });

  test('adds no version for a text that has not changed', async () => {
    await saveVersion(database, version('a', '一', '2026-01-01T00:00:00Z'), '');
    const again = await saveVersion(database, version('b', '一', '2026-01-02T00:00:00Z'), '新附注');
    expect(again).toEqual({ outcome: 'unchanged', clipId: 'a' });
    expect(await database.count('versions')).toBe(1);
    expect((await database.get('clips', 'a'))?.note).toBe('新附注');
  });

  test('saves of many articles at once are all kept', async () => {
    const saves = Array.from({ length: 30 }, (_, i) =>
      saveVersion(database, version(`id-${i}`, `第${i}篇`, '2026-01-01T00:00:00Z', `https://example.com/${i}`), ''),
    );
    await Promise.all(saves);
    expect(await listClips(database)).toHaveLength(30);
  });

  test('says whether an address is clipped and still reads the same', async () => {
    const url = 'https://example.com/1';
    expect(await clipStatus(database, url, 'hash of 一')).toEqual({ state: 'none' });
    await saveVersion(database, version('a', '一', '2026-01-01T00:00:00Z'), '');
    const known = { clipId: 'a', savedAt: '2026-01-01T00:00:00Z' };
    expect(await clipStatus(database, url, 'hash of 一')).toEqual({ state: 'unchanged', ...known });
    expect(await clipStatus(database, url, 'hash of 二')).toEqual({ state: 'changed', ...known });
    await changeClip(database, 'a', { trashedAt: '2026-01-03T00:00:00Z' });
    expect(await clipStatus(database, url, 'hash of 一')).toEqual({ state: 'none' });
    expect(await isClipped(database, url)).toBe(false);
  });

  test('clipping an address again takes its clip out of the trash', async () => {
    await saveVersion(database, version('a', '一', '2026-01-01T00:00:00Z'), '');
    await changeClip(database, 'a', { trashedAt: '2026-01-03T00:00:00Z' });
    await saveVersion(database, version('b', '一', '2026-01-04T00:00:00Z'), '');
    expect((await database.get('clips', 'a'))?.trashedAt).toBeNull();
    expect(await isClipped(database, 'https://example.com/1')).toBe(true);
  });

  test('a change to a clip that is gone makes no clip', async () => {
    await changeClip(database, 'gone', { note: '附注' });
    expect(await database.count('clips')).toBe(0);
  });

  test('a library written by a newer version is refused, not touched', async () => {
    database.close();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, SCHEMA_VERSION + 1);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    await expect(openLibrary(name)).rejects.toBeInstanceOf(NewerLibraryError);
  });
});
