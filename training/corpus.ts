/** Labelled text as the trainer takes it: normalised lines with marks, gathered in documents that know their source. */
import { normalise } from '../utils/digest/normalise';

/** The letters of the label guide; `L` is a location that may be a place or a venue. */
export type MarkKind = 'p' | 'q' | 'l' | 'v' | 'o' | 'x' | 'L';

export interface Mark {
  start: number;
  end: number;
  kind: MarkKind;
}

export interface MarkedLine {
  /** In normalised form. */
  text: string;
  /** From left to right, without overlaps. */
  marks: Mark[];
}

export interface MarkedDocument {
  id: string;
  /** Documents of one source stand on one side of a split: the host of the page, or the file where there is none. */
  source: string;
  lines: MarkedLine[];
}

/** Pronunciations that mirrors insert behind characters: 區(qū). */
export const PRONUNCIATION = /(?<=\p{Script=Han})\(\s*[a-zü\u00e0-\u01dc]{1,7}\s*\)/gu;
const LABEL = /\[([plvoqx]):([^\]]*)\]/g;

/** Documents in the label format: a `#doc` line, `#` headers, then one paragraph a line with inline labels. */
export function readLabelled(file: string, content: string): MarkedDocument[] {
  return content
    .split(/^(?=#doc )/m)
    .filter((part) => part.startsWith('#doc '))
    .map((part) => {
      const rows = part.replace(PRONUNCIATION, '').trimEnd().split('\n');
      const header = rows[0] ?? '';
      return {
        id: /#doc (\S+)/.exec(header)?.[1] ?? '',
        source: hostOf(/url=(\S+)/.exec(header)?.[1] ?? '') || file,
        lines: rows.filter((row) => !row.startsWith('#') && row.trim() !== '').map(readMarkedLine),
      };
    });
}

/** The host of an address without its first label when that is one of many of a site (www, m, news). */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|wap|news|big5)\./, '') : '';
}

/** `[p:张三]出席` to its text and marks. */
export function readMarkedLine(row: string): MarkedLine {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const match of row.matchAll(LABEL)) {
    text += row.slice(from, match.index);
    const content = match[2] ?? '';
    if (content) marks.push({ start: text.length, end: text.length + content.length, kind: match[1] as MarkKind });
    text += content;
    from = match.index + match[0].length;
  }
  return { text: normalise(text + row.slice(from)), marks };
}
