/**
 * Each folder beside this file is a page in the manner of a portal, and what a careful reader would say of it.
 * README.md explains the fields of expected.json.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Article, type Attachment, type DocumentCard, linesOf, type OtherKind } from '../../utils/article/article';
import { findArticle } from '../../utils/article/find';

interface ExpectedArticle {
  url: string;
  kind: Article['kind'];
  title?: string;
  titleFrom?: string;
  kicker?: string | null;
  subtitle?: string | null;
  published: string | null;
  time?: string | null;
  source: string | null;
  editor?: string | null;
  author?: string | null;
  column?: string[];
  document?: DocumentCard | null;
  publisher?: Article['publisher']['verdict'];
  attachments?: Attachment[];
  lines?: string[];
  firstLine?: string;
  lastLine?: string;
  lineCount?: number;
  optional?: string[];
  absent?: string[];
  kept?: string[];
  hidden?: string[];
}

interface ExpectedNone {
  url: string;
  kind: OtherKind;
}

type Expected = ExpectedArticle | ExpectedNone;

/** Fewer characters than this are a fragment of the opening, not a title made of it. */
const SHORTEST_TITLE_FROM_TEXT = 8;

const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** From bytes, so that the encoding is sniffed as a browser does it. */
function load(name: string, url: string): Document {
  const bytes = readFileSync(join(import.meta.dirname, name, 'page.html'));
  return new JSDOM(bytes, { url, contentType: 'text/html', virtualConsole: new VirtualConsole() }).window.document;
}

function readExpected(name: string): Expected {
  return JSON.parse(readFileSync(join(import.meta.dirname, name, 'expected.json'), 'utf8'));
}

/** What the article says, for the fields that `expected` speaks of and under the same names. */
function told(article: Article, expected: ExpectedArticle): Partial<ExpectedArticle> {
  const lines = linesOf(article.blocks).filter((line) => !expected.optional?.includes(line));
  const all: Record<string, unknown> = {
    kind: article.kind,
    url: article.url,
    title: article.title,
    kicker: article.kicker ?? null,
    subtitle: article.subtitle ?? null,
    published: article.published?.day ?? null,
    time: article.published?.time ?? null,
    source: article.source?.value ?? null,
    editor: article.editor?.value ?? null,
    author: article.author?.value ?? null,
    column: article.column,
    document: article.document,
    publisher: article.publisher.verdict,
    attachments: article.attachments,
    lines,
    firstLine: lines[0],
    lastLine: lines.at(-1),
    lineCount: lines.length,
  };
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in expected));
}

/** Elements that `selector` names. A selector without any is a slip in the fixture and fails. */
function select(document: Document, selector: string): Element[] {
  const elements = [...document.querySelectorAll(selector)];
  expect(elements.length, `elements for ${selector}`).toBeGreaterThan(0);
  return elements;
}

describe.each(names)('%s', (name) => {
  const expected = readExpected(name);
  const document = load(name, expected.url);
  const before = document.documentElement.outerHTML;
  let found: ReturnType<typeof findArticle>;
  beforeAll(() => {
    found = findArticle(document, { url: expected.url });
  });

  test('is of the right kind', () => {
    expect({ kind: found.kind, reason: 'reason' in found ? found.reason : undefined }).toMatchObject({
      kind: expected.kind,
    });
  });

  test('is left as it was', () => {
    expect(document.documentElement.outerHTML === before).toBe(true);
  });

  if (!('published' in expected)) return;
  const { titleFrom, absent = [], kept = [], hidden = [], ...plain } = expected;

  test('is read as a careful reader would', () => {
    if (!('article' in found)) return expect.fail(`no article: ${found.kind}`);
    for (const [field, value] of Object.entries(told(found.article, expected))) {
      expect.soft(value, field).toEqual(plain[field as keyof typeof plain]);
    }
    if (titleFrom !== undefined) {
      const title = found.article.title.replace(/…$/, '');
      expect.soft(titleFrom, 'titleFrom').toContain(title);
      expect.soft(title.length, 'length of the title').toBeGreaterThanOrEqual(SHORTEST_TITLE_FROM_TEXT);
    }
    const body = linesOf(found.article.blocks).join('\n');
    for (const text of absent) {
      expect(document.documentElement.textContent, 'the page itself').toContain(text);
      expect.soft(body, 'absent').not.toContain(text);
    }
  });

  test('shows the article and hides the chrome', () => {
    if (!('article' in found)) return expect.fail(`no article: ${found.kind}`);
    const keep = [...found.keep];
    const isShown = (element: Element) => keep.some((kept) => kept.contains(element) || element.contains(kept));
    for (const selector of kept) {
      expect.soft(select(document, selector).every(isShown), `kept ${selector}`).toBe(true);
    }
    for (const selector of hidden) {
      expect.soft(select(document, selector).some(isShown), `hidden ${selector}`).toBe(false);
    }
  });
});
