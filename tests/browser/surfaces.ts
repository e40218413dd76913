/** What the browser tests ask of a page and of the popup, and the pages they open. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/browsers';

export const KINDS: BrowserKind[] = ['chromium', 'firefox'];

export interface Expected {
  url: string;
  kind: string;
  title?: string;
  published?: string | null;
  kept?: string[];
  hidden?: string[];
}

export async function fixture(name: string): Promise<{ html: Buffer; expected: Expected }> {
  const [html, expected] = await Promise.all([
    readFile(`tests/pages/${name}/page.html`),
    readFile(`tests/pages/${name}/expected.json`, 'utf8'),
  ]);
  return { html, expected: JSON.parse(expected) as Expected };
}

export const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
export const state = (popup: Page) => popup.$eval('h1', (h1) => h1.getAttribute('data-state'));
export const items = (popup: Page, kind: string) =>
  popup.$$eval(`.digest-${kind} .item`, (rows) =>
    rows.map((row) => [
      row.querySelector('.item-name')?.textContent,
      row.querySelector('.item-detail')?.textContent ?? '',
    ]),
  );
export const press = (popup: Page, nth: number) =>
  popup.evaluate((index) => document.querySelectorAll<HTMLButtonElement>('[role=switch]')[index]?.click(), nth);
export const isOn = (popup: Page, nth: number) =>
  popup.evaluate(
    (index) => document.querySelectorAll('[role=switch]')[index]?.getAttribute('aria-checked') === 'true',
    nth,
  );

export const isVisible = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.checkVisibility()).catch(() => null);
