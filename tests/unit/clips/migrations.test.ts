import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../utils/clips/database';
import { sketchOf } from '../../../utils/clips/sketch';
import { asideList, listClips, loadSketches, loadTexts, versionsOf } from '../../../utils/clips/store';
import { readFrozen, writeFrozen } from './fixtures/load-frozen';
import schema1 from './fixtures/schema-1.json';
import { contents, fullDisk, newName } from './library';

const MIRROR = '11111111-1111-4111-8111-111111111111';
const COUNTY = '33333333-1111-4111-8111-111111111111';
const NOTICE = '44444444-1111-4111-8111-111111111111';

const [clips, versions] = schema1.stores.map(({ records }) => records) as [
  (typeof schema1.stores)[0]['records'],
  { clipId: string; number: number }[],
];

async function migrated(frozen = schema1) {
  const name = newName();
  await writeFrozen(name, frozen);
  return (await openLibrary(name)).database;
}

test('a library of schema 1 keeps every header field and every version', async () => {
  const database = await migrated();
  const listed = new Map((await listClips(database)).map((clip) => [clip.id, clip]));
  expect([...listed.keys()]).toEqual([NOTICE, COUNTY, MIRROR]);
  for (const old of clips as { id: string }[]) {
    const { card, ...own } = listed.get(old.id)!;
    expect(own).toEqual({ ...old, schema: 2 });
  }
  expect((await versionsOf(database, MIRROR)).map(({ number }) => number)).toEqual([2, 1]);
  expect(await database.getAll('versions')).toEqual(versions);
  expect(await asideList(database)).toEqual([]);
  database.close();
});

test('cards and search texts are made of the newest version', async () => {
  const database = await migrated();
  const [notice, , mirror] = await listClips(database);
  expect(notice?.card).toMatchObject({
    published: '2023-03-16',
    event: '2023-03-10',
    agency: '藍灣市人民政府',
    documentNumber: '藍府〔2023〕18號',
    script: 'traditional',
    people: [],
  });
  expect(mirror?.card).toMatchObject({ published: '2012-05-17', event: '2012-05-17', documentNumber: null });
  expect(mirror?.card.people.map(({ simplified }) => simplified)).toEqual(['陈锴竑', '赵长松', '居益芬', '徐德林']);
  expect(mirror?.card.places[0]?.chain).toEqual(['江苏省', '扬州市', '广陵区']);
  const texts = await loadTexts(database);
  expect(texts.size).toBe(3);
  const sketches = await loadSketches(database);
  expect(sketches.get(MIRROR)).toEqual(sketchOf(texts.get(MIRROR)!));
  expect(sketches.get(MIRROR)).not.toEqual([]);
  // This paragraph is in the second version only.
  expect(texts.get(MIRROR)).toContain('选标杆借外脑');
  database.close();
});

test('what fails its check in an old library is set aside, and the rest comes along', async () => {
  const frozen = structuredClone(schema1);
  const [first, second] = frozen.stores[1]!.records as { original: unknown; number: number }[];
  const broken = second!;
  broken.original = 7;
  const database = await migrated(frozen);
  expect(await asideList(database)).toEqual([
    { id: 1, store: 'versions', record: broken, reason: expect.stringContaining('original'), at: expect.any(String) },
  ]);
  expect(await versionsOf(database, MIRROR)).toEqual([first]);
  expect((await database.get('clips', MIRROR))?.latest).toBe(1);
  expect(await contents(database)).toHaveLength(3);
  database.close();
});

test('a migration that fails leaves the library as it was, and can be tried again', async () => {
  const name = newName();
  await writeFrozen(name, schema1);
  const before = await readFrozen(name);
  const emptyDisk = fullDisk();
  try {
    await expect(openLibrary(name)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  } finally {
    emptyDisk();
  }
  expect(await readFrozen(name)).toEqual(before);
  const { database } = await openLibrary(name);
  expect(await listClips(database)).toHaveLength(3);
  database.close();
});
