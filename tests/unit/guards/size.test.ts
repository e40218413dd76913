import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type Browser, builtFile, builtFiles, loadedWith, manifestOf } from './build';

const KB = 1000;

/** Gzip budgets: of what runs on every government page, of what a click loads, of what the popup opens with. */
const BUDGETS: { what: string; bytes: number; entries: (browser: Browser) => string[] }[] = [
  {
    what: 'the content script on an idle page',
    bytes: 8 * KB,
    entries: (browser) =>
      (manifestOf(browser).content_scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]),
  },
  {
    // Selections are converted and copied as well as pages.
    what: 'the reader',
    bytes: 62 * KB,
    entries: (browser) => builtFiles(browser, /^reader\.(js|css)$/),
  },
  {
    // On its own, so that those who never open it do not load it with the reader; it carries no data, only its controls.
    what: 'the reading view',
    bytes: 25 * KB,
    entries: () => ['reading-view.js'],
  },
  {
    // Runs on every page of a site that has it.
    what: 'the toolbar',
    bytes: 8 * KB,
    entries: () => ['toolbar.js'],
  },
  {
    what: 'the picker',
    bytes: 8 * KB,
    entries: () => ['picker.js'],
  },
  {
    what: 'the popup',
    bytes: 30 * KB,
    entries: (browser) => [manifestOf(browser).action?.default_popup ?? []].flat(),
  },
  {
    // The popup's content beside the page: it loads what the popup does.
    what: 'the panel',
    bytes: 30 * KB,
    entries: () => ['sidepanel.html'],
  },
];

describe.each(BROWSERS)('%s', (browser) => {
  test.each(BUDGETS)('$what keeps its budget', ({ bytes, entries }) => {
    const files = new Set(entries(browser).flatMap((entry) => loadedWith(browser, entry)));
    expect(files.size).toBeGreaterThan(0);
    const sizes = [...files].map((path) => [path, gzipSync(builtFile(browser, path)).length] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(bytes);
  });
});
