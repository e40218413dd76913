/** What really changed between two versions of an article: neither their script nor their spacing counts. */
import { diffArrays } from 'diff';
import { linesOf } from '../article/article';
import { createSimplifier } from '../script/simplify';
import type { ClipVersion } from './clip';
import { compatibilityForm, searchForm } from './search-form';

export interface Change {
  kind: 'same' | 'deleted' | 'inserted';
  /** In simplified characters. */
  text: string;
}

/** A text that differs is a sequence of changes; where something was replaced, the deletion comes first. */
export interface Differences {
  title: Change[] | null;
  /** `YYYY-MM-DD`, with the time where the page shows one. */
  date: Change[] | null;
  /** The lines that differ, in reading order, deleted ones before inserted ones. */
  lines: Change[][];
}

/** Steps of Myers' algorithm after which two texts are taken as wholly different. It takes time in their square. */
const MOST_EDITS = 1000;

/** Between two changes, what stays is shown as changed up to this many tokens: it is there by chance. */
const CHANCE = 1;

/** Two lines are versions of one another when this share of their character pairs agrees (Dice's coefficient). */
const LEAST_ALIKE = 0.5;

/** How many added lines are looked at for the counterpart of a removed one. */
const LINES_AHEAD = 20;

/** What is compared within a line: a number, a word in Latin letters or a character, with the space before it. */
const TOKEN = / ?(?:\p{Nd}+|\p{Script=Latin}[\p{Script=Latin}\p{M}]*|[^\s\p{M}]\p{M}*|\p{M}+)/gu;

/** The spelling by which texts are compared, empty for white space. */
type Spelling = (text: string) => string;

interface Line {
  /** Runs of white space as one space. */
  text: string;
  /** Spelling of the whole without white space. */
  key: string;
}

/** Compares two versions of one clip. Titles, lines and dates that are equal are left out. */
export function differencesOf(older: ClipVersion, newer: ClipVersion): Differences {
  const spelling = spellingFor(older, newer);
  const [before, after] = [linesFrom(older, spelling), linesFrom(newer, spelling)];
  const [oldTitle, newTitle] = [before.title, after.title];
  return {
    title: oldTitle.key === newTitle.key ? null : changesOf(oldTitle.text, newTitle.text, spelling),
    date: dateChanges(dateOf(older), dateOf(newer)),
    lines: lineDifferences(before.lines, after.lines, spelling),
  };
}

/**
 * Where both versions are in one script, a character is what it is: 沈 is not 沉. Across scripts a conversion may have
 * written either, so that characters are compared as a search does.
 */
function spellingFor(older: ClipVersion, newer: ClipVersion): Spelling {
  if (older.script !== newer.script || older.script === 'mixed') return searchForm;
  return (text) => compatibilityForm(text).trim();
}

function simplifierOf({ script, digest }: ClipVersion): (text: string) => string {
  if (script !== 'traditional' && script !== 'mixed') return (text) => text;
  const simplifier = createSimplifier({ protect: digest.people.map(({ name }) => name) });
  return (text) => simplifier.convert(text);
}

/** Empty where the page shows no date. */
function dateOf({ article: { published } }: ClipVersion): string {
  if (published === null) return '';
  return published.time === undefined ? published.day : `${published.day} ${published.time}`;
}

function dateChanges(older: string, newer: string): Change[] | null {
  if (older === newer) return null;
  const changes = new Changes();
  changes.replace(older, newer);
  return changes.all();
}

/** The title, and the lines that say anything. */
function linesFrom(version: ClipVersion, spelling: Spelling): { title: Line; lines: Line[] } {
  const convert = simplifierOf(version);
  const lineOf = (original: string): Line => {
    const text = convert(original).replace(/\s+/g, ' ').trim();
    return { text, key: spelling(text).replaceAll(' ', '') };
  };
  const lines = linesOf(version.article.blocks).map(lineOf);
  return { title: lineOf(version.article.title), lines: lines.filter(({ key }) => key !== '') };
}

function lineDifferences(older: readonly Line[], newer: readonly Line[], spelling: Spelling): Change[][] {
  return changedRuns(older, newer)
    .filter(({ removed, added }) => textOf(removed) !== textOf(added))
    .flatMap(({ removed, added }) => pairLines(removed, added, spelling));
}

/** The text of lines wherever it breaks. */
const textOf = (lines: readonly Line[]): string => lines.map(({ key }) => key).join('');

interface Run {
  removed: Line[];
  added: Line[];
}

/** The runs of lines between those that both versions have. */
function changedRuns(older: readonly Line[], newer: readonly Line[]): Run[] {
  const keys = (lines: readonly Line[]) => lines.map(({ key }) => key);
  const changes = diffArrays(keys(older), keys(newer), { maxEditLength: MOST_EDITS });
  if (!changes) return [{ removed: [...older], added: [...newer] }];
  const runs: Run[] = [];
  let run: Run = { removed: [], added: [] };
  let [oldAt, newAt] = [0, 0];
  for (const { removed, added, count } of changes) {
    if (removed) run.removed = run.removed.concat(older.slice(oldAt, oldAt + count));
    else if (added) run.added = run.added.concat(newer.slice(newAt, newAt + count));
    else {
      runs.push(run);
      run = { removed: [], added: [] };
    }
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
  return [...runs, run];
}

/** Tells lines that were changed from lines that were deleted or inserted. */
function pairLines(removed: readonly Line[], added: readonly Line[], spelling: Spelling): Change[][] {
  const differences: Change[][] = [];
  const addedPairs = added.map(({ key }) => pairsOf(key));
  let next = 0;
  const insertUntil = (end: number) => {
    for (const { text } of added.slice(next, end)) differences.push([{ kind: 'inserted', text }]);
    next = end;
  };
  for (const { text, key } of removed) {
    const pairs = pairsOf(key);
    const ahead = addedPairs.slice(next, next + LINES_AHEAD).findIndex((others) => alike(pairs, others));
    if (ahead < 0) {
      differences.push([{ kind: 'deleted', text }]);
      continue;
    }
    insertUntil(next + ahead);
    const other = added[next]!;
    next += 1;
    if (key !== other.key) differences.push(changesOf(text, other.text, spelling));
  }
  insertUntil(added.length);
  return differences;
}

/** L. R. Dice, Measures of the amount of ecologic association between species, Ecology 26 (1945), on character pairs. */
function alike(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared += 1;
  return shared > 0 && 2 * shared >= LEAST_ALIKE * (first.size + second.size);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 1; at < text.length; at++) pairs.add(text.slice(at - 1, at + 1));
  return pairs;
}

/** Compares token by token. Text that is the same is written as in the newer version. */
function changesOf(older: string, newer: string, spelling: Spelling): Change[] {
  const [oldTokens, newTokens] = [tokensOf(older), tokensOf(newer)];
  const runs = diffArrays(oldTokens.map(spelling), newTokens.map(spelling), { maxEditLength: MOST_EDITS });
  const changes = new Changes();
  if (!runs) {
    changes.replace(older, newer);
    return changes.all();
  }
  let [oldAt, newAt] = [0, 0];
  for (const [index, { removed, added, count }] of runs.entries()) {
    const before = added ? '' : oldTokens.slice(oldAt, oldAt + count).join('');
    const after = removed ? '' : newTokens.slice(newAt, newAt + count).join('');
    const between = index > 0 && index < runs.length - 1;
    if (removed || added || (between && count <= CHANCE)) changes.replace(before, after);
    else changes.keep(after);
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
  return changes.all();
}

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Collects changes, those that touch as one deletion and one insertion. */
class Changes {
  readonly #changes: Change[] = [];
  #deleted = '';
  #inserted = '';

  replace(older: string, newer: string): void {
    this.#deleted += older;
    this.#inserted += newer;
  }

  keep(text: string): void {
    this.#flush();
    this.#push('same', text);
  }

  all(): Change[] {
    this.#flush();
    return this.#changes;
  }

  #flush(): void {
    this.#push('deleted', this.#deleted);
    this.#push('inserted', this.#inserted);
    this.#deleted = this.#inserted = '';
  }

  #push(kind: Change['kind'], text: string): void {
    if (text !== '') this.#changes.push({ kind, text });
  }
}
