import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../locales/languages';
import { BROWSERS, manifestOf } from './build';
import { ROOT } from './sources';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Characters that the stores show of a description, and browsers of the names. */
const MOST = { description: 132, name: 75, shortName: 12 };

function sectionOf(markdown: string, heading: string): string {
  const [, rest = ''] = markdown.split(`## ${heading}\n`);
  return (rest.split(/^## /m)[0] ?? '').trim();
}

describe.each(LANGUAGES)('%s', (language) => {
  const words = JSON.parse(read(`locales/${language}.json`)) as Record<string, string>;
  const listing = read(`docs/store/listing.${language}.md`);

  test('what the stores show is as long as they allow, and what the listing says', () => {
    expect(words.manifest_description?.length).toBeLessThanOrEqual(MOST.description);
    expect(words.manifest_name?.length).toBeLessThanOrEqual(MOST.name);
    expect(words.manifest_short_name?.length).toBeLessThanOrEqual(MOST.shortName);
    expect(listing.split('\n')[0]).toBe(`# ${words.manifest_name}`);
    expect(sectionOf(listing, 'Short description')).toBe(words.manifest_description);
    expect(sectionOf(listing, 'Long description')).not.toBe('');
  });
});

describe.each(BROWSERS)('%s', (browser) => {
  const manifest = manifestOf(browser);

  test('every permission is justified for the stores and explained to readers', () => {
    const hosts = [...(manifest.host_permissions as string[]), ...(manifest.optional_host_permissions as string[])];
    const wanted = [...(manifest.permissions as string[]), ...hosts.map((host) => host.replace(/^\*:\/\/|\/\*$/g, ''))];
    for (const document of ['docs/store/privacy-answers.md', 'docs/permissions.md']) {
      const text = read(document);
      expect(
        wanted.filter((name) => !text.includes(`\`${name}`)),
        document,
      ).toEqual([]);
    }
  });

  test('the icons have the sizes they are named for', () => {
    const icons = Object.entries(manifest.icons as Record<string, string>);
    expect(icons.map(([size]) => Number(size))).toEqual([16, 32, 48, 96, 128]);
    for (const [size, path] of icons) {
      // Width and height stand in the header chunk of a PNG (ISO/IEC 15948, 11.2.2).
      const png = readFileSync(join(ROOT, 'public', path));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([Number(size), Number(size)]);
    }
  });
});
