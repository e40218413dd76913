/** What conversion changed on the page, as words and how often: 調研 → 调研 ×4. */
import { cleanText, type PageChanges } from './page-changes';

export interface ChangedWord {
  from: string;
  to: string;
  count: number;
}

/** Runs of changed characters are cut here; longer ones say no more. */
const LONGEST_WORD = 8;

/** The changed words of the page, most frequent first, at most `most` of them. Texts whose length has changed are left out. */
export function changedWords(changes: PageChanges, most: number): ChangedWord[] {
  const words = new Map<string, ChangedWord>();
  for (const change of changes.textChanges()) {
    const [original, { shown }] = [cleanText(change), change];
    if (original.length !== shown.length) continue;
    for (let at = 0; at < original.length; at++) {
      const start = at;
      while (at < original.length && original[at] !== shown[at] && at - start < LONGEST_WORD) at += 1;
      if (at === start) continue;
      const [from, to] = [original.slice(start, at), shown.slice(start, at)];
      const word = words.get(from) ?? { from, to, count: 0 };
      word.count += 1;
      words.set(from, word);
    }
  }
  return [...words.values()].sort((a, b) => b.count - a.count).slice(0, most);
}
