/** The library in Chromium with the built extension: how soon it is there, is searched, exported and imported when it is full. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { Harness } from '../scripts/harness';
import { QUERIES } from './composed-clips';
import { bundle, median } from './in-chromium';
import type * as InPage from './library-in-page';
import type * as Typing from './typing-in-page';

const DEFAULT_SIZES = '1000,10000,50000';

/** Clips of one transaction while the library is filled. */
const FILLED_AT_ONCE = 1_000;
/** Cold openings of the page, and saves: the median is told. */
const OPENINGS = 5;
const SAVES = 20;
/** Milliseconds that the page is left alone once its list is there, for it to read the texts and group reposts. */
const SETTLED_AFTER = 15_000;
/** The peer's index of more clips takes minutes to build. */
const MOST_FOR_PEER = 10_000;
const MB = 1e6;

interface Figure {
  clips: number;
  figure: string;
  value: number;
  unit: 'ms' | 's' | 'MB';
}

/** On `globalThis`, where the bundle puts it. */
declare const bench: typeof InPage & typeof Typing & typeof Peer;
declare const Peer: { buildIndex(): Promise<number>; searchIndex(queries: readonly string[]): number[] };

const PEER = `
  import MiniSearch from 'minisearch';
  import { openLibrary } from './utils/clips/database';
  import { searchForm } from './utils/clips/search-form';
  const bigrams = (text) => (text.match(/[\\p{L}\\p{N}]+/gu) ?? []).flatMap((run) =>
    run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
  let index;
  export async function buildIndex() {
    const { database } = await openLibrary();
    const texts = await database.getAll('texts');
    database.close();
    const start = performance.now();
    index = new MiniSearch({ fields: ['text'], idField: 'clipId', tokenize: bigrams });
    index.addAll(texts);
    return performance.now() - start;
  }
  export function searchIndex(queries) {
    return queries.map((query) => {
      const start = performance.now();
      index.search(searchForm(query), { prefix: true, combineWith: 'AND' });
      return performance.now() - start;
    });
  }
`;

/** Tells, on the page's own clock, when the list first showed rows and the count of all clips, painted. */
function watchForList(count: number): void {
  const observer = new MutationObserver(() => {
    const status = document.querySelector('.list-title [role="status"]')?.textContent ?? '';
    if (!document.querySelector('#clips li') || !status.includes(String(count))) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        Object.assign(globalThis, { listReady: performance.now() });
      }),
    );
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}

/** A page that loads the library cold, once its list is there, and the milliseconds that took since navigation start. */
async function openLibraryPage(harness: Harness, clips: number): Promise<{ page: Page; ready: number }> {
  const page = await harness.open('about:blank');
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(watchForList, clips);
  await page.goto(`${harness.origin}/library.html`);
  const ready = await page.waitForFunction('globalThis.listReady', { timeout: 120_000 });
  return { page, ready: (await ready.jsonValue()) as number };
}

/** A page of the extension that has the benchmark's own code. */
async function benchPage(harness: Harness, script: string): Promise<Page> {
  const page = await harness.extensionPage('options.html', 'main');
  page.setDefaultTimeout(0);
  await page.evaluate(script);
  return page;
}

/** Bytes of the JavaScript heap after a collection, strings included. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Bytes of memory that the largest page process holds resident; undefined where there is no procfs. */
async function residentMemory(page: Page): Promise<number | undefined> {
  const session = await page.browser().target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes: number[] = [];
  for (const { id, type } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s*(\d+)/m.exec(status)?.[1];
    if (kilobytes) sizes.push(Number(kilobytes) * 1024);
  }
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

type Add = (figure: string, value: number, unit: Figure['unit']) => void;

async function measurePage(harness: Harness, clips: number, typing: string, add: Add): Promise<void> {
  await harness.restart();
  const ready: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    const { page, ready: ms } = await openLibraryPage(harness, clips);
    ready.push(ms);
    await page.close();
  }
  add('list ready, browser just started', ready[0]!, 'ms');
  add('list ready, median', median(ready), 'ms');
  const { page } = await openLibraryPage(harness, clips);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_AFTER));
  await page.evaluate(typing);
  const keystrokes = await page.evaluate((queries) => bench.typeAll(queries), QUERIES);
  const keys = keystrokes.map(({ ms }) => ms);
  add('search, first letter', keys[0]!, 'ms');
  add('search per letter, median', median(keys), 'ms');
  add('search per letter, worst', Math.max(...keys), 'ms');
  const resident = await residentMemory(page);
  add('memory of the page: JavaScript heap', (await heapOf(page)) / MB, 'MB');
  if (resident !== undefined) add('memory of its process, resident', resident / MB, 'MB');
  await page.close();
}

async function measureStore(page: Page, clips: number, add: Add): Promise<void> {
  const facets = await page.evaluate(() => bench.facets());
  add('facet counts, first', facets.first, 'ms');
  add('facet counts, again', facets.again, 'ms');
  const limits = await page.evaluate((queries) => bench.limits(queries), QUERIES);
  add('limit: all headers read', limits.headers, 'ms');
  add('limit: all texts read', limits.texts, 'ms');
  add('limit: one string looked for in all texts, worst', Math.max(...limits.scans), 'ms');
  const saves = await page.evaluate((from, count) => bench.saves(from, count), clips, SAVES);
  add('save of one clip, median', median(saves), 'ms');
  add('save of one clip, worst', Math.max(...saves), 'ms');
}

async function measureTransfer(page: Page, add: Add): Promise<void> {
  const exported = await page.evaluate(() => bench.exportAll());
  add('export of all, JSON', exported.ms / 1000, 's');
  add('size of the export', exported.bytes / MB, 'MB');
  const imported = await page.evaluate(() => bench.importAll());
  add('import of all into an empty library', imported.ms / 1000, 's');
}

async function measurePeer(harness: Harness, script: string, add: Add): Promise<void> {
  const page = await benchPage(harness, script);
  const before = await heapOf(page);
  const ms = await page.evaluate(() => bench.buildIndex());
  add('MiniSearch, bigrams: index built', ms / 1000, 's');
  const prefixes = QUERIES.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
  const searches = await page.evaluate((queries) => bench.searchIndex(queries), prefixes);
  add('MiniSearch, bigrams: search per letter, median', median(searches), 'ms');
  add('MiniSearch, bigrams: search per letter, worst', Math.max(...searches), 'ms');
  add('MiniSearch, bigrams: JavaScript heap', ((await heapOf(page)) - before) / MB, 'MB');
  await page.close();
}

function hasPeer(): boolean {
  try {
    createRequire(import.meta.url).resolve('minisearch');
    return true;
  } catch {
    return false;
  }
}

interface Scripts {
  library: string;
  typing: string;
  /** Null when the peer is not installed. */
  peer: string | null;
}

async function measure(clips: number, scripts: Scripts): Promise<Figure[]> {
  const figures: Figure[] = [];
  const add: Add = (figure, value, unit) => {
    figures.push({ clips, figure, value: Math.round(value * 10) / 10, unit });
    console.error(`${clips} clips: ${figure}: ${value.toFixed(1)} ${unit}`);
  };
  const harness = await Harness.start('chromium');
  try {
    const filling = await benchPage(harness, scripts.library);
    for (let from = 0; from < clips; from += FILLED_AT_ONCE)
      await filling.evaluate((a, b) => bench.fill(a, b), from, Math.min(clips, from + FILLED_AT_ONCE));
    await filling.close();
    await measurePage(harness, clips, scripts.typing, add);
    if (scripts.peer !== null && clips <= MOST_FOR_PEER) await measurePeer(harness, scripts.peer, add);
    const page = await benchPage(harness, scripts.library);
    await measureStore(page, clips, add);
    await measureTransfer(page, add);
  } finally {
    await harness.stop();
  }
  return figures;
}

/** `sizes`: numbers of clips, comma-separated. */
export async function benchLibrary({ json, sizes }: { json: boolean; sizes: string }): Promise<void> {
  const scripts: Scripts = {
    library: await bundle('bench', `export * from './bench/library-in-page';`),
    typing: await bundle('bench', `export * from './bench/typing-in-page';`),
    peer: hasPeer() ? await bundle('bench', PEER) : null,
  };
  if (scripts.peer === null) console.error('minisearch is not installed: the library is measured without its peer');
  const figures: Figure[] = [];
  for (const size of (sizes || DEFAULT_SIZES).split(',')) figures.push(...(await measure(Number(size), scripts)));
  if (json) console.log(JSON.stringify(figures));
  else console.table(figures);
}
