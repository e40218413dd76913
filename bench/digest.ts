/**
 * Measures the digest on labelled documents: files in the label format (`#doc` headers, inline `[p:张三]` labels), and
 * the document-level truth of saved pages (digest.json beside a folder `pages` with the text of each).
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Digest, DigestInput } from '../utils/digest/digest';
import { makeDigest } from '../utils/digest/make-digest';
import { normalise } from '../utils/digest/normalise';

const LEXICA = join(import.meta.dirname, '../utils/digest/lexica');
const LEXICON_FILES = ['divisions.json', 'regions.json', 'surnames.json', 'titles.json'];
/** Pronunciations that mirrors insert behind characters: 區(qū). */
const PRONUNCIATION = /(?<=\p{Script=Han})\(\s*[a-zü\u00e0-\u01dc]{1,7}\s*\)/gu;
const LABEL = /\[([plvoqx]):([^\]]*)\]/g;
const TIME_OF_DAY = /T[\d:]+/g;
const WARM_RUNS = 5;

/** What a document holds. All names are in normalised form. */
interface Truth {
  people: Map<string, Set<string>>;
  places: Set<string>;
  organisations: Set<string>;
  /** Neither right nor wrong when found. */
  optional: Set<string>;
  dates: { text: string; iso: string | null }[];
}

interface LabelledDocument {
  id: string;
  input: DigestInput;
  truth: Truth;
}

interface Score {
  right: number;
  found: number;
  labelled: number;
}

interface Figures {
  documents: number;
  people: Score;
  rolesRight: number;
  rolesAsked: number;
  placesExact: Score;
  placesOverlap: Score;
  organisations: Score;
  datesRight: number;
  datesLabelled: number;
  datesFound: number;
}

/** Prints people, roles, places, organisations and dates at document level, one row a file and one for all. */
export async function benchDigest(options: { data: string[]; json: boolean }): Promise<void> {
  if (options.data.length === 0) throw new Error('no labelled file named: --data FILE');
  const sets = options.data.map((file) => ({ file, documents: readDocuments(file) }));
  const cold = performance.now();
  makeDigest({ title: '', lines: ['扬州'], published: null, source: null, host: '' });
  const coldMilliseconds = performance.now() - cold;
  const rows = sets.map(({ file, documents }) => ({ name: basename(file), figures: measure(documents) }));
  const all = sets.flatMap(({ documents }) => documents);
  if (rows.length > 1) rows.push({ name: 'all', figures: measure(all) });
  const report = {
    rows,
    charactersPerSecond: Math.round(speed(all)),
    coldMilliseconds: Math.round(coldMilliseconds),
    lexiconBytes: lexiconBytes(),
  };
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : table(report));
}

function readDocuments(file: string): LabelledDocument[] {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? readPages(file, text) : readLabels(text);
}

function readLabels(text: string): LabelledDocument[] {
  return text
    .split(/^(?=#doc )/m)
    .filter((part) => part.startsWith('#doc '))
    .map((part) => readLabelledDocument(part.replace(PRONUNCIATION, '').trimEnd().split('\n')));
}

function readLabelledDocument(rows: string[]): LabelledDocument {
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

const emptyScore = (): Score => ({ right: 0, found: 0, labelled: 0 });

function measure(documents: readonly LabelledDocument[]): Figures {
  const figures: Figures = {
    documents: documents.length,
    people: emptyScore(),
    rolesRight: 0,
    rolesAsked: 0,
    placesExact: emptyScore(),
    placesOverlap: emptyScore(),
    organisations: emptyScore(),
    datesRight: 0,
    datesLabelled: 0,
    datesFound: 0,
  };
  for (const document of documents) addDocument(figures, document, makeDigest(document.input));
  return figures;
}

function addDocument(figures: Figures, { input, truth }: LabelledDocument, digest: Digest): void {
  const people = new Set(digest.people.map(({ simplified }) => simplified).filter((name) => !truth.optional.has(name)));
  add(figures.people, [...people], new Set(truth.people.keys()), (a, b) => a === b);
  for (const person of digest.people) {
    const labelled = truth.people.get(person.simplified);
    if (!labelled) continue;
    figures.rolesAsked += 1;
    if (labelled.size === 0 && person.credit) figures.rolesRight += 1;
    else if (sameRoles(new Set(person.roles.map(normalise)), labelled, truth.places)) figures.rolesRight += 1;
  }
  const texts = [input.title, ...input.lines];
  const written = digest.places.map((place) => [
    ...new Set(place.mentions.map(({ line, start, end }) => normalise((texts[line + 1] ?? '').slice(start, end)))),
  ]);
  const places = written.filter(
    (names) => !names.some((name) => [...truth.optional].some((other) => other.includes(name))),
  );
  const chains = digest.places.map(({ chain }) => chain);
  addPlaces(figures.placesExact, places, chains, truth.places, (a, b) => a === b);
  addPlaces(figures.placesOverlap, places, chains, truth.places, (a, b) => a.includes(b) || b.includes(a));
  add(
    figures.organisations,
    digest.organisations.map(({ simplified }) => simplified),
    truth.organisations,
    (a, b) => a === b,
  );
  const dates = digest.dates.map(({ text, iso }) => ({ text: normalise(text), iso }));
  figures.datesFound += dates.length;
  figures.datesLabelled += truth.dates.length;
  figures.datesRight += truth.dates.filter(({ text, iso }) =>
    dates.some((date) => date.iso === iso && (date.text.includes(text) || text.includes(date.text))),
  ).length;
}

function add(
  score: Score,
  found: readonly string[],
  labelled: ReadonlySet<string>,
  same: (a: string, b: string) => boolean,
): void {
  score.found += found.length;
  score.labelled += labelled.size;
  score.right += found.filter((name) => [...labelled].some((other) => same(name, other))).length;
}

/** A place is one entry with all its spellings; a division that only opens a chain counts as found with the inner one. */
function addPlaces(
  score: Score,
  found: readonly string[][],
  chains: readonly string[][],
  labelled: ReadonlySet<string>,
  same: (a: string, b: string) => boolean,
): void {
  const isRight = (names: readonly string[]): boolean =>
    names.some((name) => [...labelled].some((other) => same(name, other)));
  const right = found.filter(isRight);
  const missed = [...labelled].filter(
    (name) =>
      !right.some((names) => names.some((other) => same(name, other))) && !chains.some((chain) => chain.includes(name)),
  );
  score.right += right.length;
  score.found += found.length;
  score.labelled += right.length + missed.length;
}

/** Equal, leaving aside labelled places before the office, which one hand writes and another does not. */
function sameRoles(found: ReadonlySet<string>, labelled: ReadonlySet<string>, places: ReadonlySet<string>): boolean {
  const bare = (role: string): string => {
    const place = [...places].filter((name) => role.startsWith(name)).sort((a, b) => b.length - a.length)[0] ?? '';
    return place !== '' && place.length < role.length - 1 ? bare(role.slice(place.length)) : role;
  };
  const a = new Set([...found].map(bare));
  const b = new Set([...labelled].map(bare));
  return a.size === b.size && [...a].every((role) => b.has(role));
}

function speed(documents: readonly LabelledDocument[]): number {
  let characters = 0;
  const start = performance.now();
  for (let run = 0; run < WARM_RUNS; run += 1) {
    for (const { input } of documents) {
      makeDigest(input);
      characters += input.lines.reduce((total, line) => total + line.length, 0);
    }
  }
  return characters / ((performance.now() - start) / 1000);
}

function lexiconBytes(): number {
  return LEXICON_FILES.reduce((total, file) => total + brotliCompressSync(readFileSync(join(LEXICA, file))).length, 0);
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

function prf({ right, found, labelled }: Score): string {
  return `${percent(right, found)} / ${percent(right, labelled)} / ${percent(2 * right, found + labelled)}`;
}

function table(report: {
  rows: { name: string; figures: Figures }[];
  charactersPerSecond: number;
  coldMilliseconds: number;
  lexiconBytes: number;
}): string {
  const rows = report.rows.map(({ name, figures: f }) =>
    [
      `${name} (${f.documents} documents), precision / recall / F1:`,
      `  people          ${prf(f.people)}`,
      `  roles exact     ${percent(f.rolesRight, f.rolesAsked)} of people found`,
      `  places exact    ${prf(f.placesExact)}`,
      `  places overlap  ${prf(f.placesOverlap)}`,
      `  organisations   ${prf(f.organisations)}`,
      `  dates right     ${percent(f.datesRight, f.datesLabelled)} of ${f.datesLabelled} labelled; ${f.datesFound} found`,
    ].join('\n'),
  );
  return `${rows.join('\n')}\n${report.charactersPerSecond} characters per second warm, ${report.coldMilliseconds} ms cold, lexica ${report.lexiconBytes} bytes brotli\n`;
}
