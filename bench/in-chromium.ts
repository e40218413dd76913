/** Runs modules of the project inside a real Chromium, without the extension around them: for measuring. */
import { resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { chromiumArguments, findBrowser } from '../scripts/browsers';

/** One script that puts the exports of `source` (a module's code; imports relative to the project) on `globalThis[name]`. */
export async function bundle(name: string, source: string): Promise<string> {
  const entry = resolve('bench-entry.ts');
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'bench-entry',
        enforce: 'pre',
        resolveId: (wanted) => (wanted === entry ? entry : null),
        load: (wanted) => (wanted === entry ? source : null),
      },
    ],
    build: { write: false, minify: true, lib: { entry, name, formats: ['iife'] } },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('nothing was built');
  return `${result.output[0].code};globalThis.${name} = ${name};`;
}

/** Hands a page of a fresh Chromium to `work` and closes it afterwards. */
export async function inChromium<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('no Chromium found');
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    args: [...chromiumArguments(), '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 800 });
    return await work(page);
  } finally {
    await browser.close();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
