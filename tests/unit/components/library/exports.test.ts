import { unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import type { ClipWithVersions } from '../../../../utils/clips/clip';
import { makeClip, makeVersion } from '../../clips/make-clip';

vi.mock('../../../../utils/extension/language', () => ({ t: (key: string) => key }));
const { exportFile, FORMATS } = await import('../../../../components/library/transfer/exports');

const DAY = '2024-05-20';

const entry = (id: string, title: string): ClipWithVersions => ({
  clip: makeClip({ id, title }),
  versions: [{ ...makeVersion({ title, lines: ['黨建調研。'] }), clipId: id }],
});

async function* stream(...entries: ClipWithVersions[]): AsyncGenerator<ClipWithVersions> {
  yield* entries;
}

test('one clip is named by its title, several by the day', async () => {
  const names = async (...entries: ClipWithVersions[]) =>
    Promise.all(FORMATS.map(async (format) => (await exportFile(format, stream(...entries), DAY)).name));
  expect(await names(entry('a', '党建/调研'), entry('b', '通知'))).toEqual([
    'qingyue-2024-05-20.zip',
    'qingyue-2024-05-20.html',
    'qingyue-2024-05-20.epub',
    'qingyue-2024-05-20.json',
    'qingyue-2024-05-20.csv',
    'qingyue-2024-05-20.ris',
    'qingyue-2024-05-20.bib',
    'qingyue-2024-05-20.csl.json',
  ]);
  expect(await names(entry('b', '通知'))).toEqual([
    '通知.md',
    '通知.html',
    '通知.epub',
    'qingyue-2024-05-20.json',
    '通知.csv',
    '通知.ris',
    '通知.bib',
    '通知.csl.json',
  ]);
});

test('clips of one title are files of their own in the zip', async () => {
  const { blob } = await exportFile(
    'markdown',
    stream(entry('a', '通知'), entry('b', '通知'), entry('c', '通知')),
    DAY,
  );
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect(Object.keys(files)).toHaveLength(3);
  for (const bytes of Object.values(files)) expect(new TextDecoder().decode(bytes)).toContain('黨建調研。');
});

test('JSON is written piece by piece and is whole', async () => {
  const { blob } = await exportFile('json', stream(entry('a', '通知'), entry('b', '公告')), DAY);
  const { clips } = JSON.parse(await blob.text());
  expect(clips.map(({ clip }: ClipWithVersions) => clip.title)).toEqual(['通知', '公告']);
});
