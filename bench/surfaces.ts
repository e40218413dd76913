/** What a reader waits for at each surface of the built extension in Chromium, and what it costs a page that needs nothing. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { Harness } from '../scripts/harness';
import { median } from './in-chromium';
import { articleText, paragraphsOf } from './long-page';

const HOST = 'https://www.surfaces.gov.cn';
const ARTICLE = `${HOST}/2026/t20260105_1.html`;
const LONG = `${HOST}/2026/t20260105_2.html`;
/** English, so that the glance has nothing to do; once where it runs and once where it does not. */
const IDLE = [`${HOST}/en/index.html`, 'https://www.surfaces.example/en/index.html'] as const;
const RUNS = 7;
const TEXT_NODES = 20_000;

/** Milliseconds since the popup's navigation began at which it first showed something, the article, and the digest. */
interface PopupTimes {
  skeleton?: number;
  article?: number;
  digest?: number;
}

/** Put into the popup before its own code. */
function watchPopup(): void {
  const times: PopupTimes = {};
  Object.assign(globalThis, { times });
  new MutationObserver(() => {
    const state = document.querySelector('h1[data-state]')?.getAttribute('data-state');
    if (!state) return;
    times.skeleton ??= performance.now();
    if (state === 'loading') return;
    times.article ??= performance.now();
    if (!document.querySelector('.digest[aria-busy=true]')) times.digest ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Put into a page: its long tasks (over 50 ms), those of content scripts among them. */
function watchTasks(): void {
  const tasks: number[] = [];
  Object.assign(globalThis, { tasks });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
}

async function openPopup(harness: Harness, tabId: number): Promise<Required<PopupTimes>> {
  const popup = await harness.open('about:blank');
  await popup.evaluateOnNewDocument(watchPopup);
  await popup.goto(`${harness.origin}/popup.html?tab=${tabId}`);
  await popup.waitForFunction(() => (globalThis as unknown as { times: PopupTimes }).times.digest !== undefined);
  const times = await popup.evaluate(() => (globalThis as unknown as { times: Required<PopupTimes> }).times);
  await popup.close();
  return times;
}

/** Milliseconds until a message to a tab, or to the background, is answered. */
function timeOfMessage(asker: Page, message: { name: string; args?: unknown }, tabId?: number): Promise<number> {
  return asker.evaluate(
    async (sent, tab) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page has the extension's `chrome`, this process has no type for it
      const { chrome } = globalThis as any;
      const start = performance.now();
      await (tab === undefined ? chrome.runtime.sendMessage(sent) : chrome.tabs.sendMessage(tab, sent, { frameId: 0 }));
      return performance.now() - start;
    },
    message,
    tabId,
  );
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

/** The longest task of the page while `work` runs and shortly after; 0 when none was over 50 ms. */
async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  await settle();
  await page.evaluate(() => {
    (globalThis as unknown as { tasks: number[] }).tasks.length = 0;
  });
  await work();
  await settle();
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));
}

/** Milliseconds of script of one load of a page. */
async function scriptTime(harness: Harness, url: string): Promise<number> {
  const page = await harness.visit(url);
  await settle();
  const { ScriptDuration = Number.NaN } = await page.metrics();
  await page.close();
  return ScriptDuration * 1000;
}

async function times(count: number, measureOnce: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < count; run += 1) all.push(await measureOnce());
  return all;
}

/** Rows of a name and milliseconds. */
async function measure(harness: Harness): Promise<[string, number][]> {
  const rows: [string, number][] = [];
  const page = await harness.visit(ARTICLE);
  const tabId = await harness.tabIdOf(page);
  await harness.stopWorker();
  const first = await openPopup(harness, tabId);
  rows.push(['popup, first and worker asleep: skeleton', first.skeleton]);
  rows.push(['popup, first and worker asleep: article', first.article], ['the same: digest', first.digest]);
  const again: Required<PopupTimes>[] = [];
  for (let run = 0; run < RUNS; run += 1) again.push(await openPopup(harness, tabId));
  rows.push(['popup, again: article', median(again.map(({ article }) => article))]);
  rows.push(['popup, again: digest', median(again.map(({ digest }) => digest))]);

  const asker = await harness.extensionPage('options.html', 'main');
  await page.bringToFront();
  const toolbar = (shown: boolean) => ({ name: 'tab:toolbar', args: { tabId, url: ARTICLE, shown } });
  const shows = await times(RUNS, async () => {
    await timeOfMessage(asker, toolbar(false));
    return timeOfMessage(asker, toolbar(true));
  });
  await timeOfMessage(asker, toolbar(false));
  rows.push(['toolbar shown: first', shows[0] ?? Number.NaN], ['toolbar shown: again', median(shows.slice(1))]);

  const reveal = {
    name: 'reader:reveal',
    args: { kind: 'place', mentions: [{ line: 0, start: 0, end: 2 }], index: 0 },
  };
  rows.push(['jump to a mention', median(await times(RUNS, () => timeOfMessage(asker, reveal, tabId)))]);
  rows.push(['reading view open: first', await timeOfMessage(asker, { name: 'tab:reading-view', args: { tabId } })]);

  const long = await harness.visit(LONG);
  const longId = await harness.tabIdOf(long);
  await long.evaluate(watchTasks);
  await openPopup(harness, longId);
  await long.bringToFront();
  for (const on of [true, false]) {
    let duration = 0;
    const task = await longestTask(long, async () => {
      duration = await timeOfMessage(asker, { name: 'reader:focus', args: { on } }, longId);
    });
    const what = `${TEXT_NODES} text nodes, chrome ${on ? 'hidden' : 'back'}`;
    rows.push([what, duration], [`${what}: longest task`, task]);
  }

  const [withGlance, without] = [
    median(await times(RUNS, () => scriptTime(harness, IDLE[0]))),
    median(await times(RUNS, () => scriptTime(harness, IDLE[1]))),
  ];
  rows.push(['script on a page with nothing to do, more than without', withGlance - without]);
  return rows;
}

async function longPage(): Promise<string> {
  const links = Array.from({ length: 40 }, (_, index) => `<a href="/c${index}">栏目${index}</a>`).join(' ');
  return `<!doctype html><html lang="zh-TW"><meta charset="utf-8"><title>文昌商圈</title><body>
    <header>${links}</header><nav>${links}</nav>
    <div class="article"><h1>文昌商圈建設推進</h1><p>2026-01-05 來源:廣陵區</p>
    <div class="TRS_Editor">${paragraphsOf(TEXT_NODES, await articleText())}</div></div>
    <aside>${links}</aside><footer>${links}</footer>`;
}

export async function benchSurfaces({ json }: { json: boolean }): Promise<void> {
  const harness = await Harness.start('chromium');
  try {
    harness.serve(ARTICLE, await readFile('tests/pages/seed-county/page.html'));
    harness.serve(LONG, await longPage());
    for (const url of IDLE)
      harness.serve(url, `<!doctype html><title>County</title>${'<p>Nothing to do here.</p>'.repeat(500)}`);
    const rows = await measure(harness);
    if (json) console.log(JSON.stringify(Object.fromEntries(rows)));
    else
      console.table(rows.map(([what, milliseconds]) => ({ what, milliseconds: Math.round(milliseconds * 10) / 10 })));
  } finally {
    await harness.stop();
  }
}
