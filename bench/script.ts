/**
 * Measures repair, detection and conversion: speed beside opencc-js and beside the ceiling, and exactness on OpenCC's
 * cases, on government reports converted to traditional in four ways, and on simulated mirror damage.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Converter } from 'opencc-js';
import * as Locale from 'opencc-js/preset';
import { pinyin } from 'pinyin-pro';
import { decode, encode, mirrored } from '../tests/unit/script/mirror';
import { detectScript, detectScripts } from '../utils/script/detect';
import { gbk } from '../utils/script/gbk';
import { offsetMap } from '../utils/script/offsets';
import { applyRepair, countRepairs, learnRepair } from '../utils/script/repair';
import type { Repaired } from '../utils/script/script';
import { createSimplifier, simplify } from '../utils/script/simplify';

const DATA = '../shared/script';
const ROUNDS = 15;
const MEGABYTE = 1_000_000;
const NODES = 20_000;
const NODE_LENGTH = 12;
/** Twelve characters that begin with a Han character. */
const WINDOW = /[\u4e00-\u9fff].{11}/g;

const DOCUMENT_LENGTH = 2_000;
/** Share of the traditional characters that a simulated site annotates; the seed's page has about this share. */
const ANNOTATED_SHARE = 0.1;
const SIMULATED_SITES = 3;

interface Result {
  name: string;
  value: number | string;
  unit?: string;
}

interface Case {
  id: string;
  input: string;
  expected: Record<string, string>;
}

type Convert = (text: string) => string;

/** Mulberry32: the same sequence in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const percent = (part: number, whole: number) => Math.round((1e4 * part) / whole) / 100;
const rounded = (number: number, digits = 2) => Number(number.toFixed(digits));

function elapsed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Best of ROUNDS for each task, the tasks taking turns so that the load of the machine meets all alike. Milliseconds. */
function race(tasks: Record<string, () => unknown>): Record<string, number> {
  const best = Object.fromEntries(Object.keys(tasks).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, task] of Object.entries(tasks)) best[name] = Math.min(best[name]!, elapsed(task));
  }
  return best;
}

/** What any converter must do at least: read every unit, write it, decode once, cut into strings. */
function ceiling(texts: readonly string[]): string[] {
  const units = new Uint16Array(texts.reduce((length, text) => length + text.length, 0));
  let length = 0;
  for (const text of texts) for (let at = 0; at < text.length; at++) units[length++] = text.charCodeAt(at);
  const decoded = new TextDecoder('utf-16le').decode(units);
  let end = 0;
  return texts.map((text) => {
    const start = end;
    end += text.length;
    return decoded.slice(start, end);
  });
}

function characterwise(): Convert {
  const characters = new Map(
    (Locale.from.cn![0]![1] as string).split('|').map((line) => line.split(' ') as [string, string]),
  );
  return (text) => Array.from(text, (character) => characters.get(character) ?? character).join('');
}

function toTraditional(): Record<string, Convert> {
  return {
    s2t: Converter({ from: 'cn', to: 't' }),
    s2tw: Converter({ from: 'cn', to: 'tw' }),
    s2hk: Converter({ from: 'cn', to: 'hk' }),
    naive: characterwise(),
  };
}

function readCases(path: string): Case[] {
  const withoutTrailingCommas = readFileSync(path, 'utf8').replace(/,(\s*[\]}])/g, '$1');
  return (JSON.parse(withoutTrailingCommas) as { cases: Case[] }).cases;
}

function measureSpeed(lines: readonly string[], seed: string | undefined): Result[] {
  const theirs = Converter({ from: 't', to: 'cn' });
  const ours = createSimplifier();
  const traditional = toTraditional().s2t!(lines.join('\n'));
  const repeated = traditional.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(traditional)));
  const long = Buffer.from(repeated)
    .subarray(0, MEGABYTE)
    .toString()
    .replace(/\ufffd+$/, '');
  const nodes = Array.from({ length: NODES }, (_, index) => {
    const start = (index * NODE_LENGTH) % (long.length - NODE_LENGTH);
    return Buffer.from(long.slice(start, start + NODE_LENGTH), 'utf16le').toString('utf16le');
  });
  const contests: [string, Record<string, () => unknown>][] = [
    ['1 MB', { 'opencc-js': () => theirs(long), ours: () => ours.convert(long), ceiling: () => ceiling([long]) }],
    [
      '20,000 × 12',
      { 'opencc-js': () => nodes.map(theirs), ours: () => ours.convertAll(nodes), ceiling: () => ceiling(nodes) },
    ],
  ];
  if (seed !== undefined) {
    contests.push([
      'seed',
      { 'opencc-js': () => theirs(seed), ours: () => ours.convert(seed), ceiling: () => ceiling([seed]) },
    ]);
  }
  return contests.flatMap(([name, tasks]) => {
    const best = race(tasks);
    const times = Object.entries(best).map(([who, time]) => ({
      name: `${name}: ${who}`,
      value: rounded(time, 3),
      unit: 'ms',
    }));
    return [
      ...times,
      { name: `${name}: ours against opencc-js`, value: rounded(best['opencc-js']! / best.ours!, 1), unit: '×' },
    ];
  });
}

/** Must run before anything has converted: the table is built at the first use. */
function measureReady(): Result[] {
  const ours = elapsed(() => simplify('乾'));
  const theirs = elapsed(() => Converter({ from: 't', to: 'cn' })('乾'));
  return [
    { name: 'ready: ours', value: rounded(ours), unit: 'ms' },
    { name: 'ready: opencc-js', value: rounded(theirs), unit: 'ms' },
  ];
}

function measureSize(): Result[] {
  return ['table', 'regional-words', 'readings-table'].flatMap((name) => {
    const bytes = readFileSync(new URL(`../utils/script/${name}.ts`, import.meta.url));
    return [
      { name: `size of ${name}: brotli`, value: rounded(brotliCompressSync(bytes).length / 1024, 1), unit: 'KB' },
      { name: `size of ${name}: gzip`, value: rounded(gzipSync(bytes, { level: 9 }).length / 1024, 1), unit: 'KB' },
    ];
  });
}

function measureCases(cases: readonly Case[]): Result[] {
  const results = ['t2s', 'tw2s', 'hk2s'].map((setting) => {
    const own = cases.filter((one) => setting in one.expected);
    const right = own.filter((one) => simplify(one.input) === one.expected[setting]);
    return { name: `OpenCC cases ${setting}`, value: `${right.length}/${own.length}` };
  });
  const contradictions = cases.filter(({ expected }) => {
    const answers = ['t2s', 'tw2s', 'hk2s']
      .map((setting) => expected[setting])
      .filter((answer) => answer !== undefined);
    return new Set(answers).size > 1;
  });
  return [
    ...results,
    { name: 'OpenCC cases that contradict each other', value: contradictions.map(({ input }) => input).join(' ') },
  ];
}

/** Line by line as a page is converted: only what is not detected as simplified. */
function convertPage(lines: readonly string[]): string[] {
  const { lines: scripts } = detectScripts(lines);
  return lines.map((line, index) => (scripts[index] === 'simplified' ? line : simplify(line)));
}

function measureReports(lines: readonly string[]): Result[] {
  const exact = (converted: readonly string[]) => converted.filter((line, index) => line === lines[index]).length;
  const flavours = Object.entries(toTraditional()).map(([name, convert]) => ({
    name: `government lines exact after ${name}`,
    value: percent(exact(convertPage(lines.map(convert))), lines.length),
    unit: '%',
  }));
  return [
    ...flavours,
    { name: 'simplified lines unchanged', value: percent(exact(convertPage(lines)), lines.length), unit: '%' },
  ];
}

function measureDetection(simplified: readonly string[], traditional: readonly string[]): Result[] {
  return (
    [
      ['simplified', simplified],
      ['traditional', traditional],
    ] as const
  ).flatMap(([script, texts]) => {
    const windows = texts.flatMap((text) => text.match(WINDOW) ?? []);
    const verdicts = windows.map(detectScript);
    const wrong = verdicts.filter((verdict) => verdict !== script && verdict !== 'other').length;
    const neutral = verdicts.filter((verdict) => verdict === 'other').length;
    return [
      { name: `detection at 12 characters, ${script}: wrong`, value: percent(wrong, windows.length), unit: '%' },
      { name: `detection at 12 characters, ${script}: undecided`, value: percent(neutral, windows.length), unit: '%' },
    ];
  });
}

function damage(text: string, annotated: readonly string[]): string {
  return mirrored(text, annotated.map((character) => `${character} ${pinyin(character)}`).join(' '));
}

/** Edit distance, common ends cut off first. */
function distance(a: string, b: string): number {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let cut = 0;
  while (cut < Math.min(a.length, b.length) - start && a.at(-1 - cut) === b.at(-1 - cut)) cut++;
  const [x, y] = [a.slice(start, a.length - cut), b.slice(start, b.length - cut)];
  let row = Array.from({ length: y.length + 1 }, (_, index) => index);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[y.length]!;
}

function cutIntoDocuments(lines: readonly string[]): string[] {
  const documents = [''];
  for (const line of lines) {
    if (documents.at(-1)!.length > DOCUMENT_LENGTH) documents.push('');
    documents[documents.length - 1] += `${line}\n`;
  }
  return documents;
}

/** Realigned runs that stand in the true text together with the characters before them. */
function countRight({ text, edits }: Repaired, truth: string): number {
  const { toClean } = offsetMap(edits);
  return edits.filter(({ start, replacement, reason }) => {
    const at = toClean(start);
    return reason === 'shifted-run' && truth.includes(text.slice(Math.max(0, at - 4), at + replacement.length));
  }).length;
}

/** Saved pages that would be repaired, by name; the one true mirror among them is expected. */
function repairedPages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => {
    return name.endsWith('.txt') && learnRepair(readFileSync(join(folder, name), 'utf8').split('\n')).needed;
  });
}

function measureRepair(lines: readonly string[], seed: string | undefined): Result[] {
  const toMirror = characterwise();
  const documents = cutIntoDocuments(lines).map((text) => decode(encode(toMirror(text))));
  const types = [...new Set(documents.join(''))].filter((character) => {
    const code = gbk().codeOf(character);
    return simplify(character) !== character && code !== undefined && (code & 0xff) < 0xa1;
  });
  const totals = { characters: 0, errors: 0, exact: 0, detected: 0, fixes: 0, right: 0, annotations: 0, left: 0 };
  for (let site = 1; site <= SIMULATED_SITES; site++) {
    const draw = random(site);
    for (const truth of documents) {
      const damaged = damage(
        truth,
        types.filter(() => draw() < ANNOTATED_SHARE),
      ).split('\n');
      const plan = learnRepair(damaged);
      const repaired = damaged.map((line) => applyRepair(plan, line));
      const text = repaired.map((one) => one.text).join('\n');
      const counts = countRepairs(repaired);
      totals.characters += truth.length;
      totals.errors += distance(text, truth);
      totals.exact += text === truth ? 1 : 0;
      totals.detected += plan.needed ? 1 : 0;
      totals.annotations += counts.annotations;
      totals.fixes += counts.shiftedRuns;
      totals.left += counts.unrepaired;
      totals.right += repaired.reduce((right, one) => right + countRight(one, truth), 0);
    }
  }
  const falseRepairs = lines.filter((line) => learnRepair([line]).needed).length + (learnRepair(lines).needed ? 1 : 0);
  const sites = documents.length * SIMULATED_SITES;
  const results: Result[] = [
    { name: 'false repairs on clean paragraphs', value: falseRepairs },
    { name: 'simulated mirrors: detected', value: `${totals.detected}/${sites}` },
    { name: 'simulated mirrors: annotations stripped', value: totals.annotations },
    { name: 'simulated mirrors: shifted runs realigned', value: totals.fixes },
    { name: 'simulated mirrors: shifted runs left', value: totals.left },
    { name: 'simulated mirrors: fix precision', value: percent(totals.right, totals.fixes), unit: '%' },
    {
      name: 'simulated mirrors: wrong characters per 10,000',
      value: rounded((1e4 * totals.errors) / totals.characters),
    },
    { name: 'simulated mirrors: restored exactly', value: percent(totals.exact, sites), unit: '%' },
  ];
  if (seed !== undefined) {
    const texts = seed.split('\n');
    const plan = learnRepair(texts);
    const { annotations, shiftedRuns, unrepaired } = countRepairs(texts.map((text) => applyRepair(plan, text)));
    results.unshift({
      name: 'seed: annotations, shifted runs, left',
      value: `${annotations}, ${shiftedRuns}, ${unrepaired}`,
    });
  }
  return results;
}

/**
 * Prints the figures, as a table or as one JSON object. `data` names the folder with opencc-cases.json,
 * gov-simplified.txt and gsd-pairs.json; seed/seed.txt and corpus/pages beside it are used when present.
 */
export async function benchScript(options: {
  json: boolean;
  data?: readonly string[];
  corpus?: string;
}): Promise<void> {
  const folder = options.data?.[0] ?? DATA;
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const lines = read('gov-simplified.txt')
    .split('\n')
    .filter((line) => line !== '');
  const corpus = options.corpus || join(dirname(folder), 'corpus');
  const seedPath = join(dirname(folder), 'seed/seed.txt');
  const seed = existsSync(seedPath) ? readFileSync(seedPath, 'utf8') : undefined;
  const pairs = (JSON.parse(read('gsd-pairs.json')) as { pairs: { simplified: string; traditional: string }[] }).pairs;

  const results = [
    ...measureReady(),
    ...measureSize(),
    ...measureSpeed(lines, seed),
    ...measureCases(readCases(join(folder, 'opencc-cases.json'))),
    ...measureReports(lines),
    ...measureDetection(
      [...lines, ...pairs.map((pair) => pair.simplified)],
      [...lines.map(toTraditional().s2tw!), ...pairs.map((pair) => pair.traditional)],
    ),
    ...measureRepair(lines, seed),
    { name: 'saved pages repaired', value: repairedPages(join(corpus, 'pages')).join(' ') },
  ];
  if (options.json) console.log(JSON.stringify(Object.fromEntries(results.map(({ name, value }) => [name, value]))));
  else for (const { name, value, unit = '' } of results) console.log(`${name.padEnd(50)} ${value} ${unit}`.trimEnd());
}
