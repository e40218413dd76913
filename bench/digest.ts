/** Measures the digest on labelled documents: how much it finds beside jieba's tagger, how fast, and what it weighs. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Digest, DigestInput } from '../utils/digest/digest';
import { makeDigest } from '../utils/digest/make-digest';
import { normalise } from '../utils/digest/normalise';
import { type Figures, figuresText, measure } from './digest-figures';
import { type LabelledDocument, readDocuments } from './digest-truth';

const DIGEST = join(import.meta.dirname, '../utils/digest');
const LEXICA = ['divisions', 'regions', 'surnames', 'titles', 'words'].map((name) => `lexica/${name}.json`);
const MODEL = 'model/tagger.json';
const WARM_RUNS = 5;
/** Cold and warm times are taken on an article of this many characters. */
const PAGE_CHARACTERS = 1500;
/** Said beneath the figures, because train-*.txt and the saved pages are what the model learnt from. */
const TRAINED_ON =
  'Text that the model was trained on says nothing of text it has not seen: for that, npm run train -- --cross-validate.';
const SCRIPTS = [
  ['s', 'simplified'],
  ['t', 'traditional'],
  ['c', 'converted'],
] as const;

interface Report {
  rows: { name: string; figures: Figures }[];
  jieba: Figures;
  charactersPerSecond: number;
  page: { characters: number; coldMilliseconds: number; warmMilliseconds: number };
  lexiconBytes: number;
  modelBytes: number;
}

/** Prints people, roles, places, organisations and dates at document level: a row for each file, for all, for each script. */
export async function benchDigest(options: { data: string[]; json: boolean }): Promise<void> {
  if (options.data.length === 0) throw new Error('no labelled file named: --data FILE');
  const sets = options.data.map((file) => ({ name: basename(file), documents: readDocuments(file) }));
  const all = sets.flatMap(({ documents }) => documents);
  const page = timePage(all);
  const byScript = SCRIPTS.map(([script, name]) => ({ name, documents: all.filter((d) => d.script === script) }));
  const groups = [...sets, ...(sets.length > 1 ? [{ name: 'all', documents: all }] : []), ...byScript];
  const report: Report = {
    rows: groups
      .filter(({ documents }) => documents.length > 0)
      .map(({ name, documents }) => ({ name, figures: measure(documents, (input) => makeDigest(input)) })),
    jieba: measure(all, digestByJieba()),
    charactersPerSecond: Math.round(speed(all)),
    page,
    lexiconBytes: LEXICA.reduce((total, file) => total + brotliBytes(file), 0),
    modelBytes: brotliBytes(MODEL),
  };
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : table(report));
}

/** What jieba's tags say: nr is a person, ns a place, nt an organisation. */
function digestByJieba(): (input: DigestInput) => Digest {
  const jieba = Jieba.withDict(dict);
  return (input) => {
    const texts = [input.title, ...input.lines];
    const digest: Digest = { dates: [], people: [], places: [], organisations: [] };
    for (const [position, text] of texts.entries()) {
      let start = 0;
      for (const { word, tag } of jieba.tag(text)) {
        const mentions = [{ line: position - 1, start, end: start + word.length }];
        const name = { name: word, simplified: normalise(word), mentions };
        if (tag === 'nr') digest.people.push({ ...name, roles: [], credit: false });
        if (tag === 'ns') digest.places.push({ ...name, kind: 'other', chain: [], uncertain: false });
        if (tag === 'nt') digest.organisations.push(name);
        start += word.length;
      }
    }
    return {
      ...digest,
      people: once(digest.people),
      places: once(digest.places),
      organisations: once(digest.organisations),
    };
  };
}

const once = <T extends { simplified: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.simplified, item] as const)).values(),
];

const lengthOf = ({ lines }: DigestInput): number => lines.reduce((total, line) => total + line.length, 0);

/** An article of PAGE_CHARACTERS or little more, put together of documents: hardly one is as long as that. */
function pageOf(documents: readonly LabelledDocument[]): DigestInput {
  const [first] = documents;
  if (!first) throw new Error('no documents');
  const lines: string[] = [];
  for (const { input } of documents) {
    if (lengthOf({ ...first.input, lines }) >= PAGE_CHARACTERS) break;
    lines.push(...input.lines);
  }
  return { ...first.input, lines };
}

/** To be called before anything else has made a digest: the first call is the cold one. */
function timePage(documents: readonly LabelledDocument[]): Report['page'] {
  const input = pageOf(documents);
  const cold = timeOf(() => makeDigest(input));
  for (const document of documents.slice(0, 100)) makeDigest(document.input);
  const warm = Array.from({ length: 20 }, () => timeOf(() => makeDigest(input))).sort((a, b) => a - b);
  return { characters: lengthOf(input), coldMilliseconds: cold, warmMilliseconds: warm[10] ?? 0 };
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function speed(documents: readonly LabelledDocument[]): number {
  let characters = 0;
  const start = performance.now();
  for (let run = 0; run < WARM_RUNS; run += 1) {
    for (const { input } of documents) {
      makeDigest(input);
      characters += lengthOf(input);
    }
  }
  return characters / ((performance.now() - start) / 1000);
}

const brotliBytes = (file: string): number => brotliCompressSync(readFileSync(join(DIGEST, file))).length;

function table({ rows, jieba, charactersPerSecond, page, lexiconBytes, modelBytes }: Report): string {
  return [
    ...rows.map(({ name, figures }) => figuresText(name, figures)),
    figuresText("jieba's tags on all of them", jieba),
    TRAINED_ON,
    `${charactersPerSecond} characters per second warm`,
    `a page of ${page.characters} characters: ${page.coldMilliseconds.toFixed(0)} ms cold, ${page.warmMilliseconds.toFixed(1)} ms warm`,
    `brotli: lexica ${lexiconBytes} bytes, model ${modelBytes} bytes`,
    '',
  ].join('\n');
}
