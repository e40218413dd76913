/**
 * A clip as Markdown (CommonMark with GFM tables) behind YAML front matter, as Obsidian reads it.
 * What a page or a reader wrote stays text: every character that could begin markup is escaped with a backslash.
 */
import type { Block, TableCell, Text } from '../../article/article';
import type { ClipWithVersions } from '../clip';
import { cleanText, oneLine } from './clean-text';
import { LANGUAGES } from './languages';
import { referenceOf } from './reference';
import { safeAddress } from './safe-address';
import { segmentsOf } from './segments';
import { gridOf } from './table-grid';

/**
 * Punctuation that acts anywhere in a line, in CommonMark (! makes a picture of the link behind it), in GFM (| ~) or in Obsidian (# tag, == mark, %% comment,
 * $ formula, ^ block name, [[ link).
 */
const ACTIVE = /[\\`*_[\]<>&|~=$%^#!]/g;

/** What acts at the start of a line only: bullets, rules and underlines of - and +, numbers of list items. */
const LINE_START = /^(?:[-+]|\d{1,9}(?=[.)]))/;

/** Addresses that GFM makes links of although nobody wrote a link. */
const BARE_ADDRESS = /:(?=\/\/)|(?<=\bwww)\.|@/gi;

const escapeWords = (text: string) =>
  text
    .replace(/[ \t]+/g, ' ')
    .replace(ACTIVE, '\\$&')
    .replace(BARE_ADDRESS, '\\$&');

/** White space of ASCII at the ends of a line would be code or a break; the ideographic space (indent) means nothing. */
const trimSpace = (line: string) => line.replace(/^ /, '').replace(/ $/, '');

const escapeLineStart = (line: string) =>
  line.replace(LINE_START, (start) => (start.length === 1 && /[-+]/.test(start) ? `\\${start}` : `${start}\\`));

/** Words and links of a text with its line feeds still in it. */
const inline = (text: Text) =>
  segmentsOf(text)
    .map(({ text: words, href }) => {
      const escaped = escapeWords(cleanText(words));
      return href === null ? escaped : `[${escaped.replaceAll('\n', ' ')}](<${href.replaceAll('&', '\\&')}>)`;
    })
    .join('');

const linesOf = (markdown: string) =>
  markdown
    .split('\n')
    .map(trimSpace)
    .filter((line) => line !== '')
    .map(escapeLineStart);

/** A paragraph; a line feed within it becomes a hard break. */
const paragraph = (text: Text) => linesOf(inline(text)).join('\\\n');

/** For headings, cells and items of one line. */
const single = (text: Text) => linesOf(inline(text)).join(' ');

const linkTo = (address: string, words: string) => {
  const href = safeAddress(address);
  return single({ text: words, ...(href !== null && { links: [{ start: 0, end: words.length, href }] }) });
};

const indented = (markdown: string, indent: string) => markdown.replaceAll('\n', `\n${indent}`);

function tableMarkdown(rows: readonly TableCell[][]): string {
  const [head, ...body] = gridOf(rows).map((line) => line.map((cell) => (cell ? single(cell) : '')));
  if (!head) return '';
  // The head says how many columns there are: a cell beyond it is not shown, a missing one is empty.
  const width = body.reduce((widest, line) => Math.max(widest, line.length), head.length);
  const wideHead = Array.from({ length: width }, (_, column) => head[column] ?? '');
  const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [rowOf(wideHead), rowOf(wideHead.map(() => '---')), ...body.map(rowOf)].join('\n');
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      // The title is the heading of level 1.
      return `${'#'.repeat(Math.min(block.level + 1, 6))} ${single(block)}`;
    case 'paragraph':
      return paragraph(block);
    case 'list':
      return block.items.map((item, index) => (block.ordered ? `${index + 1}. ` : '- ') + single(item)).join('\n');
    case 'quote':
      return `> ${indented(block.paragraphs.map(paragraph).join('\n\n'), '> ')}`;
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [paragraph({ text: block.caption })]),
        tableMarkdown(block.rows),
      ].join('\n\n');
    case 'image': {
      // A link: a picture would be fetched from its site whenever the note is opened.
      const picture = linkTo(block.src, block.alt || block.src);
      return block.caption === undefined ? picture : `${picture}\n\n${paragraph({ text: block.caption })}`;
    }
  }
}

/** Not printable in YAML 1.2 (section 5.1), or able to turn a line around; JSON would leave them as they are. */
const NOT_YAML = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A double-quoted scalar: JSON's strings are YAML's (YAML 1.2.2, section 1.3). */
const yamlString = (text: string) =>
  JSON.stringify(cleanText(text)).replace(
    NOT_YAML,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const yamlValue = (value: string | boolean | number | string[]) => {
  if (Array.isArray(value)) return `[${value.map(yamlString).join(', ')}]`;
  return typeof value === 'string' ? yamlString(value) : String(value);
};

/** Flat, as Obsidian's properties are. What is not known has no line. */
function frontMatter(entry: ClipWithVersions): string {
  const { clip, versions } = entry;
  const { card } = clip;
  const fields: [key: string, value: string | boolean | number | string[] | null][] = [
    ['title', clip.title],
    ['url', safeAddress(clip.url)],
    ['published', card.published],
    ['event', card.event],
    ['source', card.source],
    ['author', referenceOf(entry).authors],
    ['agency', card.agency],
    ['document_number', card.documentNumber],
    ['people', card.people.map(({ name }) => name)],
    ['places', card.places.map(({ name }) => name)],
    // A tag of Obsidian has no spaces.
    ['tags', clip.tags.map((tag) => oneLine(tag).replaceAll(' ', '-')).filter(Boolean)],
    ['starred', clip.starred],
    ['created', clip.createdAt],
    ['updated', clip.updatedAt],
    ['versions', versions.length],
    ['lang', LANGUAGES[card.script]],
  ];
  const lines = fields.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${yamlValue(value)}\n`]));
  return `---\n${lines.join('')}---\n`;
}

const noteMarkdown = (note: string) => (note === '' ? '' : `> [!note]\n> ${indented(paragraph({ text: note }), '> ')}`);

/** The newest version of the clip: front matter, title, note, text, attachments. The note is an Obsidian callout. */
export function toMarkdown(entry: ClipWithVersions): string {
  const article = entry.versions[0]?.article;
  const attachments = (article?.attachments ?? []).map(({ name, href }) => `- ${linkTo(href, name || href)}`);
  const parts = [
    `# ${single({ text: entry.clip.title })}`,
    noteMarkdown(entry.clip.note),
    ...(article?.blocks ?? []).map(blockMarkdown),
    attachments.join('\n'),
  ];
  return `${frontMatter(entry)}\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
