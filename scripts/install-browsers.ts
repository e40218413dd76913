/** Makes sure that what the tests drive is there: browsers, a WebDAV server. A missing one is an error where nobody reads along (CI). */
import { ensureBrowsers } from './browsers';
import { ensureRclone } from './rclone';

try {
  const browsers = ensureBrowsers(['chromium', 'firefox']);
  const complete = ensureRclone() && browsers.length === 0;
  if (!complete) console.error('The tests that need it are skipped.');
  if (!complete && process.env.CI) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
