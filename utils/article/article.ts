/**
 * An Article is what a page says, as a typed tree of plain strings.
 * It never holds an HTML string: whatever shows or exports it writes text, so nothing a page says can run.
 */

/** A link inside a text, by UTF-16 offsets into that text. `href` is absolute, `http:`, `https:` or `mailto:` only. */
export interface Link {
  start: number;
  end: number;
  href: string;
}

export interface Text {
  text: string;
  links?: Link[];
}

export interface TableCell extends Text {
  header?: boolean;
  /** Spans above 1 only. */
  colSpan?: number;
  rowSpan?: number;
}

export type Block =
  | ({ type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6 } & Text)
  | ({ type: 'paragraph' } & Text)
  | { type: 'list'; ordered: boolean; items: Text[] }
  | { type: 'table'; caption?: string; rows: TableCell[][] }
  | { type: 'quote'; paragraphs: Text[] }
  | { type: 'image'; src: string; alt: string; caption?: string };

/** What a field was read from, strongest evidence first. */
export type Origin =
  | 'dateline' // shown beside the headline, with or without a label
  | 'page' // shown elsewhere on the page
  | 'table' // a cell of the official-document card
  | 'text' // the article's own body
  | 'meta' // a meta tag
  | 'json-ld'
  | 'url'
  | 'html-title'; // <title>, its site name cut off

export interface Field {
  value: string;
  origin: Origin;
}

/** A day as the page shows it. */
export interface Published {
  /** `YYYY-MM-DD`, proleptic Gregorian; years of the Republic (民國) already converted. */
  day: string;
  /** `HH:MM` or `HH:MM:SS`, as shown; no time zone is stated on these pages. */
  time?: string;
  /** The characters it was read from. */
  text: string;
  origin: Origin;
}

/** The header of an official document (公文), as 国办发〔2017〕47号 names its fields. */
export interface DocumentCard {
  /** 索引号 */ indexNumber?: string;
  /** 主题分类 */ topic?: string;
  /** 发文机关 */ issuer?: string;
  /** 文号, brackets normalised to 〔〕 */ documentNumber?: string;
  /** 标题 / 名称 */ title?: string;
  /** 成文日期, `YYYY-MM-DD` where it can be read, else as written */ written?: string;
  /** 发布日期, likewise */ published?: string;
  /** 有效性 */ validity?: string;
  /** 关键词 / 主题词 */ keywords?: string;
}

export interface PublisherEvidence {
  kind: 'host' | 'site-code' | 'source' | 'organiser' | 'copyright' | 'icp' | 'police-record';
  text: string;
}

/** Who put this page up, against who the article says it is from. */
export interface PublisherCheck {
  verdict: 'official' | 'republished' | 'unknown';
  host: string;
  /** The operator of the site, where the page names one (主办, 版权所有). */
  operator?: string;
  evidence: PublisherEvidence[];
}

export interface Attachment {
  name: string;
  href: string;
  /** Lower-case extension without the dot: `pdf`, `docx`, `ofd`, `zip` … */
  format: string;
}

export type ArticleKind = 'article' | 'document';
export type OtherKind = 'list' | 'home' | 'search' | 'forum' | 'video' | 'empty' | 'foreign' | 'refused';

export interface Article {
  kind: ArticleKind;
  /** Address without its fragment. */
  url: string;
  title: string;
  titleOrigin: Origin;
  kicker?: string;
  subtitle?: string;
  published: Published | null;
  source: Field | null;
  author: Field | null;
  /** 责任编辑 */
  editor: Field | null;
  /** Breadcrumb, outermost first. */
  column: string[];
  /** BCP 47, as the page declares it; empty when it does not. */
  language: string;
  document: DocumentCard | null;
  publisher: PublisherCheck;
  attachments: Attachment[];
  blocks: Block[];
}

/** Every text of the block tree in reading order. A line is the unit that is repaired, converted and searched for names. */
export function textsOf(blocks: readonly Block[]): Text[] {
  const texts = (block: Block): Text[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [block];
      case 'list':
        return block.items;
      case 'quote':
        return block.paragraphs;
      case 'table':
        return [...(block.caption === undefined ? [] : [{ text: block.caption }]), ...block.rows.flat()];
      case 'image':
        return block.caption === undefined ? [] : [{ text: block.caption }];
    }
  };
  return blocks.flatMap(texts);
}

/** The lines of a block tree: `lines[i]` is the text that mentions and repairs call line `i`. */
export function linesOf(blocks: readonly Block[]): string[] {
  return textsOf(blocks).map((text) => text.text);
}

/**
 * The same tree with every text passed through `change`, which sees the text and its line number.
 * `change` returns the new text and a function that carries an old offset to the new text, so links stay on their words.
 */
export function mapTexts(
  blocks: readonly Block[],
  change: (text: string, line: number) => { text: string; move: (offset: number) => number },
): Block[] {
  let line = 0;
  const map = <T extends Text>(old: T): T => {
    const { text, move } = change(old.text, line++);
    const links = old.links?.map((link) => ({ ...link, start: move(link.start), end: move(link.end) }));
    return { ...old, text, ...(links && { links }) };
  };
  const caption = (old: string) => change(old, line++).text;
  const mapped = (block: Block): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return map(block);
      case 'list':
        return { ...block, items: block.items.map(map) };
      case 'quote':
        return { ...block, paragraphs: block.paragraphs.map(map) };
      case 'table':
        return {
          ...block,
          ...(block.caption !== undefined && { caption: caption(block.caption) }),
          rows: block.rows.map((row) => row.map(map)),
        };
      case 'image':
        return { ...block, ...(block.caption !== undefined && { caption: caption(block.caption) }) };
    }
  };
  return blocks.map(mapped);
}
