/** Reads Universal NER files: one word a row with its tag, `# sent_id` before each sentence. */
import { gazetteer } from '../utils/digest/gazetteer';
import { normalise } from '../utils/digest/normalise';
import type { Mark, MarkedDocument, MarkedLine } from './corpus';

const KINDS = new Map([
  ['PER', 'p'],
  ['LOC', 'L'],
  ['ORG', 'o'],
] as const);

/** All sentences of a file as one document. */
export function readUner(file: string, content: string): MarkedDocument {
  const lines = content
    .split(/\n\s*\n/)
    .map(readSentence)
    .filter(({ text }) => text !== '');
  return { id: file, source: file, lines };
}

function readSentence(block: string): MarkedLine {
  let text = '';
  const marks: Mark[] = [];
  for (const row of block.split('\n')) {
    const [number = '', word = '', tag = ''] = row.split('\t');
    if (!/^\d+$/.test(number)) continue;
    const start = text.length;
    text += word;
    const [position, type] = tag.split('-');
    const last = marks.at(-1);
    if (position === 'I' && last?.end === start) last.end = text.length;
    else if (type) marks.push({ start, end: text.length, kind: KINDS.get(type as 'PER') ?? 'x' });
  }
  const normalised = normalise(text);
  return { text: normalised, marks: marks.flatMap((mark) => settle(normalised, mark)) };
}

/** A chain of divisions is taken apart level by level; one character alone says nothing of its type. */
function settle(text: string, mark: Mark): Mark[] {
  if (mark.end - mark.start === 1) return [{ ...mark, kind: 'x' }];
  if (mark.kind !== 'L') return [mark];
  const { full } = gazetteer();
  const parts: Mark[] = [];
  let at = mark.start;
  while (at < mark.end) {
    const length = full.lengthAt(text, at);
    if (length < 2 || at + length > mark.end) return parts.length === 0 ? [mark] : [...parts, { ...mark, start: at }];
    parts.push({ start: at, end: at + length, kind: 'l' });
    at += length;
  }
  return parts;
}
