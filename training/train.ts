/**
 * Trains the tagger that ships, or measures what it would find on sources it has not seen:
 * `npm run train -- --data DIR [--corpus DIR] [--cross-validate] [--folds N]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { figuresText, measure } from '../bench/digest-figures';
import { type LabelledDocument, readDocuments } from '../bench/digest-truth';
import { makeDigest } from '../utils/digest/make-digest';
import { type Model, unpackModel } from '../utils/digest/packed-model';
import { foldsBySource } from './cross-validation';
import { labelledFiles, readData, type TrainingData } from './data';
import { DEFAULT_OPTIONS, train } from './trainer';

const MODEL_FILE = join(import.meta.dirname, '../utils/digest/model/tagger.json');
const USAGE = 'usage: npm run train -- --data DIR [--corpus DIR] [--cross-validate] [--folds N]';
const SCRIPTS = [
  ['s', 'simplified'],
  ['t', 'traditional'],
  ['c', 'converted'],
] as const;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    corpus: { type: 'string', default: '' },
    'cross-validate': { type: 'boolean', default: false },
    folds: { type: 'string', default: '5' },
  },
});
if (!values.data) throw new Error(USAGE);
const folder = values.data;

const report = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function trainModel(data: TrainingData): void {
  const packed = train([...data.labelled, ...data.composed], data.general, DEFAULT_OPTIONS, (epoch, lines) =>
    report(`epoch ${epoch}: ${lines} lines`),
  );
  const text = `${JSON.stringify(packed)}\n`;
  mkdirSync(dirname(MODEL_FILE), { recursive: true });
  writeFileSync(MODEL_FILE, text);
  report(`${packed.levels.length} weights, ${brotliCompressSync(text).length} bytes brotli`);
}

function crossValidate({ labelled, composed, general }: TrainingData): void {
  const weighed = labelled.map(({ source, lines }) => ({
    source,
    weight: lines.reduce((sum, { text }) => sum + text.length, 0),
  }));
  const modelOf = new Map<string, Model>();
  const folds = foldsBySource(weighed, Number(values.folds), DEFAULT_OPTIONS.seed);
  for (const [number, held] of folds.entries()) {
    const packed = train([...labelled.filter(({ source }) => !held.has(source)), ...composed], general);
    const model = unpackModel(packed);
    for (const source of held) modelOf.set(source, model);
    report(`fold ${number + 1} of ${folds.length}: ${held.size} sources held out`);
  }
  const documents = readTruth().filter(({ source }) => modelOf.has(source));
  const show = (name: string, part: readonly LabelledDocument[]): void =>
    report(
      figuresText(
        name,
        measure(part, (input, { source }) => makeDigest(input, modelOf.get(source))),
      ),
    );
  show('all', documents);
  for (const [script, name] of SCRIPTS)
    show(
      name,
      documents.filter((document) => document.script === script),
    );
  for (const noise of [false, true])
    show(
      noise ? 'noise' : 'no noise',
      documents.filter((document) => document.noise === noise),
    );
}

function readTruth(): LabelledDocument[] {
  const files = labelledFiles(folder).map((name) => join(folder, name));
  return [...files, ...(values.corpus ? [join(values.corpus, 'digest.json')] : [])].flatMap(readDocuments);
}

const data = readData(folder, values.corpus);
if (values['cross-validate']) crossValidate(data);
else trainModel(data);
