/** Six tabs that save five articles each, all six at the same moment: every one is kept. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { resultOf } from './background';
import { inBrowsers, KINDS } from './in-browsers';
import { articlePage } from './pages';
import { contents, unsound } from './stored-clips';

const TABS = 6;
const ROUNDS = 5;

const urlOf = (tab: number, round: number) => `https://www.example.gov.hk/tab-${tab}/article-${round}.htm`;
const titleOf = (tab: number, round: number) => `第${tab}個分頁的第${round}篇文章：文昌商圈調研`;

/** Has the popup press its button when the word is given, and note when it did and when it was told of the commit. */
function saveOnWord(): void {
  const times = { pressed: 0, saved: 0 };
  Object.assign(globalThis, { times });
  new BroadcastChannel('word').onmessage = () => {
    Object.assign(times, { pressed: Date.now(), saved: 0 });
    const status = document.querySelector('#save-status') as Element;
    new MutationObserver(() => {
      if (status.querySelector('a')) times.saved ||= Date.now();
    }).observe(status, { childList: true, subtree: true });
    document.querySelector<HTMLButtonElement>('#save')?.click();
  };
}

const timesOf = (popup: Page) =>
  popup.evaluate(() => ({ ...(globalThis as unknown as { times: { pressed: number; saved: number } }).times }));

inBrowsers(KINDS, (browser) => {
  test('thirty of thirty clips are kept', async () => {
    const tabs: { page: Page; popup: Page }[] = [];
    for (let tab = 0; tab < TABS; tab++) {
      for (let round = 0; round < ROUNDS; round++)
        browser.harness.serve(urlOf(tab, round), articlePage(titleOf(tab, round)));
      const page = browser.keep(await browser.harness.visit(urlOf(tab, 0)));
      const popup = await browser.popupFor(page);
      await popup.evaluate(saveOnWord);
      tabs.push({ page, popup });
    }
    const settings = await browser.settings();

    let together = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all(
        tabs.map(async ({ page, popup }, tab) => {
          if (round > 0) await page.goto(urlOf(tab, round));
          const shown = () => popup.evaluate(() => document.querySelector('.headline h2')?.textContent);
          await expect.poll(shown).toBe(titleOf(tab, round));
        }),
      );
      await settings.evaluate(() => new BroadcastChannel('word').postMessage(null));
      await expect
        .poll(async () => (await Promise.all(tabs.map(({ popup }) => timesOf(popup)))).every((t) => t.saved))
        .toBe(true);
      const times = await Promise.all(tabs.map(({ popup }) => timesOf(popup)));
      if (Math.max(...times.map(({ pressed }) => pressed)) < Math.min(...times.map(({ saved }) => saved))) together++;
    }
    // A busy machine may be late with a button once; it must have been all six at once at least once.
    expect(together).toBeGreaterThan(0);

    const kept = (await contents(settings)).map(({ clip, versions }) => [clip.url, clip.title, versions.length]);
    const wanted = Array.from({ length: TABS * ROUNDS }, (_, index) => {
      const [tab, round] = [Math.floor(index / ROUNDS), index % ROUNDS];
      return [urlOf(tab, round), titleOf(tab, round), 1];
    });
    expect(kept.sort()).toEqual(wanted.sort());
    expect(await unsound(settings)).toEqual({ gone: 0, aside: 0 });
    expect(await resultOf(settings, 'library:health')).toMatchObject({ count: TABS * ROUNDS, expected: TABS * ROUNDS });
  });
});
