/** Saved pages with document-level truth: every mention of a named person, place, venue or organisation is marked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from '../utils/digest/normalise';
import { WordList } from '../utils/digest/word-list';
import { hostOf, type Mark, type MarkedDocument, type MarkedLine, type MarkKind, PRONUNCIATION } from './corpus';

interface PageTruth {
  id: string;
  skip?: unknown;
  people?: { name: string }[];
  places?: string[];
  venues?: string[];
  organisations?: string[];
  optional?: string[];
}

/** The pages of a folder with `digest.json` and `pages/` (manifest.json and one text a page). */
export function readPages(folder: string): MarkedDocument[] {
  const records = JSON.parse(readFileSync(join(folder, 'pages/manifest.json'), 'utf8')) as {
    id: string;
    url: string | null;
  }[];
  const urls = new Map(records.map(({ id, url }) => [id, url ?? ''] as const));
  return (JSON.parse(readFileSync(join(folder, 'digest.json'), 'utf8')) as PageTruth[])
    .filter((page) => !page.skip && page.people && existsSync(join(folder, 'pages', `${page.id}.txt`)))
    .map((page) => {
      const kinds = kindsOf(page);
      const names = new WordList(kinds);
      const text = readFileSync(join(folder, 'pages', `${page.id}.txt`), 'utf8').replace(PRONUNCIATION, '');
      return {
        id: page.id,
        source: hostOf(urls.get(page.id) ?? '') || page.id,
        lines: text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => project(normalise(line), names, kinds)),
      };
    });
}

/** Names by kind; the earlier kind of a name that has several wins. */
function kindsOf(page: PageTruth): Map<string, MarkKind> {
  const groups: readonly (readonly [MarkKind, readonly string[]])[] = [
    ['p', (page.people ?? []).map(({ name }) => name)],
    ['l', page.places ?? []],
    ['v', page.venues ?? []],
    ['o', page.organisations ?? []],
    ['x', page.optional ?? []],
  ];
  const kinds = new Map<string, MarkKind>();
  for (const [kind, names] of groups) {
    for (const name of names.map(normalise)) if (name.length > 1 && !kinds.has(name)) kinds.set(name, kind);
  }
  return kinds;
}

function project(text: string, names: WordList, kinds: ReadonlyMap<string, MarkKind>): MarkedLine {
  const marks: Mark[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const name = names.startingAt(text, at);
    const kind = kinds.get(name);
    if (!kind) continue;
    marks.push({ start: at, end: at + name.length, kind });
    at += name.length - 1;
  }
  return { text, marks };
}
