/**
 * `npm run screenshots [chromium|firefox]`: pictures of the main surfaces on the sample pages.
 * All go to artifacts/; those the README shows are written to docs/images/ by Chromium.
 */
import { mkdir, readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './browsers';
import { Harness } from './harness';

const kind: BrowserKind = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const README_PICTURES = new Set(['page-before', 'page-after', 'popup', 'library']);

async function picture(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path: `artifacts/${kind}-${name}.png` });
  if (kind === 'chromium' && README_PICTURES.has(name)) await page.screenshot({ path: `docs/images/${name}.png` });
}

async function served(name: string): Promise<Page> {
  const { url } = JSON.parse(await readFile(`tests/pages/${name}/expected.json`, 'utf8')) as { url: string };
  harness.serve(url, await readFile(`tests/pages/${name}/page.html`));
  const page = await harness.visit(url);
  await page.setViewport({ width: 1000, height: 760 });
  return page;
}

async function popupPicture(page: Page, name: string): Promise<Page> {
  const popup = await harness.popupFor(page);
  await popup.setViewport({ width: 380, height: 600 });
  await picture(popup, name);
  return popup;
}

await mkdir('artifacts', { recursive: true });
await mkdir('docs/images', { recursive: true });
// The mirror is on no government host; a reader would click the toolbar button, which grants what this does.
const harness = await Harness.start(kind, { granted: ['*://*/*'] });
const options = await harness.extensionPage('options.html', '#language');
await options.select('#language', 'zh_CN');
await options.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
await options.reload().catch(() => {});
await options.waitForSelector('#language');
await options.setViewport({ width: 1200, height: 900 });
await picture(options, 'options');
const welcome = await harness.extensionPage('welcome.html', '.tries[data-state=ready]', 1200, 900);
await picture(welcome, 'welcome');

const mirror = await served('seed-mirror');
await picture(mirror, 'page-before');
const popup = await popupPicture(mirror, 'popup');
await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]).catch(() => {});
await picture(popup, 'popup-dark');
for (const index of [0, 1]) {
  await popup.evaluate((nth) => document.querySelectorAll<HTMLButtonElement>('[role=switch]')[nth]?.click(), index);
  await popup.waitForSelector(`[role=switch][aria-checked=true]:nth-of-type(${index + 1})`);
}
await picture(mirror, 'page-after');
if (kind === 'chromium') {
  await popup.bringToFront();
  const panel = await harness.sidePanelAfter(() => popup.click('#open-panel'));
  await mirror.bringToFront();
  await panel.waitForSelector('.digest-person .item');
  await panel.screenshot({ path: 'artifacts/chromium-panel.png' });
  await panel.close();
}
await popup.bringToFront(); // a page in the back paints nothing, and is not typed into
await popup.type('#note', '黨建調研，與名單核對');
await popup.click('#save');
await popup.waitForSelector('#save-status a');
await picture(popup, 'popup-saved');

for (const name of ['hongkong-press-release', 'taiwan-city-news']) {
  const other = await popupPicture(await served(name), `popup-${name}`);
  await other.click('#save');
  await other.waitForSelector('#save-status a');
}
await popupPicture(await served('county-list'), 'popup-none');

const library = await harness.extensionPage('library.html', '#clips li', 1200, 800);
await library.evaluate(() => document.querySelector<HTMLAnchorElement>('#clips li:last-child a')?.click());
await library.waitForSelector('#clip-title');
await picture(library, 'library');
await library.setViewport({ width: 360, height: 720 });
await picture(library, 'library-narrow');
await harness.stop();
