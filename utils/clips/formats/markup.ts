/**
 * A clip as markup that is valid HTML and XHTML alike. All that a page or a reader wrote is escaped text; the elements
 * and attributes are the ones that stand here. Nothing is loaded from elsewhere: a picture becomes a link to it.
 */
import type { Block, TableCell, Text } from '../../article/article';
import type { ClipWithVersions } from '../clip';
import { cleanText } from './clean-text';
import type { Labels } from './labels';
import { LANGUAGES } from './languages';
import { safeAddress } from './safe-address';
import { segmentsOf } from './segments';

/** The largest spans that HTML allows (WHATWG HTML, "Algorithms for processing rows"). */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/** The clip's own title is h1, so headings of its text go one down. */
const LOWEST_HEADING = 6;

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Clean text for an element or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}

const withBreaks = (text: string) => escapeMarkup(text).replaceAll('\n', '<br/>');

const linkTo = (href: string, text: string) =>
  `<a href="${escapeMarkup(href)}" rel="noopener noreferrer">${withBreaks(text)}</a>`;

/** The text as a link where the address is safe, else alone. */
function linked(address: string, text: string): string {
  const href = safeAddress(address);
  return href === null ? withBreaks(text) : linkTo(href, text);
}

const inline = (text: Text) =>
  segmentsOf(text)
    .map((segment) => (segment.href === null ? withBreaks(segment.text) : linkTo(segment.href, segment.text)))
    .join('');

const paragraph = (text: Text) => `<p>${inline(text)}</p>`;

function cellMarkup(cell: TableCell): string {
  const name = cell.header ? 'th' : 'td';
  const span = (attribute: string, value: number | undefined, most: number) =>
    value !== undefined && value > 1 ? ` ${attribute}="${Math.min(Math.trunc(value), most)}"` : '';
  const spans = span('colspan', cell.colSpan, MOST_COLUMNS) + span('rowspan', cell.rowSpan, MOST_ROWS);
  return `<${name}${spans}>${inline(cell)}</${name}>`;
}

function blockMarkup(block: Block, labels: Labels): string {
  switch (block.type) {
    case 'heading': {
      const name = `h${Math.min(block.level + 1, LOWEST_HEADING)}`;
      return `<${name}>${inline(block)}</${name}>`;
    }
    case 'paragraph':
      return paragraph(block);
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${name}>`;
    }
    case 'quote':
      return `<blockquote>${block.paragraphs.map(paragraph).join('')}</blockquote>`;
    case 'table': {
      const caption = block.caption === undefined ? '' : `<caption>${withBreaks(block.caption)}</caption>`;
      const rows = block.rows.map((row) => `<tr>${row.map(cellMarkup).join('')}</tr>`);
      return `<table>${caption}<tbody>${rows.join('')}</tbody></table>`;
    }
    case 'image': {
      const caption = block.caption === undefined ? '' : `<figcaption>${withBreaks(block.caption)}</figcaption>`;
      return `<figure>${linked(block.src, block.alt || labels.image)}${caption}</figure>`;
    }
  }
}

/** What is known of the clip, as rows of a description list; what is not known has no row. */
function factsMarkup({ clip, versions }: ClipWithVersions, labels: Labels): string {
  const { card } = clip;
  const named = (items: readonly { name: string }[]) => items.map(({ name }) => escapeMarkup(name)).join('、');
  const facts: [label: string, markup: string][] = [
    [labels.source, escapeMarkup(card.source ?? '')],
    [labels.published, escapeMarkup(card.published ?? '')],
    [labels.issuer, escapeMarkup(versions[0]?.article.document?.issuer ?? '')],
    [labels.documentNumber, escapeMarkup(card.documentNumber ?? '')],
    [labels.address, linked(clip.url, clip.url)],
    [labels.saved, escapeMarkup(versions[0]?.savedAt ?? clip.updatedAt)],
    [labels.people, named(card.people)],
    [labels.places, named(card.places)],
    [labels.tags, clip.tags.map(escapeMarkup).join('、')],
  ];
  return facts
    .filter(([, markup]) => markup !== '')
    .map(([label, markup]) => `<dt>${escapeMarkup(label)}</dt><dd><bdi>${markup}</bdi></dd>`)
    .join('\n');
}

function noteMarkup(note: string, labels: Labels): string {
  if (note === '') return '';
  return `<aside class="note"><h2>${escapeMarkup(labels.note)}</h2><p>${withBreaks(note)}</p></aside>`;
}

function attachmentsMarkup(entry: ClipWithVersions, labels: Labels): string {
  const attachments = entry.versions[0]?.article.attachments ?? [];
  if (attachments.length === 0) return '';
  const items = attachments.map(({ name, href }) => `<li>${linked(href, name)}</li>`).join('');
  return `<section class="attachments"><h2>${escapeMarkup(labels.attachments)}</h2><ul>${items}</ul></section>`;
}

/** The newest version of a clip with its facts and the reader's note, as one `article` element with the given id. */
export function clipMarkup(entry: ClipWithVersions, id: string, labels: Labels): string {
  const { clip, versions } = entry;
  const language = LANGUAGES[clip.card.script];
  const blocks = versions[0]?.article.blocks ?? [];
  return [
    `<article id="${escapeMarkup(id)}" lang="${language}" xml:lang="${language}">`,
    `<h1><bdi>${withBreaks(clip.title)}</bdi></h1>`,
    `<dl class="facts">\n${factsMarkup(entry, labels)}\n</dl>`,
    noteMarkup(clip.note, labels),
    `<div class="body">\n${blocks.map((block) => blockMarkup(block, labels)).join('\n')}\n</div>`,
    attachmentsMarkup(entry, labels),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** For pages and books alike: type for long reading, tables that show their cells. */
export const STYLE = `
body { max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.8; overflow-wrap: anywhere; }
article + article { margin-top: 4em; border-top: 1px solid; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; font-size: 0.9em; }
dl.facts dd { margin: 0; }
.note { border-inline-start: 4px solid; padding-inline-start: 1em; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.5em; }
`;
