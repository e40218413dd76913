/** Makes the file of an export. Every format is loaded when it is first asked for. */
import type { ClipWithVersions } from '../../../utils/clips/clip';
import { fileNameOf } from '../../../utils/clips/formats/file-name';
import { exportLabels } from './export-labels';

export const FORMATS = ['markdown', 'html', 'epub', 'json', 'csv', 'ris', 'bibtex', 'csl-json'] as const;
export type Format = (typeof FORMATS)[number];

export interface ExportedFile {
  name: string;
  blob: Blob;
}

/** Name of a file that holds several clips, without its ending. */
const COLLECTION = 'qingyue';

/** Characters gathered before they are handed to a Blob, which the browser may keep on disk. */
const PART = 4_000_000;

type Content = string | Uint8Array<ArrayBuffer>;

/** Formats that are one file whatever the number of clips. */
const WHOLE: Record<
  Exclude<Format, 'markdown' | 'json'>,
  { ending: string; type: string; make: (entries: ClipWithVersions[]) => Promise<Content> }
> = {
  html: {
    ending: 'html',
    type: 'text/html;charset=utf-8',
    make: async (entries) => (await import('../../../utils/clips/formats/html')).toHtml(entries, exportLabels()),
  },
  epub: {
    ending: 'epub',
    type: 'application/epub+zip',
    make: async (entries) => (await import('../../../utils/clips/formats/epub')).toEpub(entries, exportLabels()),
  },
  csv: {
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
    make: async (entries) => (await import('../../../utils/clips/formats/csv')).toCsv(entries),
  },
  ris: {
    ending: 'ris',
    type: 'application/x-research-info-systems',
    make: async (entries) => (await import('../../../utils/clips/formats/ris')).toRis(entries),
  },
  bibtex: {
    ending: 'bib',
    type: 'application/x-bibtex',
    make: async (entries) => (await import('../../../utils/clips/formats/bibtex')).toBibtex(entries),
  },
  'csl-json': {
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    make: async (entries) => (await import('../../../utils/clips/formats/csl-json')).toCslJson(entries),
  },
};

async function collect(entries: AsyncIterable<ClipWithVersions>): Promise<ClipWithVersions[]> {
  const all: ClipWithVersions[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

/** One clip by its title, several by the day. */
const nameFor = (entries: readonly ClipWithVersions[], ending: string, day: string) =>
  entries.length === 1 ? fileNameOf(entries[0]!.clip.title, ending) : `${COLLECTION}-${day}.${ending}`;

/** Written clip by clip, so that a large library never stands in memory as one string. */
async function jsonFile(entries: AsyncIterable<ClipWithVersions>, day: string): Promise<ExportedFile> {
  const { toJson } = await import('../../../utils/clips/formats/json');
  const parts: Blob[] = [];
  let part: string[] = [];
  let length = 0;
  for await (const chunk of toJson(entries)) {
    part.push(chunk);
    length += chunk.length;
    if (length > PART) {
      parts.push(new Blob(part));
      part = [];
      length = 0;
    }
  }
  return { name: `${COLLECTION}-${day}.json`, blob: new Blob([...parts, ...part], { type: 'application/json' }) };
}

/** One clip is a file; several are a zip of files with names of their own. */
async function markdownFile(entries: readonly ClipWithVersions[], day: string): Promise<ExportedFile> {
  const { toMarkdown } = await import('../../../utils/clips/formats/markdown');
  if (entries.length === 1) {
    const blob = new Blob([toMarkdown(entries[0]!)], { type: 'text/markdown;charset=utf-8' });
    return { name: nameFor(entries, 'md', day), blob };
  }
  const { strToU8, zipSync } = await import('fflate');
  const taken = new Set<string>();
  const files = Object.fromEntries(
    entries.map((entry) => [fileNameOf(entry.clip.title, 'md', taken), strToU8(toMarkdown(entry))]),
  );
  return { name: `${COLLECTION}-${day}.zip`, blob: new Blob([zipSync(files)], { type: 'application/zip' }) };
}

/** The file of `entries` in `format`; `day` (`YYYY-MM-DD`) names a file of several clips. */
export async function exportFile(
  format: Format,
  entries: AsyncIterable<ClipWithVersions>,
  day: string,
): Promise<ExportedFile> {
  if (format === 'json') return jsonFile(entries, day);
  const all = await collect(entries);
  if (format === 'markdown') return markdownFile(all, day);
  const { ending, type, make } = WHOLE[format];
  return { name: nameFor(all, ending, day), blob: new Blob([await make(all)], { type }) };
}
