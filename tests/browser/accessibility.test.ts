/** No violation of WCAG 2.2 A and AA that axe-core finds, on any surface, in any language, light, dark and in forced colours. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../locales/languages';
import { inBrowsers } from './in-browsers';
import { textOf } from './surfaces';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SCHEMES = [
  [{ name: 'prefers-color-scheme', value: 'light' }],
  [{ name: 'prefers-color-scheme', value: 'dark' }],
  [
    { name: 'prefers-color-scheme', value: 'dark' },
    { name: 'forced-colors', value: 'active' },
  ],
];
const LANGUAGE_TAGS: Record<Language, string> = { zh_CN: 'zh-Hans', zh_TW: 'zh-Hant', en: 'en' };

inBrowsers(['chromium'], (browser) => {
  let axe: string;

  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });

  /** What axe finds: the rule, where, and what it has to say, in every scheme. */
  async function violations(page: Page): Promise<string[]> {
    const found: string[] = [];
    await page.evaluate(axe);
    // What lies under the pinned form is scrolled out from under it, as it is when it takes the focus.
    await page.evaluate(() => {
      for (const scroller of [document.documentElement, document.querySelector('main')])
        scroller?.scrollTo(0, scroller.scrollHeight);
    });
    // Puppeteer itself knows no forced colours.
    const session = await page.createCDPSession();
    for (const scheme of SCHEMES) {
      await session.send('Emulation.setEmulatedMedia', { features: scheme });
      const results = await page.evaluate(
        (tags) =>
          (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
            runOnly: { type: 'tag', values: tags },
            resultTypes: ['violations'],
          }),
        TAGS,
      );
      for (const { id, nodes } of results.violations)
        for (const { target, failureSummary } of nodes)
          found.push(`${scheme.map(({ value }) => value).join(' ')}: ${id} at ${target.join(' ')}: ${failureSummary}`);
    }
    await session.detach();
    return found;
  }

  async function speak(language: Language): Promise<void> {
    const options = await browser.settings();
    await options.select('#language', language);
    await options.waitForFunction((tag) => document.documentElement.lang === tag, {}, LANGUAGE_TAGS[language]);
    await options.close();
  }

  test.each(LANGUAGES)('all surfaces in %s', async (language) => {
    await speak(language);
    const found: Record<string, string[]> = {};
    const look = async (name: string, page: Page) => {
      await page.bringToFront();
      found[name] = await violations(page);
    };

    await look('library, empty', await browser.library());
    const { page, popup } = await browser.openFixture('seed-county');
    await look('popup, article', popup);
    await popup.click('#save');
    await popup.waitForSelector('#save-status a');
    await look('popup, clipped', popup);
    await look('popup, no article', (await browser.openFixture('county-list')).popup);
    await look('popup, not readable', await browser.popupFor(await browser.settings()));

    const panel = browser.keep(await browser.harness.extensionPage('sidepanel.html', 'main', 320, 700));
    await page.bringToFront();
    await expect.poll(() => textOf(panel, '.headline h2')).not.toBeNull();
    found.panel = await violations(panel);

    const library = await browser.library();
    await library.click('#clips li a');
    await library.waitForSelector('#clip-title');
    await look('library, a clip', library);
    await look('settings', await browser.settings());
    await look(
      'welcome',
      browser.keep(await browser.harness.extensionPage('welcome.html', '.tries[data-state=ready]', 1200, 900)),
    );
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });
});
