/** The bibliographic description of a clip, from which every citation format is written. */
import type { Article } from '../../article/article';
import type { ClipWithVersions } from '../clip';
import { oneLine } from './clean-text';
import { LANGUAGES } from './languages';
import { safeAddress } from './safe-address';

/** All texts are one line, clean, and not empty. */
export interface Reference {
  id: string;
  title: string;
  /** Who answers for the text: the issuing agencies of an official document, else its named authors, else its source. */
  authors: string[];
  /** The source as displayed, else the host: what the page is part of. */
  site: string;
  /** `YYYY-MM-DD`, as displayed. */
  published: string | null;
  /** Day (UTC) on which the newest version was saved, `YYYY-MM-DD`. */
  accessed: string;
  url: string | null;
  documentNumber: string | null;
  /** BCP 47. */
  language: string;
  keywords: string[];
  note: string | null;
}

/** What a citation says of a page, be it clipped or only shown. */
export type Cited = Pick<Reference, 'title' | 'authors' | 'published' | 'url' | 'documentNumber'>;

/** Marks that Chinese puts between names. */
const LIST_MARK = /[、，,；;]/;
/** Agencies that issue together, and pairs of reporters, stand side by side: 中共中央办公厅 国务院办公厅. */
const SPACE_IN_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/u;
/** What a byline says the named people are. */
const BYLINE_ROLE = /^(?:本报|本网|特约)?(?:记者|記者|通讯员|通訊員|作者|撰文)[:： ]?/;

/** The names in a line of names. A name of two characters is often set with a space in it: 张 三 stays one name. */
function namesOf(line: string): string[] {
  return line.split(LIST_MARK).flatMap((part) => {
    const name = part.trim();
    const apart = name.split(SPACE_IN_HAN);
    return apart.some((piece) => [...piece].length === 1) ? [name.replaceAll(' ', '')] : apart;
  });
}

function authorsOf(article: Article | undefined, source: string | null): string[] {
  const named = article?.document?.issuer || article?.author?.value;
  if (!named) return source ? [oneLine(source)].filter(Boolean) : [];
  const names = namesOf(oneLine(named)).map((name) => name.replace(BYLINE_ROLE, '').trim());
  return [...new Set(names.filter(Boolean))];
}

const orNull = (text: string | null) => (text && oneLine(text)) || null;

/** The description of the clip's newest version. */
export function referenceOf({ clip, versions }: ClipWithVersions): Reference {
  const { card } = clip;
  const newest = versions[0];
  return {
    id: clip.id,
    title: oneLine(clip.title) || oneLine(clip.url),
    authors: authorsOf(newest?.article, card.source),
    site: orNull(card.source) ?? oneLine(card.host),
    published: card.published,
    accessed: (newest?.savedAt ?? clip.updatedAt).slice(0, 'YYYY-MM-DD'.length),
    url: safeAddress(clip.url),
    documentNumber: orNull(card.documentNumber),
    language: LANGUAGES[card.script],
    keywords: clip.tags.map(oneLine).filter(Boolean),
    note: orNull(clip.note),
  };
}

/** What a citation says of an article that is not in the library. */
export function citedArticle(article: Article): Cited {
  return {
    title: oneLine(article.title) || oneLine(article.url),
    authors: authorsOf(article, article.source?.value ?? null),
    published: article.published?.day ?? null,
    url: safeAddress(article.url),
    documentNumber: orNull(article.document?.documentNumber ?? null),
  };
}
