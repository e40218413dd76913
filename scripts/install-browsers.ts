/** Makes sure that the browsers of the tests are there. A missing one is an error where nobody reads along (CI). */
import { ensureBrowsers } from './browsers';

try {
  const missing = ensureBrowsers(['chromium', 'firefox']);
  if (missing.length > 0) console.error('The tests that need it are skipped.');
  if (missing.length > 0 && process.env.CI) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
