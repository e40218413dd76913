/** A real browser with the built extension in it. Any address can be given a page; nothing is fetched from outside. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  /**
   * Hosts (match patterns) that the reader counts as having allowed: no test can click in the browser's own dialog.
   * Chromium gets them as required hosts in a copy of the build; Firefox, with the build as it is, says yes to any request.
   */
  granted?: readonly string[];
  /** Takes the permission for unlimited storage from a copy of the build: with it no limit holds. Chromium only. */
  limited?: boolean;
  /** Leaves the page open that an installation opens. */
  welcome?: boolean;
}

/** Where a file that is still being downloaded ends in. */
const UNFINISHED = /\.(crdownload|part|tmp)$|^\.com\.google/;

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

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
  /** A page of the extension that knows the ids of tabs. */
  #asker: Page | undefined;

  private constructor(
    readonly kind: BrowserKind,
    readonly directory: string,
    private browser: Browser,
    private readonly profile: string,
    private readonly granting: boolean,
    readonly origin: string,
    private readonly welcome: boolean,
  ) {}

  static async start(kind: BrowserKind, options: HarnessOptions = {}): Promise<Harness> {
    const profile = await mkdtemp(join(tmpdir(), `qingyue-${kind}-`));
    await mkdir(downloadsOf(profile));
    const { granted = [], limited = false } = options;
    const changed = kind === 'chromium' && (granted.length > 0 || limited);
    const directory = changed ? await changedBuild(kind, granted, limited) : resolve(BUILDS[kind]);
    const { browser, origin } = await launch(kind, profile, directory, granted.length > 0);
    const harness = new Harness(
      kind,
      directory,
      browser,
      profile,
      granted.length > 0,
      origin,
      options.welcome ?? false,
    );
    await harness.#installed();
    return harness;
  }

  /** Closes the browser and starts it again with the same profile. */
  async restart(): Promise<void> {
    await this.browser.close();
    this.#asker = undefined;
    ({ browser: this.browser } = await launch(this.kind, this.profile, this.directory, this.granting));
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
    // Kept open: it is asked for every popup.
    if (!this.#asker || this.#asker.isClosed()) this.#asker = await this.extensionPage('options.html', 'main');
    await page.bringToFront();
    return this.#asker.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the page has the extension's `browser`, this process has no type for it
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const [tab] = await api.tabs.query({ active: true, currentWindow: true });
      return tab.id as number;
    });
  }

  /** The popup for the tab that shows `page`, as a page of its own; ready when it shows all it will. */
  async popupFor(page: Page): Promise<Page> {
    const id = await this.tabIdOf(page);
    return this.extensionPage(`popup.html?tab=${id}`, POPUP_READY);
  }

  /** Runs `start`, which leads to a download, and resolves to the bytes of the file. */
  async download(start: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
    const folder = downloadsOf(this.profile);
    await start();
    for (;;) {
      const [name, other] = await readdir(folder);
      // Firefox makes the file before it has all of it, and keeps another beside it until then.
      if (name && !other && !UNFINISHED.test(name)) {
        const bytes = await readFile(join(folder, name));
        if (bytes.length > 0) {
          await rm(join(folder, name));
          return { name, bytes };
        }
      }
      await soon();
    }
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

  /** The side panel that `open` makes the browser open. Chromium only: WebDriver cannot see Firefox's sidebar. */
  async sidePanelAfter(open: () => Promise<void>): Promise<Page> {
    const url = `${this.origin}/sidepanel.html`;
    const [target] = await Promise.all([this.browser.waitForTarget((candidate) => candidate.url() === url), open()]);
    return target.asPage();
  }

  /** Presses a shortcut of the manifest on the front tab: headless browsers take no keys of their own. Chromium only. */
  async pressShortcut(command: string, page: Page): Promise<void> {
    const tabId = await this.tabIdOf(page);
    await this.inWorker(
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
    // biome-ignore lint/suspicious/noExplicitAny: see above
    return this.inWorker((id) => (globalThis as any).chrome.action.getBadgeText({ tabId: id }), tabId);
  }

  /** Runs a function that needs nothing but its arguments in the service worker. Chromium only. */
  async inWorker<A extends unknown[], T>(run: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    const worker = await (await this.#workerTarget()).worker();
    if (!worker) throw new Error('the background is no worker');
    return (await worker.evaluate(run as (...args: unknown[]) => T, ...args)) as Awaited<T>;
  }

  /** Lets the extension store so many bytes until the function that this resolves to is called; see `limited`. Chromium only. */
  async limitStorage(bytes: number): Promise<() => Promise<void>> {
    // The limit lasts as long as the session, and the session as long as its page.
    const page = await this.extensionPage('options.html', 'main');
    const session = await page.createCDPSession();
    await session.send('Storage.overrideQuotaForOrigin', { origin: this.origin, quotaSize: bytes });
    return () => page.close();
  }

  /** Stops the service worker, as the browser does after 30 idle seconds. Chromium only. */
  async stopWorker(): Promise<void> {
    const target = await this.#workerTarget();
    await (await target.worker())?.close();
    // Whoever waits for an answer may have woken another by now.
    while (this.browser.targets().includes(target)) await soon();
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

const downloadsOf = (profile: string) => join(profile, 'downloads');

/** A copy of the build that may reach `hosts` without asking, and may store without limit or not. */
async function changedBuild(kind: BrowserKind, hosts: readonly string[], limited: boolean): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), `qingyue-build-${kind}-`));
  await cp(resolve(BUILDS[kind]), directory, { recursive: true });
  const file = join(directory, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[]; permissions: string[] };
  manifest.host_permissions.push(...hosts);
  if (limited) manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  await writeFile(file, JSON.stringify(manifest));
  return directory;
}

async function launch(
  kind: BrowserKind,
  userDataDir: string,
  directory: string,
  granting: boolean,
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
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
        'extensions.webextOptionalPermissionPrompts': !granting,
        'browser.download.folderList': 2, // the folder named next
        'browser.download.dir': downloadsOf(userDataDir),
      },
    });
    await browser.installExtension(directory);
    return { browser, origin: `moz-extension://${GECKO_UUID}` };
  }
  const browser = await puppeteer.launch({
    ...common,
    pipe: true, // extensions can be loaded over the pipe only
    enableExtensions: [directory],
    downloadBehavior: { policy: 'allow', downloadPath: downloadsOf(userDataDir) },
    args: chromiumArguments(),
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  );
  return { browser, origin: worker.url().replace('/background.js', '') };
}
