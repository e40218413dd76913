/** A worker killed at twenty points of a save: the clip is whole or absent, and asking again with the same id makes exactly one. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { linesOf } from '../../utils/article/article';
import type { SaveRequest } from '../../utils/extension/messages';
import { shownPage } from '../../utils/extension/shown-page';
import { ask, resultOf } from './background';
import { inBrowsers } from './in-browsers';
import { articlePage } from './pages';
import { contents, unsound } from './stored-clips';
import { speakChinese, words } from './surfaces';

const POINTS = 20;

/** Milliseconds for which the worker is held at a point: longer than the browser takes to end it there. */
const HOLD = 500;

const NOTHING_BROKEN = { gone: 0, aside: 0 };
const REMARKS = { note: '附注一', tags: ['黨建'] };

/**
 * Runs in the worker: has every step of a save that reaches out of it told on a channel, before it is taken, and every
 * answer of the database; holds the worker at the step of the number or name `point`. Nothing else changes.
 */
function watchSteps(point: number | string, hold: number): void {
  const channel = new BroadcastChannel('steps');
  const tell = channel.postMessage.bind(channel);
  let number = 0;
  const step = (name: string) => {
    tell({ number, name });
    if (number++ !== point && name !== point) return;
    const end = Date.now() + hold;
    while (Date.now() < end);
  };
  // biome-ignore lint/suspicious/noExplicitAny: methods of many kinds
  const watch = (owner: any, name: string, answered?: string) => {
    const original = owner[name];
    owner[name] = function (...args: unknown[]) {
      step(name);
      const made = original.apply(this, args);
      if (answered) made.addEventListener(answered, () => step(`${name}: ${answered}`));
      return made;
    };
  };
  // biome-ignore lint/suspicious/noExplicitAny: the worker has the extension's API, this process has no type for it
  const { chrome } = globalThis as any;
  chrome.runtime.onMessage.addListener(() => step('message'));
  watch(chrome.scripting, 'executeScript');
  watch(chrome.tabs, 'sendMessage');
  watch(SubtleCrypto.prototype, 'digest');
  watch(IDBFactory.prototype, 'open', 'success');
  watch(IDBDatabase.prototype, 'transaction', 'complete');
  for (const name of ['add', 'put', 'delete']) watch(IDBObjectStore.prototype, name, 'success');
  for (const name of ['get', 'getKey']) watch(IDBIndex.prototype, name, 'success');
  watch(BroadcastChannel.prototype, 'postMessage');
  watch(chrome.storage.local, 'set');
  watch(chrome.action, 'setBadgeText');
}

interface Step {
  number: number;
  name: string;
}

/** Gathers in a page of the extension what the worker tells. */
function gatherSteps(): void {
  const steps: Step[] = [];
  Object.assign(globalThis, { steps });
  new BroadcastChannel('steps').onmessage = ({ data }) => steps.push(data);
}

const stepsOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { steps: Step[] }).steps.splice(0));
const stepCount = (page: Page) => page.evaluate(() => (globalThis as unknown as { steps: Step[] }).steps.length);

inBrowsers(['chromium'], (browser) => {
  beforeAll(() => speakChinese(browser.harness));

  const urlOf = (round: number) => `https://www.example.gov.hk/killed-${round}.htm`;

  /** What the popup would ask for, with the tab moved on to an address of its own. */
  async function requestFor(asker: Page, page: Page, tabId: number, round: number): Promise<SaveRequest> {
    await page.evaluate((url) => history.pushState(null, '', url), urlOf(round));
    const sheet = await resultOf(asker, 'tab:sheet', { tabId });
    if (sheet.state !== 'article') throw new Error(sheet.state);
    return { tabId, saveId: crypto.randomUUID(), expected: shownPage(sheet), ...REMARKS };
  }

  /** A worker that has not opened the library yet, held at `point` of what it does next. */
  async function freshWorker(asker: Page, point: number | string): Promise<void> {
    await browser.harness.stopWorker();
    await resultOf(asker, 'sync:status');
    await browser.harness.inWorker(watchSteps, point, HOLD);
  }

  test('whole or absent at each of them, and one after asking again', async () => {
    const page = await browser.visit(urlOf(0), articlePage('陳鍇竑調研文昌商圈'));
    const tabId = await browser.harness.tabIdOf(page);
    const asker = await browser.settings();
    await asker.evaluate(gatherSteps);

    const undisturbed = await requestFor(asker, page, tabId, 0);
    await freshWorker(asker, -1);
    expect(await ask(asker, 'clip:save', undisturbed)).toMatchObject({ result: { ok: true, outcome: 'created' } });
    const all = await stepsOf(asker);
    const names = all.map(({ name }) => name);
    expect(names[0]).toBe('message');
    expect(names).toEqual(
      expect.arrayContaining(['open', 'transaction', 'add', 'put: success', 'transaction: complete']),
    );
    const [reference] = await contents(asker);

    // The first is before the message arrives, the last after everything but the answer.
    const points = Array.from({ length: POINTS }, (_, index) => Math.round((index * all.length) / (POINTS - 1)) - 1);
    expect(new Set(points).size).toBe(POINTS);
    const outcomes: { point: string; answered: boolean; there: boolean }[] = [];
    for (const [index, point] of points.entries()) {
      const request = await requestFor(asker, page, tabId, index + 1);
      await freshWorker(asker, point);
      await stepsOf(asker);
      if (point === -1) await browser.harness.stopWorker();
      const first = ask(asker, 'clip:save', request);
      if (point >= 0) {
        await expect.poll(() => stepCount(asker), { interval: 5 }).toBeGreaterThan(point);
        await browser.harness.stopWorker();
      }
      const answered = (await first) !== 'none';
      const entry = (await contents(asker)).find(({ clip }) => clip.url === urlOf(index + 1));
      outcomes.push({ point: names[point] ?? 'before', answered, there: entry !== undefined });
      expect(await unsound(asker), names[point]).toEqual(NOTHING_BROKEN);

      expect(await ask(asker, 'clip:save', request), names[point]).toEqual({
        result: { ok: true, outcome: 'created', clipId: request.saveId },
      });
      const kept = await contents(asker);
      expect(kept).toHaveLength(index + 2);
      const again = kept.find(({ clip }) => clip.url === urlOf(index + 1))!;
      // What was there before is what is there now.
      if (entry) expect(again).toEqual(entry);
      expect(again.clip).toMatchObject({ id: request.saveId, title: reference!.clip.title, ...REMARKS });
      expect(again.versions).toHaveLength(1);
      expect(linesOf(again.versions[0]!.article.blocks)).toEqual(linesOf(reference!.versions[0]!.article.blocks));
      expect(again.clip.card.textHash).toBe(reference!.clip.card.textHash);
    }
    expect(await unsound(asker)).toEqual(NOTHING_BROKEN);
    // No answer means that it was killed before its end, and the two kinds that it was on both sides of the commit.
    expect(outcomes[0]).toEqual({ point: 'before', answered: true, there: true });
    const lost = outcomes.filter(({ answered }) => !answered);
    expect(lost).toHaveLength(POINTS - 1);
    expect(lost.filter(({ there }) => !there).length).toBeGreaterThan(5);
    expect(lost.filter(({ there }) => there).length).toBeGreaterThan(1);
    // Clips of which the worker could not note any more that they are there are not missed.
    expect(await resultOf(asker, 'library:health')).toMatchObject({ count: POINTS + 1, expected: POINTS + 1 });
  }, 120_000);

  test('the popup asks again by itself, and says what is so', async () => {
    const page = await browser.visit('https://www.example.gov.hk/popup.htm', articlePage('趙長松調研文昌商圈'));
    const asker = await browser.settings();
    await asker.evaluate(gatherSteps);
    for (const point of ['add: success', 'transaction: complete']) {
      await page.evaluate((name) => history.pushState(null, '', `?${name}`), point);
      const popup = await browser.popupFor(page);
      await popup.waitForSelector('#save');
      const before = (await contents(asker)).length;
      await freshWorker(asker, point);
      await popup.click('#save');
      await expect
        .poll(async () => (await stepsOf(asker)).some(({ name }) => name === point), { interval: 5 })
        .toBe(true);
      await browser.harness.stopWorker();
      await popup.waitForSelector('#save-status a');
      expect(await popup.$eval('#save-status', (status) => status.textContent)).toContain(words('saved_created'));
      expect(await contents(asker)).toHaveLength(before + 1);
    }
    expect(await unsound(asker)).toEqual(NOTHING_BROKEN);
  });
});
