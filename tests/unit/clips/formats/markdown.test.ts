import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Block } from '../../../../utils/article/article';
import { cleanText, oneLine } from '../../../../utils/clips/formats/clean-text';
import { toMarkdown } from '../../../../utils/clips/formats/markdown';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, REPORT } from './make-entry';

/** The front matter, read by a YAML parser, and the text behind it. */
function partsOf(markdown: string): { front: Record<string, unknown>; body: string } {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(markdown) ?? [];
  return { front: parse(front, { version: '1.2', schema: 'core' }), body };
}

const bodyOf = (...blocks: Block[]) => partsOf(toMarkdown(makeEntry({ article: { blocks } }))).body;

/** What a parser makes of escapes (CommonMark 0.31, section 2.4). */
const unescaped = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** What could begin markup and has no backslash before it (a pair of backslashes is a backslash). */
function activeIn(line: string): string[] {
  const bare = line.replace(/\\[!-/:-@[-`{-~]/g, '·');
  return bare.match(/[\\`*_[\]<>&|~=$%^#!@]|:\/\/|www\.|^[ \t]|^[-+]|^\d{1,9}[.)]|[ \t]$/gi) ?? [];
}

/** A text as a paragraph shows it: white space of ASCII is one space and ends no line, empty lines are none. */
const shown = (text: string) =>
  cleanText(text)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''))
    .filter((line) => line !== '')
    .join('\n');

test('front matter and text', () => {
  const { front, body } = partsOf(toMarkdown(REPORT));
  expect(front).toEqual({
    title: '陳鍇竑調研文昌商圈',
    url: 'https://www.example.gov.cn/news/20120517/1.html?a=1&b=2',
    published: '2012-05-17',
    event: '2012-05-17',
    source: '揚州廣陵區',
    author: ['揚州廣陵區'],
    agency: '揚州廣陵區',
    people: ['陳鍇竑', '趙長松'],
    places: ['珍園'],
    tags: ['黨建', '文昌-商圈'],
    starred: false,
    created: '2024-05-20T08:00:00.000Z',
    updated: '2024-05-20T08:00:00.000Z',
    versions: 1,
    lang: 'zh-Hant',
  });
  expect(body).toBe(`# 陳鍇竑調研文昌商圈

> [!note]
> 看第二段。\\
> 再看附件。

## 一、調研

[趙長松](<https://www.example.gov.cn/zhao>)、居益芬陪同。

1. 服務
2. 品牌

> 集民智
> 
> 借外腦

名單

| 姓名 | 職務 |  |
| --- | --- | --- |
|  | 區 | 街道 |

[會場](<https://www.example.gov.cn/1.jpg>)

座談會

- [附件1](<https://www.example.gov.cn/1.pdf>)
`);
});

describe('what a page says stays text', () => {
  test.each(HOSTILE_TEXTS)('%j', (text) => {
    const { front, body } = partsOf(toMarkdown(hostileEntry(text)));
    const clean = cleanText(text);
    expect(front).toMatchObject({
      title: clean,
      source: clean,
      agency: clean,
      document_number: clean,
      people: [clean],
    });
    expect(front.tags).toEqual([oneLine(text).replaceAll(' ', '-')]);
    expect(body).not.toMatch(/javascript:[^/]*\)|\]\(<data:|\]\(<vbscript:/);
    const lines = bodyOf({ type: 'paragraph', text }).split('\n').slice(2, -1);
    const texts = lines.map((line, index) => (index < lines.length - 1 ? line.replace(/\\$/, '') : line));
    expect(texts.flatMap(activeIn)).toEqual([]);
    expect(unescaped(texts.join('\n'))).toBe(shown(text));
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_[]<>&|~=$%^#!@:/w.-+1) \t\n字') }), (text) => {
        const lines = bodyOf({ type: 'paragraph', text }).split('\n').slice(2, -1);
        const texts = lines.map((line, index) => (index < lines.length - 1 ? line.replace(/\\$/, '') : line));
        expect(texts.flatMap(activeIn)).toEqual([]);
        expect(unescaped(texts.join('\n'))).toBe(shown(text));
      }),
    );
  });

  test('an exclamation mark before a link makes no picture of it', () => {
    const links = [{ start: 1, end: 2, href: 'https://a.example/' }];
    expect(bodyOf({ type: 'paragraph', text: '!图', links })).toBe('# 标题\n\n\\![图](<https://a.example/>)\n');
  });

  test('the address of a link cannot end it', () => {
    const links = [{ start: 0, end: 1, href: 'https://a.example/>)![x](https://b.example/&copy;|' }];
    expect(bodyOf({ type: 'paragraph', text: '图', links })).toBe(
      '# 标题\n\n[图](<https://a.example/%3E)![x](https://b.example/\\&copy;%7C>)\n',
    );
  });

  test('a cell stays in its row and column', () => {
    expect(bodyOf({ type: 'table', rows: [[{ text: 'a|b\nc' }, { text: '- d' }]] })).toBe(
      '# 标题\n\n| a\\|b c | \\- d |\n| --- | --- |\n',
    );
  });

  test('a title of 100 kB is whole', () => {
    const title = '长'.repeat(34_000);
    const { front, body } = partsOf(toMarkdown(makeEntry({ clip: { title } })));
    expect(front.title).toBe(title);
    expect(body).toBe(`# ${title}\n`);
  });

  test('characters that turn a line around are written as escapes in the front matter', () => {
    expect(toMarkdown(makeEntry({ clip: { title: '\u202egnp.exe' } }))).toContain('title: "\\u202egnp.exe"\n');
  });
});

test('a clip without a version has its front matter and title', () => {
  expect(partsOf(toMarkdown({ ...REPORT, versions: [] })).body).toBe(
    '# 陳鍇竑調研文昌商圈\n\n> [!note]\n> 看第二段。\\\n> 再看附件。\n',
  );
});
