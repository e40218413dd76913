/** Measures the digest on labelled documents: how much it finds, how fast, and what it weighs. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { makeDigest } from '../utils/digest/make-digest';
import { type Figures, figuresText, measure } from './digest-figures';
import { type LabelledDocument, readDocuments } from './digest-truth';

const LEXICA = join(import.meta.dirname, '../utils/digest/lexica');
const LEXICON_FILES = ['divisions.json', 'regions.json', 'surnames.json', 'titles.json', 'words.json'];
const WARM_RUNS = 5;

/** Prints people, roles, places, organisations and dates at document level, one row a file and one for all. */
export async function benchDigest(options: { data: string[]; json: boolean }): Promise<void> {
  if (options.data.length === 0) throw new Error('no labelled file named: --data FILE');
  const sets = options.data.map((file) => ({ file, documents: readDocuments(file) }));
  const cold = performance.now();
  makeDigest({ title: '', lines: ['扬州'], published: null, source: null, host: '' });
  const coldMilliseconds = performance.now() - cold;
  const rows = sets.map(({ file, documents }) => ({
    name: basename(file),
    figures: measure(documents, (input) => makeDigest(input)),
  }));
  const all = sets.flatMap(({ documents }) => documents);
  if (rows.length > 1) rows.push({ name: 'all', figures: measure(all, (input) => makeDigest(input)) });
  const report = {
    rows,
    charactersPerSecond: Math.round(speed(all)),
    coldMilliseconds: Math.round(coldMilliseconds),
    lexiconBytes: lexiconBytes(),
  };
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : table(report));
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

function table(report: {
  rows: { name: string; figures: Figures }[];
  charactersPerSecond: number;
  coldMilliseconds: number;
  lexiconBytes: number;
}): string {
  const rows = report.rows.map(({ name, figures }) => figuresText(name, figures));
  return `${rows.join('\n')}\n${report.charactersPerSecond} characters per second warm, ${report.coldMilliseconds} ms cold, lexica ${report.lexiconBytes} bytes brotli\n`;
}
