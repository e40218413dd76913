/**
 * `npm start`: builds Qingyue and opens it on the seed page.
 * With a display the browser stays open; without one the popup's words are printed and a picture is saved.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { ensureBrowsers } from './browsers';
import { Harness } from './harness';

const PAGE = 'tests/pages/seed-mirror';
const PICTURE = 'artifacts/start.png';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = !hasDisplay || process.env.CI !== undefined;
process.env.HEADED = headless ? '0' : '1';

ensureBrowsers(['chromium']);
execFileSync('npx', ['wxt', 'build'], { stdio: 'inherit' });

const { url } = JSON.parse(await readFile(`${PAGE}/expected.json`, 'utf8')) as { url: string };
const harness = await Harness.start('chromium');
harness.serve(url, await readFile(`${PAGE}/page.html`), 'text/html; charset=utf-8');
const page = await harness.visit(url);

if (!headless) {
  console.log('Click the Qingyue button in the toolbar. Close the browser window to stop.');
  await harness.closed();
  process.exit(0);
}

const popup = await harness.clickToolbarButton(page);
console.log(await popup.$eval('main', (main) => main.innerText.replace(/\n{2,}/g, '\n')));
await popup.click('[role=switch]');
await page.waitForFunction(() => document.body.innerText.includes('广陵区区委书记陈锴竑'));
await mkdir('artifacts', { recursive: true });
await page.screenshot({ path: PICTURE });
console.log(`\nThe page in simplified characters: ${PICTURE}`);
await harness.stop();
