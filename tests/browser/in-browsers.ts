/** A suite in a real browser: it starts once, and after every test its tabs are closed and its errors looked at. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type BrowserKind, findBrowser } from '../../scripts/browsers';
import { Harness, type HarnessOptions } from '../../scripts/harness';
import { type Expected, fixture } from './surfaces';

export const KINDS: BrowserKind[] = ['chromium', 'firefox'];

export class TestBrowser {
  #harness: Harness | undefined;
  readonly #open: Page[] = [];

  constructor(readonly kind: BrowserKind) {}

  get harness(): Harness {
    if (!this.#harness) throw new Error('the browser runs only while tests do');
    return this.#harness;
  }

  async start(options: HarnessOptions): Promise<void> {
    this.#harness = await Harness.start(this.kind, options);
  }

  async stop(): Promise<void> {
    await this.#harness?.stop();
  }

  /** Has the page closed after the test. */
  keep(page: Page): Page {
    this.#open.push(page);
    return page;
  }

  /** A tab with `html` at an address of its own. */
  async visit(url: string, html: Buffer | string): Promise<Page> {
    this.harness.serve(url, html);
    return this.keep(await this.harness.visit(url));
  }

  async popupFor(page: Page): Promise<Page> {
    return this.keep(await this.harness.popupFor(page));
  }

  /** A page fixture in a tab, and the popup for it. */
  async openFixture(name: string): Promise<{ page: Page; popup: Page; expected: Expected }> {
    const { html, expected } = await fixture(name);
    const page = await this.visit(expected.url, html);
    return { page, popup: await this.popupFor(page), expected };
  }

  /** The library page, with its list read. `hash` is its state. */
  async library(hash = ''): Promise<Page> {
    return this.keep(await this.harness.extensionPage(`library.html${hash}`, '#clips[data-state=ready]', 1280, 800));
  }

  /** The settings page: of the extension, and without interest in the library. */
  async settings(): Promise<Page> {
    return this.keep(await this.harness.extensionPage('options.html', '#language', 800, 900));
  }

  /** Closes the browser and starts it again with the same profile. */
  async restart(): Promise<void> {
    this.#open.length = 0;
    await this.harness.restart();
  }

  /** What every test leaves: no tab, no error, no request to the outside. */
  async tidy(): Promise<void> {
    for (const page of this.#open.splice(0)) await page.close().catch(() => {});
    expect(this.harness.errors.splice(0)).toEqual([]);
    expect(this.harness.outsideRequests.splice(0)).toEqual([]);
  }
}

/** Defines `suite` once for every kind of browser. A missing browser is an error where nobody reads along. */
export function inBrowsers(
  kinds: readonly BrowserKind[],
  suite: (browser: TestBrowser) => void,
  options: HarnessOptions = {},
): void {
  describe.each(kinds)('%s', (kind) => {
    describe.skipIf(!findBrowser(kind) && !process.env.CI)('with the built extension', () => {
      const browser = new TestBrowser(kind);
      beforeAll(() => browser.start(options));
      afterAll(() => browser.stop());
      afterEach(() => browser.tidy());
      suite(browser);
    });
  });
}
