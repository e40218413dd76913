/** What the library in a browser holds, asked from a page of the extension without knowing how it is stored. */
import type { Page } from 'puppeteer-core';
import { bundle } from '../../bench/in-chromium';
import type { ClipWithVersions } from '../../utils/clips/clip';
import type { FrozenLibrary } from '../unit/clips/fixtures/load-frozen';
import type * as functions from './library-functions';

const NAME = 'libraryFunctions';

type Functions = typeof functions;

let bundled: Promise<string> | undefined;

/** Calls a function of library-functions.ts in the page. */
async function call<K extends keyof Functions>(
  page: Page,
  name: K,
  ...args: Parameters<Functions[K]>
): Promise<Awaited<ReturnType<Functions[K]>>> {
  bundled ??= bundle(NAME, `export * from './tests/browser/library-functions';`);
  if (!(await page.evaluate((global) => global in globalThis, NAME))) await page.evaluate(await bundled);
  return page.evaluate(
    // biome-ignore lint/suspicious/noExplicitAny: the bundle has put them there
    (global, wanted, given) => (globalThis as any)[global][wanted](...given),
    NAME,
    name,
    args as unknown[],
  );
}

export const contents = (page: Page): Promise<ClipWithVersions[]> => call(page, 'contents');
export const unsound = (page: Page) => call(page, 'unsound');
export const wipe = (page: Page) => call(page, 'wipe');
export const replace = (page: Page, frozen: FrozenLibrary) => call(page, 'replace', frozen);
export const raiseSchema = (page: Page, schema: number) => call(page, 'raiseSchema', schema);
export const everyRecord = (page: Page) => call(page, 'everyRecord');
