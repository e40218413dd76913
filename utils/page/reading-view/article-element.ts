/** The whole article as one element: headline, dateline, document card, body, attachments; in one script or both side by side. */
import type { DocumentCard } from '../../article/article';
import { makeElement } from '../make-element';
import { blockElement } from './block-element';
import { inlineText, linkTo, type Sheet } from './inline-text';
import type { ReadingStyle } from './reading-style';
import type { ShownArticle, ShownText } from './shown-article';
import type { Sentence } from './speech';
import type { ViewWords } from './view-words';

export interface ArticleElement {
  element: HTMLElement;
  /** What is read aloud, in order: of two scripts, the simplified one. */
  sentences: Sentence[];
}

/** A text and the sheet it goes on. */
interface Column {
  sheet: Sheet;
  text: ShownText;
}

const CARD_FIELDS: [keyof DocumentCard, keyof ViewWords][] = [
  ['indexNumber', 'card_indexNumber'],
  ['topic', 'card_topic'],
  ['issuer', 'card_issuer'],
  ['documentNumber', 'card_documentNumber'],
  ['title', 'card_title_field'],
  ['written', 'card_written'],
  ['published', 'card_published'],
  ['validity', 'card_validity'],
  ['keywords', 'card_keywords'],
];

/** The texts to show, the page's own first. */
function textsFor({ original, simplified }: ShownArticle, script: ReadingStyle['script']): ShownText[] {
  if (!simplified || script === 'original') return [original];
  return script === 'simplified' ? [simplified] : [original, simplified];
}

/** The same part of every column, each in its own language. */
function inColumns(columns: readonly Column[], part: (column: Column) => HTMLElement | null): HTMLElement[] {
  return columns.flatMap((column) => {
    const element = part(column);
    if (element) element.lang = column.text.lang;
    return element ?? [];
  });
}

/** Two of a kind side by side, one as it is. */
function abreast(document: Document, parts: HTMLElement[]): HTMLElement[] {
  return parts.length > 1 ? [makeElement(document, 'div', { class: 'pair' }, ...parts)] : parts;
}

function datelineElement(document: Document, { published }: ShownArticle, text: ShownText, words: ViewWords) {
  const labelled = (label: string, value: string) =>
    value === ''
      ? []
      : [makeElement(document, 'span', {}, `${label} `, makeElement(document, 'bdi', { lang: text.lang }, value))];
  return makeElement(
    document,
    'p',
    { class: 'dateline' },
    published === '' ? words.field_no_date : makeElement(document, 'time', { datetime: published }, published),
    ...labelled(words.field_source, text.source),
    ...labelled(words.field_author, text.author),
    ...labelled(words.field_editor, text.editor),
  );
}

function cardElements(document: Document, { card, lang }: ShownText, words: ViewWords): HTMLElement[] {
  const fields = CARD_FIELDS.flatMap(([field, label]) => {
    const value = card[field];
    if (!value) return [];
    return makeElement(
      document,
      'div',
      {},
      makeElement(document, 'dt', {}, words[label]),
      makeElement(document, 'dd', { lang }, value),
    );
  });
  return fields.length === 0
    ? []
    : [makeElement(document, 'dl', { class: 'card', 'aria-label': words.card_title }, ...fields)];
}

function attachmentElements(document: Document, { attachments, lang }: ShownText, words: ViewWords): HTMLElement[] {
  if (attachments.length === 0) return [];
  const items = attachments.map(({ name, href, format }) =>
    makeElement(document, 'li', { lang }, linkTo(document, href, name), ` ${format.toUpperCase()}`),
  );
  return [
    makeElement(document, 'h2', {}, words.attachments),
    makeElement(document, 'ul', { class: 'attachments' }, ...items),
  ];
}

/** Makes the article; nothing of it is in the document yet. */
export function articleElement(
  document: Document,
  article: ShownArticle,
  script: ReadingStyle['script'],
  words: ViewWords,
): ArticleElement {
  const sentences: Sentence[] = [];
  const texts = textsFor(article, script);
  const columns = texts.map((text, index): Column => {
    const spoken = index === texts.length - 1;
    return { text, sheet: { document, lang: text.lang, sentences: spoken ? sentences : null } };
  });
  const main = columns.at(-1)!;
  const aside = (name: 'kicker' | 'subtitle') => {
    const part = ({ text }: Column) => (text[name] ? makeElement(document, 'p', { class: name }, text[name]) : null);
    return abreast(document, inColumns(columns, part));
  };
  const titles = inColumns(columns, ({ sheet, text }) =>
    makeElement(document, 'span', {}, ...inlineText(sheet, { text: text.title })),
  );
  const body = main.text.blocks.flatMap((_, index) =>
    abreast(
      document,
      inColumns(columns, ({ sheet, text }) => blockElement(sheet, text.blocks[index]!)),
    ),
  );
  const headline = makeElement(document, 'h1', { id: 'headline', class: titles.length > 1 && 'pair' }, ...titles);
  const element = makeElement(
    document,
    'article',
    {},
    ...aside('kicker'),
    headline,
    ...aside('subtitle'),
    datelineElement(document, article, main.text, words),
    ...cardElements(document, main.text, words),
    ...body,
    ...attachmentElements(document, main.text, words),
  );
  return { element, sentences };
}
