/**
 * `npm run bench -- articles --corpus DIR`: how well articles are found on saved pages, beside Readability and Defuddle.
 * DIR holds `pages/` (manifest.json, ID.html, ID.txt) and may hold `negatives/` (manifest.json, ID.html).
 */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { linesOf } from '../utils/article/article';
import { findArticle } from '../utils/article/find';
import { glance } from '../utils/article/glance';

interface PageTruth {
  id: string;
  group: string;
  kind: string;
  url: string | null;
  encoding: string;
  truth: { title: string; date: string | null; source: string | null; sourceAlt: string[]; optional: string[] };
  meta: Record<string, string | null>;
}

/** What an extractor says of a page; `kind` only where it tells kinds apart. */
interface Extracted {
  title: string;
  text: string;
  date: string | null;
  source: string | null;
  kind?: string;
}

type Extractor = (dom: JSDOM, url: string) => Extracted | Promise<Extracted>;

interface Score {
  precision: number;
  recall: number;
  f1: number;
}

interface Row extends Score {
  id: string;
  group: string;
  kind: string;
  extractor: string;
  truthCharacters: number;
  titleRight: boolean;
  dateRight: boolean | null;
  sourceRight: boolean | null;
  allRight: boolean;
  milliseconds: number;
  said: Omit<Extracted, 'text'>;
}

const nothing: Extracted = { title: '', text: '', date: null, source: null };

const readability =
  (charThreshold?: number): Extractor =>
  (dom) => {
    const options = charThreshold === undefined ? {} : { charThreshold };
    const result = new Readability(dom.window.document, options).parse();
    if (result === null) return nothing;
    const { title, content, publishedTime, byline, siteName } = result;
    return {
      title: title ?? '',
      text: textOfHtml(content ?? ''),
      date: publishedTime ?? null,
      source: byline || siteName || null,
    };
  };

/** Ours first: the others' documents are their own, but warm code is shared. */
const EXTRACTORS: Record<string, Extractor> = {
  qingyue: (dom, url) => {
    const found = findArticle(dom.window.document, { url });
    if (!('article' in found)) return { ...nothing, kind: found.kind };
    const { title, blocks, published, source } = found.article;
    return {
      title,
      text: linesOf(blocks).join('\n'),
      date: published?.day ?? null,
      source: source?.value ?? null,
      kind: found.kind,
    };
  },
  readability: readability(),
  'readability-t120': readability(120),
  defuddle: async (dom, url) => {
    const { title, content, published, author, site } = await Defuddle(dom.window.document, url, {});
    return { title, text: textOfHtml(content), date: published || null, source: author || site || null };
  },
};

const BLOCK =
  /^(?:P|DIV|SECTION|ARTICLE|LI|UL|OL|TR|TABLE|TBODY|THEAD|H[1-6]|BR|BLOCKQUOTE|DD|DT|DL|CENTER|FIGURE|FIGCAPTION|HR|PRE|FORM|MAIN|HEADER|FOOTER|TD|TH)$/;

function textOfHtml(html: string): string {
  const { document } = new JSDOM(`<body>${html}</body>`, { virtualConsole: new VirtualConsole() }).window;
  let text = '';
  const walker = document.createTreeWalker(document.body, 1 | 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === 3) {
      if (!/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentElement?.tagName ?? '')) text += node.nodeValue ?? '';
    } else if (BLOCK.test((node as Element).tagName)) text += '\n';
  }
  return text;
}

/** A Chinese character is a token, a run of Latin letters or digits is one; punctuation is none. */
function tokens(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\u3400-\u9fff\uf900-\ufaff]|[a-z0-9\u00c0-\u024f]+/g) ?? []
  );
}

const SHINGLE = 4;

function shingles(text: string): Map<string, number> {
  const all = tokens(text);
  const counts = new Map<string, number>();
  const length = Math.min(SHINGLE, all.length);
  for (let start = 0; length > 0 && start + length <= all.length; start++) {
    const shingle = all.slice(start, start + length).join('\u0001');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Precision, recall and F1 on shingles of four tokens; shingles of `optional` texts beyond the truth's are not counted. */
function scoreOf(said: string, truth: string, optional: readonly string[]): Score {
  const got = shingles(said);
  const wanted = shingles(truth);
  for (const text of optional) {
    for (const [shingle, count] of shingles(text)) {
      const held = got.get(shingle);
      if (held !== undefined) got.set(shingle, Math.max(Math.min(held, wanted.get(shingle) ?? 0), held - count));
    }
  }
  const [gotSize, wantedSize] = [sizeOf(got), sizeOf(wanted)];
  if (wantedSize === 0) return { precision: gotSize > 0 ? 0 : 1, recall: 1, f1: gotSize > 0 ? 0 : 1 };
  let right = 0;
  for (const [shingle, count] of got) right += Math.min(count, wanted.get(shingle) ?? 0);
  const precision = gotSize > 0 ? right / gotSize : 0;
  const recall = right / wantedSize;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

const essence = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/&nbsp;/g, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase();

/** The day of a date in any of the extractors' forms; instants are read on Beijing's clock. */
function dayOf(date: string | null): string | null {
  if (date === null) return null;
  if (/T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(date)) {
    return new Date(new Date(date).getTime() + 8 * 3600e3).toISOString().slice(0, 10);
  }
  const match = /((?:19|20)\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})/.exec(date);
  return match === null ? null : `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
}

/** A body counts as right from this F1 on. */
const RIGHT_BODY = 0.95;

function judge(page: PageTruth, truth: string, extractor: string, said: Extracted, milliseconds: number): Row {
  const score = scoreOf(said.text, truth, page.truth.optional);
  const title = essence(said.title);
  const titleRight = title !== '' && [page.truth.title, page.meta.ArticleTitle].some((name) => essence(name) === title);
  const dateRight = page.truth.date === null ? null : dayOf(said.date) === page.truth.date;
  const sources = [page.truth.source, ...page.truth.sourceAlt, page.meta.ContentSource]
    .map(essence)
    .filter((name) => name !== '');
  const source = essence(said.source);
  const sourceRight = sources.length === 0 ? null : source !== '' && sources.some((name) => source.includes(name));
  const { text: _, ...rest } = said;
  return {
    id: page.id,
    group: page.group,
    kind: page.kind,
    extractor,
    truthCharacters: truth.replace(/\s/g, '').length,
    ...score,
    titleRight,
    dateRight,
    sourceRight,
    allRight: score.f1 >= RIGHT_BODY && titleRight && dateRight !== false && sourceRight !== false,
    milliseconds,
    said: rest,
  };
}

const domOf = (html: string, url: string): JSDOM => new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/** Each extractor reads a document of its own this often; the median time is kept. */
const RUNS = 3;

async function timed(
  extract: Extractor,
  html: string,
  url: string,
): Promise<{ said: Extracted; milliseconds: number }> {
  const times: number[] = [];
  let said = nothing;
  const { log, warn, error } = console;
  Object.assign(console, { log() {}, warn() {}, error() {} });
  try {
    for (let run = 0; run < RUNS; run++) {
      const dom = domOf(html, url);
      const start = performance.now();
      said = await extract(dom, url);
      times.push(performance.now() - start);
    }
  } finally {
    Object.assign(console, { log, warn, error });
  }
  return { said, milliseconds: median(times) };
}

interface CorpusPage {
  page: PageTruth;
  html: string;
  truth: string;
  url: string;
}

async function readPages(corpus: string): Promise<CorpusPage[]> {
  const folder = join(corpus, 'pages');
  const manifest = await readJson<PageTruth[]>(join(folder, 'manifest.json'));
  return Promise.all(
    manifest.map(async (page) => ({
      page,
      html: new TextDecoder(page.encoding).decode(await readFile(join(folder, `${page.id}.html`))),
      truth: (await readFile(join(folder, `${page.id}.txt`), 'utf8')).trim(),
      url: page.url ?? `https://example.gov.cn/${page.id}.html`,
    })),
  );
}

interface NegativeRow {
  id: string;
  kind: string;
  right: boolean;
  offered: boolean;
}

function judgeNegative(id: string, html: string, url: string): NegativeRow {
  const { document } = domOf(html, url).window;
  const { kind } = findArticle(document, { url });
  return { id, kind, right: kind !== 'article' && kind !== 'document', offered: glance(document).likelyArticle };
}

/** The negatives of the corpus, and its pages whose body is empty. */
async function judgeNegatives(corpus: string, pages: readonly CorpusPage[]): Promise<NegativeRow[]> {
  const rows = pages
    .filter(({ truth }) => truth === '')
    .map(({ page, html, url }) => judgeNegative(page.id, html, url));
  const folder = join(corpus, 'negatives');
  if (!existsSync(join(folder, 'manifest.json'))) return rows;
  for (const { id } of await readJson<{ id: string }[]>(join(folder, 'manifest.json'))) {
    rows.push(
      judgeNegative(id, await readFile(join(folder, `${id}.html`), 'utf8'), `https://example.gov.cn/${id}.html`),
    );
  }
  return rows;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const percent = (value: number): string => (Number.isNaN(value) ? '-' : (100 * value).toFixed(1));
const share = (values: readonly (boolean | null)[]): number => {
  const known = values.filter((value) => value !== null);
  return known.filter(Boolean).length / known.length;
};

const GROUPS: readonly [string, (row: Row) => boolean][] = [
  ['all', () => true],
  ['government', (row) => row.group === 'gov'],
  ['documents', (row) => row.group === 'gov' && row.kind === 'document'],
  ['short', (row) => row.group === 'gov' && row.truthCharacters > 0 && row.truthCharacters < 600],
  ['public bodies', (row) => row.group === 'public-body'],
  ['news', (row) => row.group === 'news'],
];

/** Sums over a group. A page without a body (a video) has no fields either: "none" is right on it, and it is judged below. */
function summary(rows: readonly Row[], extractor: string, group: string) {
  const withBody = rows.filter((row) => row.truthCharacters > 0);
  return {
    group,
    extractor,
    pages: rows.length,
    precision: mean(withBody.map((row) => row.precision)),
    recall: mean(withBody.map((row) => row.recall)),
    f1: mean(withBody.map((row) => row.f1)),
    below50: withBody.filter((row) => row.f1 < 0.5).length,
    title: share(withBody.map((row) => row.titleRight)),
    date: share(withBody.map((row) => row.dateRight)),
    source: share(withBody.map((row) => row.sourceRight)),
    allRight: withBody.filter((row) => row.allRight).length,
    withBody: withBody.length,
    milliseconds: median(rows.map((row) => row.milliseconds)),
  };
}

function print(rows: readonly Row[], negatives: readonly NegativeRow[], offered: number, articles: number): void {
  for (const row of rows) {
    const flag = (right: boolean | null, letter: string): string => (right === null ? '.' : right ? letter : '-');
    const flags = flag(row.titleRight, 'T') + flag(row.dateRight, 'D') + flag(row.sourceRight, 'S');
    const scores = [row.precision, row.recall, row.f1].map((value) => percent(value).padStart(6)).join('');
    console.log(
      `${row.id.padEnd(32)}${row.extractor.padEnd(18)}${scores} ${flags} ${row.milliseconds.toFixed(0).padStart(6)} ms`,
    );
  }
  console.log('\ngroup         extractor            P     R    F1  <50 title  date source  all right     ms');
  for (const [group, belongs] of GROUPS) {
    for (const extractor of Object.keys(EXTRACTORS)) {
      const part = rows.filter((row) => row.extractor === extractor && belongs(row));
      if (part.length === 0) continue;
      const sum = summary(part, extractor, group);
      const cells = [sum.precision, sum.recall, sum.f1].map((value) => percent(value).padStart(6)).join('');
      const fields = [sum.title, sum.date, sum.source].map((value) => percent(value).padStart(6)).join('');
      console.log(
        `${group.padEnd(14)}${extractor.padEnd(17)}${cells}${String(sum.below50).padStart(5)}${fields}${`${sum.allRight}/${sum.withBody}`.padStart(10)}${sum.milliseconds.toFixed(0).padStart(8)}`,
      );
    }
  }
  console.log(`\ntime against readability, median of ratios: ${timeRatio(rows).toFixed(2)}`);
  console.log(`articles offered by the glance: ${offered}/${articles}`);
  if (negatives.length === 0) return;
  console.log(`negatives answered "none": ${negatives.filter((row) => row.right).length}/${negatives.length}`);
  for (const row of negatives)
    console.log(`  ${row.id.padEnd(40)}${row.kind.padEnd(10)}${row.offered ? 'offered' : ''}`);
}

/** Our time on a page over Readability's on the same page, median over the pages. */
function timeRatio(rows: readonly Row[]): number {
  const times = new Map(rows.map((row) => [`${row.extractor} ${row.id}`, row.milliseconds]));
  const ratios = rows
    .filter((row) => row.extractor === 'qingyue')
    .map((row) => row.milliseconds / (times.get(`readability ${row.id}`) ?? Number.NaN));
  return median(ratios);
}

/** Runs every extractor over the corpus and prints rows and sums, or one JSON value. Throws when `corpus` is not given. */
export async function benchArticles(options: { corpus: string | undefined; json: boolean }): Promise<void> {
  if (options.corpus === undefined) throw new Error('benchmark "articles" needs --corpus DIR');
  const pages = await readPages(options.corpus);
  const rows: Row[] = [];
  const articles = pages.filter(({ truth }) => truth !== '');
  const offered = articles.filter(({ html, url }) => glance(domOf(html, url).window.document).likelyArticle).length;
  for (const { page, html, truth, url } of pages) {
    for (const [name, extract] of Object.entries(EXTRACTORS)) {
      const { said, milliseconds } = await timed(extract, html, url);
      rows.push(judge(page, truth, name, said, milliseconds));
    }
  }
  const negatives = await judgeNegatives(options.corpus, pages);
  if (!options.json) return print(rows, negatives, offered, articles.length);
  const sums = GROUPS.flatMap(([group, belongs]) =>
    Object.keys(EXTRACTORS).map((name) =>
      summary(
        rows.filter((row) => row.extractor === name && belongs(row)),
        name,
        group,
      ),
    ),
  );
  console.log(
    JSON.stringify({ rows, negatives, sums, offered, articles: articles.length, timeRatio: timeRatio(rows) }),
  );
}
