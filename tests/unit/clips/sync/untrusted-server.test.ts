import { describe, expect, test } from 'vitest';
import type { ClipVersion } from '../../../../utils/clips/clip';
import { encodeHeader, MAX_HEADER_BYTES, tombstone } from '../../../../utils/clips/sync/header-file';
import { headerName, readListing, versionName } from '../../../../utils/clips/sync/names';
import { decodeVersion, encodeVersion } from '../../../../utils/clips/sync/version-file';
import { FakeFolder } from './fake-folder';
import { clock, Machine, makeId, sampleVersion } from './machine';

const PAGE = 'https://www.sample.gov.cn/a.html';

async function synced(): Promise<{
  server: FakeFolder;
  machine: Machine;
  id: string;
  header: string;
  version: string;
}> {
  const server = new FakeFolder();
  const machine = new Machine(server, clock('2026-03-01T08:00:00.000Z'));
  const id = machine.save(PAGE, '正文');
  await machine.sync();
  return { server, machine, id, header: headerName(id), version: versionName({ clipId: id, number: 1, saveId: id }) };
}

const fresh = (server: FakeFolder) => new Machine(server, clock('2026-03-02T08:00:00.000Z'));

test.each([
  'clips/../../secret.json',
  'clips/A0000000-0000-4000-8000-000000000000.json',
  'clips/00000000-0000-4000-8000-000000000000.json.part',
  'clips/__proto__.json',
  'versions/00000000-0000-4000-8000-000000000000-0-00000000-0000-4000-8000-000000000000.json',
  'versions/00000000-0000-4000-8000-000000000000-1.json',
  'notes.txt',
])('%s is not a file of ours', (name) => {
  expect(readListing([{ name, etag: '"1"' }])).toEqual({ headers: new Map(), versions: new Map() });
});

const BROKEN_HEADERS: [string, (text: string) => string][] = [
  ['nothing', () => ''],
  ['half a file', (text) => text.slice(0, text.length / 2)],
  ['a web page', () => '<!doctype html><title>Log in</title>'],
  ['another clip', (text) => text.replace(/"id": "[^"]+"/, `"id": "${makeId()}"`)],
  ['an address that runs code', (text) => text.replace(PAGE, 'javascript:alert(1)')],
  ['tags that are no list', (text) => text.replace(/"tags": \[\]/, '"tags": {"__proto__": 1}')],
  ['a time that is none', (text) => text.replace(/"updatedAt": "[^"]+"/, '"updatedAt": "soon"')],
];

describe.each(BROKEN_HEADERS)('a header with %s', (_what, breakIt) => {
  test('is refused by a machine that does not have the clip', async () => {
    const { server, header } = await synced();
    server.putText(header, breakIt(server.text(header)));
    const other = fresh(server);
    const { refused } = await other.sync();
    expect(refused).toEqual([{ name: header, reason: 'damaged' }]);
    expect(other.clips.size).toBe(0);
  });

  test('is written again by one that does', async () => {
    const { server, machine, header } = await synced();
    const before = machine.view;
    server.putText(header, breakIt(server.text(header)));
    await machine.sync();
    expect(JSON.parse(server.text(header))).toMatchObject({ kind: 'clip', url: PAGE });
    expect(machine.view).toEqual(before);
    const other = fresh(server);
    await other.sync();
    expect(other.view).toEqual(before);
  });
});

test('a header of a newer Qingyue is read by nobody and replaced by nobody', async () => {
  const { server, machine, id, header } = await synced();
  const newer = server.text(header).replace('"schema": 2', '"schema": 3');
  server.putText(header, newer);
  machine.change(id, { note: '本机的' });
  const other = fresh(server);
  for (const one of [machine, other])
    expect((await one.sync()).refused).toContainEqual({ name: header, reason: 'newer' });
  expect(server.text(header)).toBe(newer);
  expect(machine.clips.get(id)!.note).toBe('本机的');
});

test('a header of gigabytes is not read', async () => {
  const { server, header } = await synced();
  server.put(header, new Uint8Array(MAX_HEADER_BYTES + 1));
  expect((await fresh(server).sync()).refused).toEqual([{ name: header, reason: 'too-large' }]);
});

test('a version that is cut off is refused, and the clip still comes with the others', async () => {
  const { server, machine, id, version } = await synced();
  machine.save(PAGE, '第二稿');
  await machine.sync();
  server.putText(version, server.text(version).slice(0, 100));
  const other = fresh(server);
  expect((await other.sync()).refused).toEqual([{ name: version, reason: 'damaged' }]);
  expect(other.versions.get(id)!.map(({ number, original }) => [number, original[0]])).toEqual([[2, '第二稿']]);
});

async function versionFile(change: Partial<ClipVersion> = {}): Promise<{ bytes: Uint8Array; version: ClipVersion }> {
  const version = { ...sampleVersion(), ...change };
  const { machine, id } = await synced();
  return { bytes: await encodeVersion(machine.clips.get(id)!, version), version };
}

test('a version comes back as it was written', async () => {
  const { bytes, version } = await versionFile({ original: ['\ud800 趙長松', '\u0000'] });
  expect(decodeVersion(bytes, version.saveId)).toEqual(version);
});

test('a version file does not repeat what the reader wrote: that may change', async () => {
  const { machine, id } = await synced();
  machine.change(id, { note: '私事', tags: ['私'] });
  const bytes = await encodeVersion(machine.clips.get(id)!, machine.versions.get(id)![0]!);
  expect(new TextDecoder().decode(bytes)).not.toContain('私');
});

test.each<[string, Partial<Record<keyof ClipVersion, unknown>>]>([
  [
    'a picture that runs code',
    { article: { ...sampleVersion().article, blocks: [{ type: 'image', src: 'javascript:1', alt: '' }] } },
  ],
  ['a text that is no text', { original: [1] }],
  ['no number', { number: undefined }],
])('a version with %s is damaged', async (_what, change) => {
  const { bytes, version } = await versionFile(change as Partial<ClipVersion>);
  expect(decodeVersion(bytes, version.saveId)).toBe('damaged');
});

test('a version under the name of another is damaged', async () => {
  const { bytes } = await versionFile();
  expect(decodeVersion(bytes, makeId())).toBe('damaged');
});

test.each([
  '',
  'null',
  '[]',
  '{"format":"qingyue-library","version":2,"clips":[null]}',
  '{"format":"qingyue-library","version":2,"clips":{}}',
])('a version file that holds %j is damaged', (text) => {
  expect(decodeVersion(new TextEncoder().encode(text), makeId())).toBe('damaged');
});

test('a version file of a newer Qingyue is left alone', async () => {
  const { bytes, version } = await versionFile();
  const newer = new TextDecoder().decode(bytes).replace('"version":2,', '"version":3,');
  expect(decodeVersion(new TextEncoder().encode(newer), version.saveId)).toBe('newer');
});

test('a header that moves a known clip to another address changes nothing', async () => {
  const { server, machine, header } = await synced();
  const before = machine.view;
  server.putText(
    header,
    server.text(header).replace(PAGE, 'https://elsewhere.example/').replace('"revision": "', '"revision": "x'),
  );
  await machine.sync();
  expect(machine.view).toEqual(before);
});

test('tombstones for everything put clips into the trash and delete nothing', async () => {
  const { server, machine, id, header } = await synced();
  const parent = JSON.parse(server.text(header));
  server.put(header, encodeHeader(tombstone(id, '2026-03-03T00:00:00.000Z', 'r', [parent])));
  for (const name of [...server.files.keys()]) if (name.startsWith('versions/')) server.files.delete(name);
  await machine.sync();
  expect(machine.clips.get(id)!.trashedAt).toBe('2026-03-03T00:00:00.000Z');
  expect(machine.versions.get(id)).toHaveLength(1);
});

test('a clip whose id is of another make stays on its machine', async () => {
  const server = new FakeFolder();
  const machine = fresh(server);
  const id = machine.save(PAGE, '正文');
  const clip = machine.clips.get(id)!;
  machine.clips = new Map([['../x', { ...clip, id: '../x' }]]);
  machine.versions = new Map([['../x', machine.versions.get(id)!.map((version) => ({ ...version, clipId: '../x' }))]]);
  expect(await machine.sync()).toMatchObject({ uploaded: 0, complete: true });
  expect(server.files.size).toBe(0);
});

test('a clip whose id is of another make becomes the one of its address that the server has', async () => {
  const { server, machine, id } = await synced();
  const other = fresh(server);
  const own = other.save(PAGE, '他机的');
  const clip = other.clips.get(own)!;
  other.clips = new Map([['!x', { ...clip, id: '!x' }]]);
  other.versions = new Map([['!x', other.versions.get(own)!.map((version) => ({ ...version, clipId: '!x' }))]]);
  await other.sync();
  await machine.sync();
  expect([...machine.clips.keys()]).toEqual([id]);
  expect(machine.versions.get(id)!.map(({ original }) => original[0])).toEqual(['正文', '他机的']);
  expect(other.view).toEqual(machine.view);
});

test('a version that cannot be read yet is not taken off the server with the clip it belongs to', async () => {
  const server = new FakeFolder();
  const [a, b] = [fresh(server), fresh(server)];
  const ids = ['0aaaaaaa-0000-4000-8000-000000000000', 'faaaaaaa-0000-4000-8000-000000000000'] as const;
  a.save(PAGE, '甲', ids[0]);
  b.save(PAGE, '乙', ids[1]);
  await b.sync();
  b.save(PAGE, '乙二');
  await b.sync();
  const name = versionName({ clipId: ids[1], number: 1, saveId: ids[1] });
  const newer = server.text(name).replace('"version":2,', '"version":3,');
  server.putText(name, newer);
  await a.sync();
  await a.sync();
  expect(server.text(name)).toBe(newer);
  expect(JSON.parse(server.text(headerName(ids[1]))).kind).toBe('clip');
  server.putText(name, newer.replace('"version":3,', '"version":2,'));
  await a.sync();
  expect(server.files.has(name)).toBe(false);
  expect(
    a.versions
      .get(ids[0])!
      .map(({ original }) => original[0])
      .sort(),
  ).toEqual(['乙', '乙二', '甲'].sort());
});

test('a version file that was cut off under another number is mended where it is', async () => {
  const { server, machine, id, version } = await synced();
  const cut = version.replace('-1-', '-7-');
  server.putText(cut, server.text(version).slice(0, 50));
  server.files.delete(version);
  machine.remembered.clear();
  await machine.sync();
  await machine.sync();
  expect([...server.files.keys()].sort()).toEqual([headerName(id), cut]);
  expect(decodeVersion(server.files.get(cut)!.bytes, id)).toMatchObject({ saveId: id });
});
