import { beforeEach, expect, test, vi } from 'vitest';
import type { ImportProgress } from '../../../../components/library/transfer/import-file';
import type { ClipWithVersions } from '../../../../utils/clips/clip';
import { toJson } from '../../../../utils/clips/formats/json';
import { makeClip, makeVersion } from '../../clips/make-clip';

const COMMITTED = { state: 'committed', added: 2, updated: 0, unchanged: 0, versions: 2 };
const ask = vi.fn();
vi.mock('../../../../utils/extension/messages', () => ({ askBackground: ask }));
const { importFile } = await import('../../../../components/library/transfer/import-file');

const entry = (id: string): ClipWithVersions => ({
  clip: makeClip({ id, title: id }),
  versions: [{ ...makeVersion({ title: id, lines: ['黨建調研。'] }), clipId: id }],
});

async function backup(...entries: ClipWithVersions[]): Promise<string> {
  let text = '';
  for await (const piece of toJson(entries)) text += piece;
  return text;
}

async function run(text: string): Promise<ImportProgress[]> {
  const told: ImportProgress[] = [];
  await importFile(new File([text], 'backup.json'), (progress) => told.push(progress));
  return told;
}

beforeEach(() => {
  ask.mockReset().mockImplementation(async (_name, { last }) => (last ? COMMITTED : { state: 'staged' }));
});

test('the records go to the background, and the last part commits them', async () => {
  const told = await run(await backup(entry('a'), entry('b')));
  expect(ask.mock.calls).toEqual([
    ['clip:import', { importId: expect.any(String), index: 0, records: [entry('a'), entry('b')], last: true }],
  ]);
  expect(told.map(({ state }) => state)).toEqual(['reading', 'committing', 'done']);
  expect(told.at(-1)).toMatchObject({ merged: COMMITTED, read: { refused: null, rejectedCount: 0, cutOff: false } });
});

test('a record that is not sound is left out and reported with its line', async () => {
  const text = (await backup(entry('a'), entry('b'))).replace('"title":"b"', '"title":7');
  const told = await run(text);
  expect(ask.mock.calls[0]?.[1].records).toEqual([entry('a')]);
  expect(told.at(-1)).toMatchObject({ read: { rejectedCount: 1, rejected: [{ line: 3, id: 'b' }] } });
});

test('nothing of a file that is no backup is sent', async () => {
  const told = await run('<!doctype html>');
  expect(ask).not.toHaveBeenCalled();
  expect(told.at(-1)).toMatchObject({ state: 'done', merged: null, read: { refused: { code: 'not-a-library' } } });
});

test('a background that fails is told', async () => {
  ask.mockRejectedValue(new Error('disk full'));
  expect((await run(await backup(entry('a')))).at(-1)).toEqual({ state: 'failed', detail: 'disk full' });
});
