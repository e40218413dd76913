import { Harness } from '/tmp/w/settings/scripts/harness';

const kind = (process.argv[2] ?? 'chromium') as 'chromium' | 'firefox';
const h = await Harness.start(kind, { welcome: true });
const w = await h.welcomePage();
await w.setViewport({ width: 1280, height: 900 });
console.log(w.url());
await w
  .waitForSelector('.tries:not([data-state=loading])', { timeout: 15000 })
  .catch((e) => console.log('E', String(e)));
await w.screenshot({ path: `/tmp/w-${kind}-welcome.png` });
await w.click('#convert').catch((e) => console.log(String(e)));
await new Promise((r) => setTimeout(r, 600));
await w.screenshot({ path: `/tmp/w-${kind}-welcome2.png` });
await w.setViewport({ width: 320, height: 700 });
await w.screenshot({ path: `/tmp/w-${kind}-welcome3.png` });
console.log('scrollW', await w.evaluate(() => document.documentElement.scrollWidth));
const o = await h.extensionPage('options.html', 'main', 1280, 900);
await o.bringToFront();
await new Promise((r) => setTimeout(r, 500));
await o.screenshot({ path: `/tmp/w-${kind}-options.png`, fullPage: true });
await o.setViewport({ width: 320, height: 700 });
console.log('scrollW', await o.evaluate(() => document.documentElement.scrollWidth));
await o.screenshot({ path: `/tmp/w-${kind}-options3.png`, fullPage: true });
if (kind === 'chromium') {
  await o.setViewport({ width: 1280, height: 900 });
  await o.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await o.screenshot({ path: `/tmp/w-${kind}-options-dark.png` });
  await w.bringToFront();
  await w.setViewport({ width: 1280, height: 900 });
  await w.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await w.screenshot({ path: `/tmp/w-${kind}-welcome-dark.png`, fullPage: true });
}
console.log(h.errors, h.outsideRequests);
await h.stop();
