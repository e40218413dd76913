import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BROWSERS, manifestOf } from './build';

/** A change of permissions, hosts or policy has to be made twice, so that somebody reads it. */
test.each(BROWSERS)('the manifest for %s is the one that was reviewed', (browser) => {
  const reviewed = JSON.parse(readFileSync(join(import.meta.dirname, `manifest-${browser}.json`), 'utf8'));
  const { version, ...built } = manifestOf(browser);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(built).toEqual(reviewed);
});
