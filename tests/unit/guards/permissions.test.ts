import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PERMISSIONS } from '../../../components/settings/permissions';
import { ROOT } from './sources';

interface Manifest {
  permissions: string[];
  browser_specific_settings?: { gecko: object };
  [key: string]: unknown;
}

const manifest = (browser: string): Manifest =>
  JSON.parse(readFileSync(join(import.meta.dirname, `manifest-${browser}.json`), 'utf8'));

/** The permissions of a manifest, by name, and the keys under which it asks for hosts and for consent. */
function asked({ permissions, browser_specific_settings: specific, ...rest }: Manifest): string[] {
  const keys = [...Object.keys(rest), ...Object.keys(specific?.gecko ?? {})];
  return [...permissions, ...keys.filter((key) => key.endsWith('permissions'))].sort();
}

test('the settings explain every permission, and no other', () => {
  const explained = (browser: 'chrome' | 'firefox') =>
    PERMISSIONS.filter(({ only }) => !only || only === browser)
      .map(({ name }) => name)
      .sort();
  expect(explained('chrome')).toEqual(asked(manifest('chrome')));
  expect(explained('firefox')).toEqual(asked(manifest('firefox')));
});

test('so does the documentation', () => {
  const document = readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8');
  const { permissions } = manifest('chrome');
  expect(permissions.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
});
