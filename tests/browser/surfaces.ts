/** What the browser tests ask of a page and of the popup, and the pages they open. */
import { readFile } from 'node:fs/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import zhCN from '../../locales/zh_CN.json';
import type { Harness } from '../../scripts/harness';

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

/** Has the interface speak simplified Chinese, whatever the browser does. */
export async function speakChinese(harness: Harness): Promise<void> {
  const options = await harness.extensionPage('options.html', '#language');
  await options.select('#language', 'zh_CN');
  await options.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  await options.close();
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

/** The words of the interface in simplified Chinese, see speakChinese. */
export function words(key: keyof typeof zhCN, values: Record<string, string | number> = {}): string {
  return zhCN[key].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

export const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
export const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent));

/** Clicks the button or link with these words below `within`, as soon as it is there. A row of the library goes by its title. */
export async function click(page: Page, label: string, within = 'body'): Promise<void> {
  const find = async () => {
    const found = await page.evaluateHandle(
      (inside, wanted) => {
        const all =
          document.querySelector(inside)?.querySelectorAll<HTMLElement>('button, a, summary, .row-title') ?? [];
        return [...all].find((one) => one.textContent?.trim() === wanted && one.checkVisibility()) ?? null;
      },
      within,
      label,
    );
    return found.asElement() as ElementHandle<Element> | null;
  };
  await expect.poll(async () => (await find()) !== null, { message: `no ${label}` }).toBe(true);
  await (await find())?.click();
}

/** Types over whatever the field holds. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  await page.$eval(selector, (field) => (field as HTMLInputElement).select());
  if (text === '') await page.keyboard.press('Backspace');
  else await page.type(selector, text);
}
