/** Conversion of a live page in Chromium: how soon the reader sees it, and what it costs, on pages of 5,000 to 50,000 text nodes. */
import type { Page } from 'puppeteer-core';
import { bundle, inChromium, median } from './in-chromium';
import { articleText, paragraphsOf } from './long-page';

/** Opencc-js as a page converter would use it: node by node, in one task. */
const SOURCE = `
  import { Converter } from 'opencc-js/t2cn';
  import { PageConverter } from './utils/page/page-converter';
  import { learnRepair } from './utils/script/repair';
  import { createSimplifier } from './utils/script/simplify';

  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let seen;
  const visible = () => seen.textContent;
  const taken = [];
  new PerformanceObserver((list) => taken.push(...list.getEntries())).observe({ type: 'longtask' });

  async function timed(work) {
    seen = document.elementFromPoint(40, innerHeight / 2).closest('p') ?? document.querySelector('p');
    await new Promise((resolve) => setTimeout(resolve, 300));
    taken.length = 0;
    const before = visible();
    const start = performance.now();
    const done = work();
    let firstVisible = null;
    // The frame that is begun now shows what has been written by now.
    const watch = new Promise((resolve) => {
      const look = () => {
        if (visible() === before && performance.now() - start < 5000) return requestAnimationFrame(look);
        firstVisible = performance.now() - start;
        resolve();
      };
      requestAnimationFrame(look);
    });
    await done;
    const converted = performance.now() - start;
    await frame();
    const painted = performance.now() - start;
    await watch;
    while (document.querySelector('[style*=content-visibility]')) await frame(); // what was put off comes back
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { firstVisible, converted, painted, longestTask: Math.max(0, ...taken.map((entry) => entry.duration)) };
  }

  export async function ours() {
    const simplifier = createSimplifier();
    const plan = { repair: learnRepair([]), script: 'traditional', convert: (text) => simplifier.convert(text) };
    const before = document.documentElement.outerHTML;
    globalThis.gc();
    const heap = performance.memory.usedJSHeapSize;
    const converter = new PageConverter(document);
    const there = await timed(() => converter.start(plan));
    globalThis.gc();
    const memory = performance.memory.usedJSHeapSize - heap;
    const back = await timed(() => converter.stop());
    return { ...there, restored: back.painted, longestRestoreTask: back.longestTask, memory, exact: document.documentElement.outerHTML === before };
  }

  export async function opencc() {
    const convert = Converter({ from: 't', to: 'cn' });
    return timed(() => {
      const walker = document.createTreeWalker(document.body, 4);
      while (walker.nextNode()) {
        const text = convert(walker.currentNode.data);
        if (text !== walker.currentNode.data) walker.currentNode.data = text;
      }
    });
  }
`;

const SIZES = [5_000, 20_000, 50_000];
/** Toggles of one page: the first finds code and fonts cold, the others are what a reader feels who goes back and forth. */
const TOGGLES = 6;
type Times = Record<string, number | boolean>;

/** The times of `count` runs of one engine on one page. */
async function measure(page: Page, html: string, script: string, engine: string, count: number): Promise<Times[]> {
  await page.setContent(html);
  await page.evaluate(script);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  const times: Times[] = [];
  for (let run = 0; run < count; run++)
    // biome-ignore lint/suspicious/noExplicitAny: put there by the line above
    times.push(await page.evaluate((name) => (globalThis as any).bench[name](), engine));
  return times;
}

/** The median of each figure; what is not a figure must hold of all. */
function medians(all: readonly Times[]): Record<string, number | boolean> {
  return Object.fromEntries(
    Object.keys(all[0] ?? {}).map((key) => {
      const values = all.map((times) => times[key] ?? Number.NaN);
      return [key, typeof values[0] === 'boolean' ? values.every(Boolean) : Math.round(median(values as number[]))];
    }),
  );
}

export async function benchPage({ json }: { json: boolean }): Promise<void> {
  const script = await bundle('bench', SOURCE);
  const text = await articleText();
  const rows: Record<string, unknown>[] = [];
  for (const size of SIZES) {
    const html = `<!doctype html><html lang="zh-TW"><meta charset="utf-8"><title>文昌商圈</title><body>${paragraphsOf(size, text)}`;
    const ours = await inChromium((page) => measure(page, html, script, 'ours', TOGGLES));
    const theirs = await inChromium((page) => measure(page, html, script, 'opencc', 1));
    for (const [engine, times] of [
      ['ours, first', ours.slice(0, 1)],
      ['ours, again', ours.slice(1)],
      ['opencc-js, first', theirs],
    ] as const)
      rows.push({ size, engine, ...medians(times) });
  }
  if (json) console.log(JSON.stringify(rows));
  else console.table(rows);
}
