/** An article as the reading view shows it: every string in the page's own script, and once more in simplified characters. */
import { type Article, type Attachment, type Block, type DocumentCard, mapTexts } from '../../article/article';
import { convertedOffset } from '../convert-block';

export interface ShownText {
  /** BCP 47. */
  lang: string;
  title: string;
  kicker: string;
  subtitle: string;
  source: string;
  author: string;
  editor: string;
  card: DocumentCard;
  attachments: Attachment[];
  blocks: Block[];
}

export interface ShownArticle {
  url: string;
  /** As shown to the reader, `YYYY-MM-DD` and the time where there is one; empty when the page states none. */
  published: string;
  original: ShownText;
  /** Null where the original is simplified already, or no Chinese. */
  simplified: ShownText | null;
}

type Convert = (text: string) => string;

/** Every string of the article passed through `convert`; links stay on their words. */
export function shownText(article: Article, lang: string, convert: Convert): ShownText {
  const { title, kicker = '', subtitle = '', source, author, editor, document, attachments, blocks } = article;
  const card = Object.entries(document ?? {}).map(([field, value]) => [field, convert(value)]);
  return {
    lang,
    title: convert(title),
    kicker: convert(kicker),
    subtitle: convert(subtitle),
    source: convert(source?.value ?? ''),
    author: convert(author?.value ?? ''),
    editor: convert(editor?.value ?? ''),
    card: Object.fromEntries(card),
    attachments: attachments.map((attachment) => ({ ...attachment, name: convert(attachment.name) })),
    blocks: mapTexts(blocks, (clean) => {
      const text = convert(clean);
      return { text, move: (offset) => convertedOffset(clean, text, offset, convert) };
    }),
  };
}

/** The article with its simplified form; without `convert` the original alone. */
export function shownArticle(article: Article, lang: string, convert: Convert | null): ShownArticle {
  const { url, published } = article;
  return {
    url,
    published: published ? [published.day, published.time].filter(Boolean).join(' ') : '',
    original: shownText(article, lang, (text) => text),
    simplified: convert && shownText(article, 'zh-Hans', convert),
  };
}
