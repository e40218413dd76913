/** A real browser with the built extension in it. Any address can be given a page; nothing is fetched from outside. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type LaunchOptions, type Page, type Target } from 'puppeteer-core';
import { type BrowserKind, chromiumArguments, findBrowser } from './browsers';

const GECKO_ID = 'qingyue@qingyue.example';
/** Fixed, so that the extension's own addresses are known before Firefox starts. */
const GECKO_UUID = 'f00dfeed-0000-4000-8000-00000000c11b';

const BUILDS: Record<BrowserKind, string> = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };

/** The popup says the state of the page, and has its digest if it has an article. */
const POPUP_READY = 'main:not(:has([aria-busy=true])) h1[data-state]:not([data-state="loading"])';

export interface HarnessOptions {
  /** Changes the built manifest in a copy of the build, for what only a reader's click on a browser dialog can grant. */
  manifest?: (manifest: Record<string, unknown>) => void;
  /** Leaves the page open that an installation opens. */
  welcome?: boolean;
}

interface Served {
  body: Buffer | string;
  contentType: string;
}

export class Harness {
  private readonly pages = new Map<string, Served>();
  /** Requests that the extension's own pages and worker made to anything but the extension itself. */
  readonly outsideRequests: string[] = [];
  /** Uncaught errors and console errors of the pages opened here. */
  readonly errors: string[] = [];

  private constructor(
    readonly kind: BrowserKind,
    readonly directory: string,
    private browser: Browser,
    private readonly profile: string,
    readonly origin: string,
    private readonly welcome: boolean,
  ) {}

  static async start(kind: BrowserKind, options: HarnessOptions = {}): Promise<Harness> {
    const profile = await mkdtemp(join(tmpdir(), `qingyue-${kind}-`));
    const directory = options.manifest ? await changedBuild(kind, options.manifest) : resolve(BUILDS[kind]);
    const { browser, origin } = await launch(kind, profile, directory);
    const harness = new Harness(kind, directory, browser, profile, origin, options.welcome ?? false);
    await harness.#installed();
    return harness;
  }

  /** Closes the browser and starts it again with the same profile. */
  async restart(): Promise<void> {
    await this.browser.close();
    ({ browser: this.browser } = await launch(this.kind, this.profile, this.directory));
    await this.#installed();
  }

  /** Resolves when the person at the screen has closed the browser. */
  closed(): Promise<void> {
    return new Promise((resolve) => this.browser.on('disconnected', () => resolve()));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true });
    if (this.directory !== resolve(BUILDS[this.kind])) await rm(this.directory, { recursive: true, force: true });
  }

  serve(url: string, body: Buffer | string, contentType = 'text/html'): void {
    this.pages.set(url, { body, contentType });
  }

  /** Opens a served address in a new tab. */
  async visit(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    this.#watch(page);
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      const served = this.pages.get(request.url());
      void (served ? request.respond(served) : request.abort()).catch(() => {});
    });
    await page.goto(url);
    return page;
  }

  /** Opens a page that the harness does not serve: the browser's own. */
  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url, { timeout: 3000 }).catch(() => {});
    return page;
  }

  /** Opens a page of the extension in a tab and waits until `ready` (a selector) is there. */
  async extensionPage(path: string, ready: string, width = 400, height = 640): Promise<Page> {
    const page = await this.browser.newPage();
    await page.setViewport({ width, height });
    this.#watch(page);
    const url = `${this.origin}/${path}`;
    // Firefox switches processes on the way and loses the load event.
    if (this.kind === 'firefox') await page.goto(url, { timeout: 250 }).catch(() => {});
    else await page.goto(url);
    await page.waitForFunction(
      (wanted, selector) => location.href === wanted && document.querySelector(selector) !== null,
      { timeout: 15_000 },
      url,
      ready,
    );
    return page;
  }

  /** The page that the installation has opened. */
  async welcomePage(): Promise<Page> {
    const url = `${this.origin}/welcome.html`;
    for (;;) {
      for (const page of await this.browser.pages()) {
        // Firefox switches processes on the way and does not tell where the page has gone; the page itself knows.
        if ((await page.evaluate(() => location.href).catch(() => '')) !== url) continue;
        this.#watch(page);
        return page;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Whether the menu of pages has the entry: one that is there can be updated, and menus cannot be listed. Chromium only. */
  async hasMenu(id: string): Promise<boolean> {
    const worker = await (await this.#workerTarget()).worker();
    const update = (entry: string) =>
      // biome-ignore lint/suspicious/noExplicitAny: see above
      (globalThis as any).chrome.contextMenus.update(entry, {}).then(
        () => true,
        () => false,
      );
    return (await worker?.evaluate(update, id)) ?? false;
  }

  /** Chooses an entry of the menu of `page`, which no test can open. Chromium only. */
  async chooseMenu(id: string, page: Page): Promise<void> {
    const tabId = await this.tabIdOf(page);
    const worker = await (await this.#workerTarget()).worker();
    await worker?.evaluate(
      async (menuItemId, tab) => {
        // biome-ignore lint/suspicious/noExplicitAny: see above
        const { chrome } = globalThis as any;
        chrome.contextMenus.onClicked.dispatch({ menuItemId }, await chrome.tabs.get(tab));
      },
      id,
      tabId,
    );
  }

  async tabIdOf(page: Page): Promise<number> {
    const asker = await this.extensionPage('options.html', 'main');
    await page.bringToFront();
    const id = await asker.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the page has the extension's `browser`, this process has no type for it
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const [tab] = await api.tabs.query({ active: true, currentWindow: true });
      return tab.id as number;
    });
    await asker.close();
    return id;
  }

  /** The popup for the tab that shows `page`, as a page of its own; ready when it shows all it will. */
  async popupFor(page: Page): Promise<Page> {
    const id = await this.tabIdOf(page);
    return this.extensionPage(`popup.html?tab=${id}`, POPUP_READY);
  }

  /** What a click on the toolbar button does, activeTab included. Chromium only: WebDriver cannot see Firefox's popup. */
  async clickToolbarButton(page: Page): Promise<Page> {
    await page.bringToFront();
    const [extension] = [...(await this.browser.extensions()).values()];
    if (!extension) throw new Error('the extension is not loaded');
    await page.triggerExtensionAction(extension);
    const target = await this.browser.waitForTarget((candidate) => candidate.url() === `${this.origin}/popup.html`);
    const popup = await target.asPage();
    await popup.waitForSelector(POPUP_READY);
    return popup;
  }

  /** Presses a shortcut of the manifest on the front tab: headless browsers take no keys of their own. Chromium only. */
  async pressShortcut(command: string, page: Page): Promise<void> {
    const tabId = await this.tabIdOf(page);
    const worker = await (await this.#workerTarget()).worker();
    await worker?.evaluate(
      async (name, id) => {
        // biome-ignore lint/suspicious/noExplicitAny: see above
        const { chrome } = globalThis as any;
        chrome.commands.onCommand.dispatch(name, await chrome.tabs.get(id));
      },
      command,
      tabId,
    );
  }

  /** The text of the toolbar button's badge for the tab that shows `page`. Chromium only. */
  async badgeOf(page: Page): Promise<string> {
    const tabId = await this.tabIdOf(page);
    const worker = await (await this.#workerTarget()).worker();
    // biome-ignore lint/suspicious/noExplicitAny: see above
    return (await worker?.evaluate((id) => (globalThis as any).chrome.action.getBadgeText({ tabId: id }), tabId)) ?? '';
  }

  /** Stops the service worker, as the browser does after 30 idle seconds. Chromium only. */
  async stopWorker(): Promise<void> {
    const target = await this.#workerTarget();
    await (await target.worker())?.close();
    while (this.browser.targets().some((other) => this.#isWorker(other))) await new Promise((r) => setTimeout(r, 20));
  }

  /** Loads the extension anew under its open tabs, as an update does. Chromium only. */
  async reloadExtension(): Promise<void> {
    const old = await this.#workerTarget();
    await this.browser.installExtension(this.directory);
    await this.browser.waitForTarget((target) => this.#isWorker(target) && target !== old);
  }

  /** The page that an installation opens, as every start of a test's browser is one, would come to the front of another. */
  async #installed(): Promise<void> {
    if (!this.welcome) await (await this.welcomePage()).close();
  }

  #workerTarget(): Promise<Target> {
    return this.browser.waitForTarget((target) => this.#isWorker(target));
  }

  #isWorker(target: Target): boolean {
    return target.type() === 'service_worker' && target.url().startsWith(this.origin);
  }

  #watch(page: Page): void {
    // What a page's own policy forbids and what the harness does not serve are the page's own errors.
    const own = /net::ERR_FAILED|NS_ERROR|Failed to load resource|Content.Security.Policy/;
    page.on('pageerror', (error) => {
      if (!own.test(String(error))) this.errors.push(`${page.url()}: ${String(error)}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !own.test(message.text())) this.errors.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (page.url().startsWith(this.origin) && !url.startsWith(this.origin) && !url.startsWith('data:'))
        this.outsideRequests.push(url);
    });
  }
}

/** A copy of the build whose manifest `change` has seen. */
async function changedBuild(kind: BrowserKind, change: (manifest: Record<string, unknown>) => void): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), `qingyue-build-${kind}-`));
  await cp(resolve(BUILDS[kind]), directory, { recursive: true });
  const file = join(directory, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  change(manifest);
  await writeFile(file, JSON.stringify(manifest));
  return directory;
}

async function launch(
  kind: BrowserKind,
  userDataDir: string,
  directory: string,
): Promise<{ browser: Browser; origin: string }> {
  const executablePath = findBrowser(kind);
  if (!executablePath) throw new Error(`no ${kind} found`);
  const common: LaunchOptions = {
    executablePath,
    userDataDir,
    headless: process.env.HEADED !== '1',
    acceptInsecureCerts: true,
  };
  if (kind === 'firefox') {
    const browser = await puppeteer.launch({
      ...common,
      browser: 'firefox',
      args: ['--remote-allow-system-access'], // to open moz-extension: pages
      extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }) },
    });
    await browser.installExtension(directory);
    return { browser, origin: `moz-extension://${GECKO_UUID}` };
  }
  const browser = await puppeteer.launch({
    ...common,
    pipe: true, // extensions can be loaded over the pipe only
    enableExtensions: [directory],
    args: chromiumArguments(),
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  );
  return { browser, origin: worker.url().replace('/background.js', '') };
}
