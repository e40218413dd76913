/** Documents with what their digest should hold: files in the label format, and saved pages with document-level truth. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hostOf, PRONUNCIATION } from '../training/corpus';
import type { DigestInput } from '../utils/digest/digest';
import { normalise } from '../utils/digest/normalise';

const LABEL = /\[([plvoqx]):([^\]]*)\]/g;
const TIME_OF_DAY = /T[\d:]+/g;

/** What a document holds. All names are in normalised form. */
export interface Truth {
  people: Map<string, Set<string>>;
  places: Set<string>;
  organisations: Set<string>;
  /** Neither right nor wrong when found. */
  optional: Set<string>;
  dates: { text: string; iso: string | null }[];
}

export interface LabelledDocument {
  id: string;
  /** Documents of one source stand on one side of a split: the host of the page, or the file where there is none. */
  source: string;
  script: Script;
  /** Inserted pronunciations stand in the text; they are taken out before it is read. */
  noise: boolean;
  input: DigestInput;
  truth: Truth;
}

/** Simplified, traditional, or traditional made from simplified by conversion. */
export type Script = 's' | 't' | 'c';

/** `.json` is document-level truth beside a folder `pages`; any other file is in the label format. */
export function readDocuments(file: string): LabelledDocument[] {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? readPages(file, text) : readLabels(basename(file), text);
}

function readLabels(file: string, text: string): LabelledDocument[] {
  return text
    .split(/^(?=#doc )/m)
    .filter((part) => part.startsWith('#doc '))
    .map((part) => readLabelledDocument(file, part.replace(PRONUNCIATION, '').trimEnd().split('\n')));
}

function readLabelledDocument(file: string, rows: string[]): LabelledDocument {
  const header = rows.filter((row) => row.startsWith('#'));
  const body = rows.filter((row) => !row.startsWith('#') && row.trim() !== '');
  const field = (name: string): string =>
    header.find((row) => row.startsWith(`#${name} `))?.slice(name.length + 2) ?? '';
  const labels = body.flatMap((line) => [...line.matchAll(LABEL)]);
  const labelled = (...kinds: string[]): Set<string> =>
    new Set(labels.filter((label) => kinds.includes(label[1] ?? '')).map((label) => normalise(label[2] ?? '')));
  const url = /url=(\S+)/.exec(header[0] ?? '')?.[1] ?? '';
  const people = new Map([...labelled('p')].map((name) => [name, new Set<string>()] as const));
  for (const entry of field('people').split(';')) {
    const [name = '', roles = ''] = entry.split('=');
    if (name) people.set(normalise(name.trim()), new Set(roles.split('、').filter(Boolean).map(normalise)));
  }
  return {
    id: /#doc (\S+)/.exec(header[0] ?? '')?.[1] ?? '',
    source: hostOf(url) || file,
    script: (/script=([stc])/.exec(header[0] ?? '')?.[1] ?? 's') as Script,
    noise: /noise=1/.test(header[0] ?? ''),
    input: {
      title: '',
      lines: body.map((line) => line.replace(LABEL, '$2')),
      published: field('pubdate') || null,
      source: null,
      host: URL.canParse(url) ? new URL(url).host : '',
    },
    truth: {
      people,
      places: labelled('l', 'v'),
      organisations: labelled('o'),
      optional: labelled('x'),
      dates: readDates(field('dates'), field('pubdate') !== ''),
    },
  };
}

/** `--01-24` (year unknown) is right when left unresolved. A year that no part of the input tells is not asked for. */
function readDates(header: string, isPublishedKnown: boolean): { text: string; iso: string | null }[] {
  return header
    .split(';')
    .filter(Boolean)
    .map((entry) => {
      const [written = '', iso = ''] = entry.split('=');
      return { text: normalise(written.trim()), iso: iso.startsWith('-') ? null : iso.trim() };
    })
    .filter(({ text, iso }) => isPublishedKnown || iso === null || /\d{2,4}\)?年|\d{4}-/.test(text));
}

interface PageTruth {
  id: string;
  skip?: unknown;
  people?: { name: string; roles: string[] }[];
  places?: string[];
  venues?: string[];
  organisations?: string[];
  optional?: string[];
  dates?: { text: string; iso: string | null; optional?: boolean }[];
}

interface PageRecord {
  id: string;
  url: string | null;
  script?: string;
  truth: { title: string; date: string | null; source: string | null };
}

function readPages(file: string, text: string): LabelledDocument[] {
  const folder = join(dirname(file), 'pages');
  const records = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as PageRecord[];
  const byId = new Map(records.map((record) => [record.id, record] as const));
  return (JSON.parse(text) as PageTruth[])
    .filter((page) => !page.skip && page.people && existsSync(join(folder, `${page.id}.txt`)))
    .map((page) => {
      const record = byId.get(page.id);
      const published = record?.truth.date?.slice(0, 10) ?? null;
      return {
        id: page.id,
        source: hostOf(record?.url ?? '') || page.id,
        script: record?.script === 'trad' ? 't' : 's',
        noise: PRONUNCIATION.test(text),
        input: {
          title: record?.truth.title ?? '',
          lines: readFileSync(join(folder, `${page.id}.txt`), 'utf8')
            .replace(PRONUNCIATION, '')
            .split('\n'),
          published,
          source: record?.truth.source ?? null,
          host: record?.url && URL.canParse(record.url) ? new URL(record.url).host : '',
        },
        truth: truthOfPage(page),
      };
    });
}

function truthOfPage(page: PageTruth): Truth {
  const set = (names: readonly string[] = []): Set<string> => new Set(names.map(normalise));
  return {
    people: new Map((page.people ?? []).map(({ name, roles }) => [normalise(name), set(roles)] as const)),
    places: set([...(page.places ?? []), ...(page.venues ?? [])]),
    organisations: set(page.organisations),
    optional: set(page.optional),
    dates: (page.dates ?? [])
      .filter(({ optional }) => !optional)
      .map(({ text, iso }) => ({ text: normalise(text), iso: iso?.replace(TIME_OF_DAY, '') ?? null })),
  };
}
