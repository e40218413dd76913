import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClipDatabase } from '../../../utils/clips/database';
import { inspectFrom, inspectHeaders } from '../../../utils/clips/inspect';
import {
  asideCount,
  asideList,
  changeClips,
  clipStatus,
  listClips,
  saveVersion,
  versionsOf,
} from '../../../utils/clips/store';
import { contents, emptyLibrary, NO_REMARKS, putRaw, textsOf, version } from './library';

const AT = '2026-01-01T00:00:00.000Z';
const urlOf = (id: string) => `https://example.com/${id}`;

describe('records that fail their check', () => {
  let database: ClipDatabase;

  beforeEach(async () => {
    database = await emptyLibrary();
    for (const id of ['a', 'b', 'c']) await saveVersion(database, version(id, '一', AT, urlOf(id)), NO_REMARKS);
    await saveVersion(database, version('b-2', '二', '2026-01-02T00:00:00.000Z', urlOf('b')), NO_REMARKS);
    await changeClips(database, ['b'], { note: '附注', tags: ['黨建'], starred: true });
  });
  afterEach(() => database.close());

  const ids = async () => (await listClips(database)).map(({ id }) => id).sort();
  const headerOf = async (id: string) => (await database.get('clips', id))!;

  test('are passed over by what reads, until they are set aside', async () => {
    await putRaw(database, 'clips', { ...(await headerOf('b')), tags: 'x' });
    await putRaw(database, 'versions', { ...(await versionsOf(database, 'c'))[0], article: null });
    expect(await ids()).toEqual(['a', 'c']);
    expect(await versionsOf(database, 'c')).toEqual([]);
    expect(await clipStatus(database, urlOf('b'), 'hash of 二')).toEqual({ state: 'none' });
    expect((await contents(database)).map(({ clip }) => clip.id)).toEqual(['a', 'b']);
  });

  test.each([
    ['a field of the wrong type', { tags: 'x' }, { note: '附注', tags: [], starred: true }],
    ['a missing field', { starred: undefined }, { note: '附注', tags: ['黨建'], starred: false }],
    ['a bad time', { updatedAt: 'yesterday' }, { note: '附注', updatedAt: '2026-01-02T00:00:00.000Z' }],
    ['an address that is code', { url: 'javascript:alert(1)' }, { url: urlOf('b'), note: '附注' }],
  ])('a header with %s is kept aside and made anew of what can be read', async (_, change, expected) => {
    const broken = { ...(await headerOf('b')), ...change };
    await putRaw(database, 'clips', broken);
    expect(await inspectHeaders(database)).toBe(0);
    expect(await ids()).toEqual(['a', 'b', 'c']);
    expect(await headerOf('b')).toMatchObject({ id: 'b', latest: 2, ...expected });
    expect(await asideList(database)).toEqual([
      {
        id: 1,
        store: 'clips',
        record: broken,
        reason: expect.stringContaining(Object.keys(change)[0]!),
        at: expect.any(String),
      },
    ]);
    expect(await inspectHeaders(database)).toBe(0);
    expect(await asideCount(database)).toBe(1);
  });

  test('a card alone is made anew without a word: it says nothing that the versions do not', async () => {
    const whole = await headerOf('b');
    await putRaw(database, 'clips', { ...whole, card: { people: 7 } });
    await inspectHeaders(database);
    expect(await headerOf('b')).toEqual(whole);
    expect(await asideCount(database)).toBe(0);
  });

  test('a version is set aside and the clip falls back to the one before', async () => {
    const [newest] = await versionsOf(database, 'b');
    await putRaw(database, 'versions', { ...newest, digest: { people: [] } });
    expect(await inspectFrom(database, '', 10)).toEqual({ last: '', gone: 0 });
    expect(await asideList(database)).toMatchObject([{ store: 'versions', reason: expect.stringContaining('digest') }]);
    expect(await headerOf('b')).toMatchObject({ latest: 1, note: '附注', card: { textHash: 'hash of 一' } });
    expect((await database.get('texts', 'b'))?.text).toMatch(/一$/);
  });

  test('a clip without any version that can be read goes aside whole', async () => {
    const [only] = await versionsOf(database, 'c');
    await putRaw(database, 'versions', { ...only, original: null });
    expect(await inspectFrom(database, '', 10)).toEqual({ last: '', gone: 1 });
    expect(await ids()).toEqual(['a', 'b']);
    expect((await asideList(database)).map(({ store }) => store)).toEqual(['versions', 'clips']);
    expect(await database.count('texts')).toBe(2);
  });

  test('versions whose header is missing get one', async () => {
    await database.delete('clips', 'b');
    expect(await inspectFrom(database, '', 1)).toEqual({ last: 'a', gone: 0 });
    expect(await inspectFrom(database, 'a', 10)).toMatchObject({ last: '' });
    expect(await headerOf('b')).toMatchObject({ url: urlOf('b'), latest: 2, note: '', createdAt: AT });
  });

  test('versions whose header is missing join the clip that has their address by now', async () => {
    await database.delete('clips', 'b');
    await saveVersion(database, version('new', '三', '2026-01-01T12:00:00.000Z', urlOf('b')), NO_REMARKS);
    await inspectFrom(database, '', 10);
    const joined = (await contents(database)).find(({ clip }) => clip.id === 'new');
    expect(await ids()).toEqual(['a', 'c', 'new']);
    expect(textsOf(joined!)).toEqual(['二', '三', '一']);
  });

  test('a stretch at a time reaches every clip', async () => {
    const [only] = await versionsOf(database, 'c');
    await putRaw(database, 'versions', { ...only, families: ['unheard of'] });
    expect(await inspectFrom(database, '', 1)).toEqual({ last: 'a', gone: 0 });
    expect(await inspectFrom(database, 'a', 1)).toEqual({ last: 'b', gone: 0 });
    expect(await inspectFrom(database, 'b', 1)).toEqual({ last: 'c', gone: 1 });
    expect(await inspectFrom(database, 'c', 1)).toEqual({ last: '', gone: 0 });
  });

  test('saving a page whose header is broken saves it, and sets the header aside', async () => {
    await putRaw(database, 'clips', { ...(await headerOf('b')), title: 7, createdAt: null });
    const saved = await saveVersion(database, version('b-3', '三', '2026-01-03T00:00:00.000Z', urlOf('b')), NO_REMARKS);
    expect(saved).toEqual({ outcome: 'new-version', clipId: 'b', added: false });
    expect(await headerOf('b')).toMatchObject({ latest: 3, note: '附注', createdAt: AT });
    expect(await asideCount(database)).toBe(1);
  });

  test('keys that are prototypes are ids like others', async () => {
    for (const id of ['__proto__', 'constructor'])
      await saveVersion(database, version(id, '一', AT, urlOf(id)), NO_REMARKS);
    await database.delete('clips', '__proto__');
    await inspectFrom(database, '', 10);
    expect(await ids()).toEqual(['__proto__', 'a', 'b', 'c', 'constructor']);
    expect(({} as { clip?: unknown }).clip).toBeUndefined();
  });
});
