/** Clips as BibTeX, entry type and fields of biblatex's `@online` (biblatex manual, section 2.1.1). */
import type { ClipWithVersions } from '../clip';
import { type Reference, referenceOf } from './reference';

/**
 * Characters that TeX acts on, and the commands that print them. BibTeX counts braces even behind a backslash, so braces
 * have names of their own.
 */
const COMMANDS = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['`', '\\textasciigrave{}'],
  ['"', '\\textquotedbl{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ...[...'$&#_%'].map((character): [string, string] => [character, `\\${character}`]),
]);
const ACTIVE = /[\\{}~^`"<>$&#_%]/g;

/** Characters that melt into one when they stand together (-- becomes –). An empty group keeps them apart. */
const LIGATURE = /([-',])(?=\1)/g;

const escapeTex = (text: string) =>
  text.replace(ACTIVE, (character) => COMMANDS.get(character) ?? character).replace(LIGATURE, '$1{}');

/** Commas part keywords. */
const keywordOf = (keyword: string) => escapeTex(keyword.replaceAll(',', '，'));

function entryOf(key: string, reference: Reference): string {
  const { title, authors, site, published, accessed, url, documentNumber, language, keywords, note } = reference;
  const fields: [name: string, value: string | null][] = [
    // A second pair of braces: a name is whole, with no part of it a family name or an `and`.
    ['author', authors.length > 0 ? authors.map((author) => `{${escapeTex(author)}}`).join(' and ') : null],
    ['title', escapeTex(title)],
    ['organization', escapeTex(site)],
    ['date', published],
    ['urldate', accessed],
    // Read as it stands, no command works in it; a safe address holds no brace.
    ['url', url],
    ['note', documentNumber && escapeTex(documentNumber)],
    ['language', language],
    ['keywords', keywords.length > 0 ? keywords.map(keywordOf).join(', ') : null],
    ['annotation', note && escapeTex(note)],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{${key},\n${lines.join('')}}\n`;
}

/** Entries of type `@online`, one a clip, with keys made of the clips' ids. */
export function toBibtex(entries: Iterable<ClipWithVersions>): string {
  const taken = new Set<string>();
  const keyOf = (id: string) => {
    const stem = `clip-${id.replace(/[^A-Za-z0-9-]/g, '')}`;
    let key = stem;
    for (let count = 2; taken.has(key); count++) key = `${stem}-${count}`;
    taken.add(key);
    return key;
  };
  return Array.from(entries, (entry) => entryOf(keyOf(entry.clip.id), referenceOf(entry))).join('\n');
}
