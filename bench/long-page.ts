/** Long pages to measure on, of the sample article's text over and over. */
import { readFile } from 'node:fs/promises';

const NODES_PER_PARAGRAPH = 4;
const PARAGRAPHS_PER_SECTION = 25;
const CHARACTERS_PER_NODE = 12;

/** Paragraphs with inline tags in sections, as HTML, that have so many text nodes of the sample article's text. */
export function paragraphsOf(textNodes: number, text: string): string {
  let at = 0;
  const next = () => {
    if (at + CHARACTERS_PER_NODE > text.length) at = 0;
    at += CHARACTERS_PER_NODE;
    return text.slice(at - CHARACTERS_PER_NODE, at);
  };
  const paragraph = () => `<p>${next()}<b>${next()}</b>${next()}<a href="#">${next()}</a></p>`;
  const section = () => `<div>${Array.from({ length: PARAGRAPHS_PER_SECTION }, paragraph).join('\n')}</div>`;
  return Array.from({ length: textNodes / NODES_PER_PARAGRAPH / PARAGRAPHS_PER_SECTION }, section).join('\n');
}

/** The characters of the sample article. */
export async function articleText(): Promise<string> {
  const html = await readFile('tests/pages/seed-county/page.html', 'utf8');
  return (html.match(/[\u4e00-\u9fff，。、；]+/gu) ?? []).join('');
}
