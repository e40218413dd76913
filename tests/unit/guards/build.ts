/** The built extension, as the guards look at it. `npm test` builds it first. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';
import { filesBelow, ROOT } from './sources';

export const BUILDS = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
export type Browser = keyof typeof BUILDS;
export const BROWSERS = Object.keys(BUILDS) as Browser[];

function folderOf(browser: Browser): string {
  const folder = join(ROOT, '.output', BUILDS[browser]);
  if (!existsSync(folder)) throw new Error(`${folder} is not there: run npm run build first`);
  return folder;
}

/** A built file as text. Throws with the way out when nothing has been built. */
export function builtFile(browser: Browser, path: string): string {
  return readFileSync(join(folderOf(browser), path), 'utf8');
}

export interface Manifest {
  version: string;
  content_scripts?: { js?: string[]; css?: string[] }[];
  action?: { default_popup?: string };
  [key: string]: unknown;
}

export function manifestOf(browser: Browser): Manifest {
  return JSON.parse(builtFile(browser, 'manifest.json'));
}

/** The built files with such a name, from the root of the extension. */
export function builtFiles(browser: Browser, name: RegExp): string[] {
  return filesBelow(folderOf(browser), ['.'], name);
}

/** The scripts and style sheets that an HTML page names, from the root of the extension. */
export function referencesOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => /\s(?:src|href)="\/?([^"]+)"/.exec(tag)?.[1] ?? []);
}

/** The files a script loads as soon as it is loaded itself: its static imports. */
function staticImports(path: string, code: string): string[] {
  const specifiers = parseSync(path, code).module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  return specifiers.map((specifier) => posix.join(posix.dirname(path), specifier));
}

/** A page or script and everything that is loaded with it before anything is asked for, each file once. */
export function loadedWith(browser: Browser, entry: string): string[] {
  const files = new Set([entry]);
  for (const path of files) {
    const text = builtFile(browser, path);
    const next = path.endsWith('.html') ? referencesOf(text) : path.endsWith('.js') ? staticImports(path, text) : [];
    for (const file of next) files.add(file);
  }
  return [...files];
}
