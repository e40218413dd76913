/**
 * References to a page by GB/T 7714, the Chinese national standard for bibliographic references, numeric system.
 *
 * A page of a website is `[EB/OL]` in both editions (2015: 4.6; 2025: websites and web pages):
 * responsibility, title, other title information, type and medium, (day of issue)[day of citation], path of access.
 * What is unknown is left out; in the numeric system a missing author is not replaced by 佚名.
 * A document's number follows its title as other title information, as the standard does with the numbers of reports.
 *
 * Sources: GB/T 7714—2015 and GB/T 7714—2025 (in force from 2026-07-01), and for the 2025 edition the references that
 * the style "GB/T 7714—2025（顺序编码，双语）" of zotero-chinese/styles gives for the standard's own examples.
 */
import type { Cited } from './reference';

export type Edition = '2015' | '2025';

/** What can be copied of a page: a reference by either edition, or its title with its address. */
export const CITATION_FORMS = ['2025', '2015', 'link'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/**
 * Where the editions differ for a web page: 2015 prints the marks between elements in half width, followed by a space;
 * 2025 prints comma, colon and round brackets in full width. Full stop and square brackets are half width in both.
 */
const MARKS: Record<Edition, { comma: string; colon: string; open: string; close: string }> = {
  '2015': { comma: ', ', colon: ': ', open: '(', close: ')' },
  '2025': { comma: '，', colon: '：', open: '（', close: '）' },
};

/** Of more authors than this, the first ones are named and 等 is added; the same in both editions. */
const MOST_AUTHORS = 3;

/** The reference as one line of text. `today` is the day of citation, `YYYY-MM-DD`. */
export function cite(cited: Cited, edition: Edition, today: string): string {
  const { title, authors, published, url, documentNumber } = cited;
  const { comma, colon, open, close } = MARKS[edition];
  const shown = authors.length > MOST_AUTHORS ? [...authors.slice(0, MOST_AUTHORS), '等'] : authors;
  const number = documentNumber !== null && !title.includes(documentNumber) ? `${colon}${documentNumber}` : '';
  const days = `${published === null ? '' : `${open}${published}${close}`}[${today}]`;
  return [...(shown.length > 0 ? [shown.join(comma)] : []), `${title}${number}[EB/OL]`, days, ...(url ? [url] : [])]
    .map((element) => `${element}.`)
    .join(' ');
}

/** The citation as one line of text; for `today` see cite. */
export function citationOf(cited: Cited, form: CitationForm, today: string): string {
  if (form !== 'link') return cite(cited, form, today);
  return cited.url ? `${cited.title} ${cited.url}` : cited.title;
}
