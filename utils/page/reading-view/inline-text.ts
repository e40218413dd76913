/** A text of the article as elements: one span for each part of a sentence, inside its link where it has one. */
import type { Link, Text } from '../../article/article';
import { makeElement } from '../make-element';
import { type Span, sentencesIn } from './sentences';
import type { Sentence } from './speech';

/** Where the texts are put, and which sentences were met on the way. */
export interface Sheet {
  document: Document;
  lang: string;
  /** Null where nothing is read aloud. */
  sentences: Sentence[] | null;
}

interface Run extends Span {
  href: string | null;
}

/** The address of a link that may be followed from here; null for all but the web. */
export function webAddress(href: string): string | null {
  return URL.canParse(href) && /^https?:$/.test(new URL(href).protocol) ? href : null;
}

/** The text from end to end, alternately without and within a link. Links that overlap an earlier one are left out. */
function runsOf(text: string, links: readonly Link[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, href } of links) {
    const address = webAddress(href);
    if (start < at || end <= start || end > text.length || address === null) continue;
    if (start > at) runs.push({ start: at, end: start, href: null });
    runs.push({ start, end, href: address });
    at = end;
  }
  if (at < text.length) runs.push({ start: at, end: text.length, href: null });
  return runs;
}

function anchor(document: Document, href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return makeElement(document, 'a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** A link that opens beside the page, or its words alone where the address is none of the web. */
export function linkTo(document: Document, href: string, words: string): Node {
  const address = webAddress(href);
  return address === null ? document.createTextNode(words) : anchor(document, address, words);
}

/** The nodes of a text, in order; its sentences are added to the sheet's. */
export function inlineText(sheet: Sheet, { text, links = [] }: Text): Node[] {
  const { document, lang, sentences } = sheet;
  const spans = sentences ? sentencesIn(text) : [];
  const said = spans.map(({ start, end }): Sentence => ({ text: text.slice(start, end).trim(), lang, elements: [] }));
  sentences?.push(...said);
  let next = 0;
  const partsOf = ({ start, end }: Run): Node[] => {
    const parts: Node[] = [];
    for (let at = start; at < end; ) {
      while (next < spans.length && spans[next]!.end <= at) next += 1;
      const span = spans[next];
      const inside = span !== undefined && span.start <= at;
      const to = Math.min(end, inside ? span.end : (span?.start ?? end));
      const part = document.createTextNode(text.slice(at, to));
      if (inside) {
        const element = makeElement(document, 'span', {}, part);
        said[next]!.elements.push(element);
        parts.push(element);
      } else parts.push(part);
      at = to;
    }
    return parts;
  };
  return runsOf(text, links).flatMap((run) => {
    const parts = partsOf(run);
    return run.href === null ? parts : [anchor(document, run.href, ...parts)];
  });
}
