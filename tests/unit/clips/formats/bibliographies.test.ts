/** RIS, BibTeX and CSL-JSON, the first two read back by citation.js. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBibtex } from '../../../../utils/clips/formats/bibtex';
import { toCslJson } from '../../../../utils/clips/formats/csl-json';
import { referenceOf } from '../../../../utils/clips/formats/reference';
import { toRis } from '../../../../utils/clips/formats/ris';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, NOTICE, REPORT } from './make-entry';

interface Item {
  [field: string]: unknown;
  author?: { literal?: string; family?: string; given?: string }[];
}

/** The items of a file as CSL-JSON, with names in whole. */
function read(file: string, forceType: '@ris/file' | '@biblatex/text'): Item[] {
  const items = plugins.input.chain(file, { forceType, generateGraph: false }) as Item[];
  return items.map(({ author, ...item }) => ({
    ...item,
    ...(author && { author: author.map(({ literal, family }) => ({ literal: literal ?? family ?? '' })) }),
  }));
}
const readRis = (file: string) => read(file, '@ris/file');
const readBibtex = (file: string) => read(file, '@biblatex/text');

const namesOf = ({ author }: Item) => author?.map(({ literal }) => literal) ?? [];

const AUTHORS = [{ literal: '甲部' }, { literal: '乙部' }, { literal: '丙部' }, { literal: '丁部' }];

/** What each format makes of a text: marks that part names or keywords in it give way to full-width ones. */
const withoutComma = (text: string) => text.replaceAll(',', '，');

/** Titles of marks that act in TeX and RIS. */
const marks = fc.string({ unit: fc.constantFrom(...'\\{}$&#_%~^`\'"<>-,@=/ \n\r字aER\u202e\0') });

describe('RIS', () => {
  test('a record a clip', () => {
    expect(toRis([NOTICE])).toBe(
      [
        'TY  - ELEC',
        'TI  - 关于政务公开的通知',
        'AU  - 甲部',
        'AU  - 乙部',
        'AU  - 丙部',
        'AU  - 丁部',
        'T2  - 示例网',
        'PY  - 2023',
        'DA  - 2023/10/16/',
        'Y2  - 2024/05/20/',
        'UR  - https://www.example.gov.cn/n.html',
        'LA  - zh-Hans',
        'C1  - 甲发〔2023〕7号',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  test('is read back', () => {
    expect(readRis(toRis([NOTICE, REPORT]))).toEqual([
      {
        type: 'webpage',
        title: '关于政务公开的通知',
        author: AUTHORS,
        'collection-title': '示例网',
        issued: { 'date-parts': [[2023, 10, 16]] },
        URL: 'https://www.example.gov.cn/n.html',
        language: 'zh-Hans',
      },
      {
        type: 'webpage',
        title: '陳鍇竑調研文昌商圈',
        author: [{ literal: '揚州廣陵區' }],
        'collection-title': '揚州廣陵區',
        issued: { 'date-parts': [[2012, 5, 17]] },
        URL: 'https://www.example.gov.cn/news/20120517/1.html?a=1&b=2',
        language: 'zh-Hant',
        keyword: '黨建,文昌 商圈',
        note: '看第二段。 再看附件。',
      },
    ]);
  });

  test.each(HOSTILE_TEXTS)('%j begins no tag', (text) => {
    const entry = hostileEntry(text);
    const items = readRis(toRis([entry, NOTICE]));
    expect(items).toHaveLength(2);
    const { title, note } = referenceOf(entry);
    expect(items[0]).toMatchObject({ type: 'webpage', title, note });
  });

  test('whatever the title', () => {
    fc.assert(
      fc.property(marks, (title) => {
        const entry = makeEntry({ clip: { title } });
        const items = readRis(toRis([entry, entry]));
        expect(items.map((item) => item.title)).toEqual([referenceOf(entry).title, referenceOf(entry).title]);
      }),
    );
  });
});

describe('BibTeX', () => {
  test('an entry a clip', () => {
    expect(toBibtex([NOTICE])).toBe(`@online{clip-n-1,
  author = {{甲部} and {乙部} and {丙部} and {丁部}},
  title = {关于政务公开的通知},
  organization = {示例网},
  date = {2023-10-16},
  urldate = {2024-05-20},
  url = {https://www.example.gov.cn/n.html},
  note = {甲发〔2023〕7号},
  language = {zh-Hans},
}
`);
  });

  test('is read back', () => {
    expect(readBibtex(toBibtex([NOTICE, REPORT]))).toEqual([
      {
        id: 'clip-n-1',
        'citation-key': 'clip-n-1',
        type: 'webpage',
        title: '关于政务公开的通知',
        author: AUTHORS,
        publisher: '示例网',
        issued: { 'date-parts': [[2023, 10, 16]] },
        accessed: { 'date-parts': [[2024, 5, 20]] },
        URL: 'https://www.example.gov.cn/n.html',
        note: '甲发〔2023〕7号',
        language: 'zh-Hans',
      },
      {
        id: 'clip-0b5e-1',
        'citation-key': 'clip-0b5e-1',
        type: 'webpage',
        title: '陳鍇竑調研文昌商圈',
        author: [{ literal: '揚州廣陵區' }],
        publisher: '揚州廣陵區',
        issued: { 'date-parts': [[2012, 5, 17]] },
        accessed: { 'date-parts': [[2024, 5, 20]] },
        URL: 'https://www.example.gov.cn/news/20120517/1.html?a=1&b=2',
        keyword: '黨建,文昌 商圈',
        annote: '看第二段。 再看附件。',
        language: 'zh-Hant',
      },
    ]);
  });

  test.each(HOSTILE_TEXTS)('%j begins no command and no entry', (text) => {
    const entry = hostileEntry(text);
    const items = readBibtex(toBibtex([entry, NOTICE]));
    expect(items).toHaveLength(2);
    const { title, note, authors, keywords } = referenceOf(entry);
    expect(items[0]).toMatchObject({
      type: 'webpage',
      title,
      annote: note,
      keyword: keywords.map(withoutComma).join(','),
    });
    expect(namesOf(items[0]!)).toEqual(authors);
  });

  test('whatever the title: braces are in balance, whoever counts them', () => {
    fc.assert(
      fc.property(marks, (title) => {
        const entry = makeEntry({ clip: { title } });
        const file = toBibtex([entry]);
        expect(readBibtex(file)[0]?.title).toBe(referenceOf(entry).title);
        expect(file.split('{').length).toBe(file.split('}').length);
      }),
    );
  });

  test('keys are of letters, digits and hyphens, no two the same', () => {
    const entries = ['a b', 'ab', 'a{b', '中'].map((id) => makeEntry({ clip: { id } }));
    expect(readBibtex(toBibtex(entries)).map(({ id }) => id)).toEqual(['clip-ab', 'clip-ab-2', 'clip-ab-3', 'clip-']);
  });
});

describe('CSL-JSON', () => {
  test('an item a clip', () => {
    expect(JSON.parse(toCslJson([NOTICE]))).toEqual([
      {
        id: 'n-1',
        type: 'webpage',
        title: '关于政务公开的通知',
        author: AUTHORS,
        'container-title': '示例网',
        issued: { 'date-parts': [[2023, 10, 16]] },
        accessed: { 'date-parts': [[2024, 5, 20]] },
        URL: 'https://www.example.gov.cn/n.html',
        number: '甲发〔2023〕7号',
        language: 'zh-Hans',
      },
    ]);
    expect(JSON.parse(toCslJson([REPORT]))[0]).toMatchObject({
      keyword: '黨建, 文昌 商圈',
      note: '看第二段。 再看附件。',
    });
  });

  test('what is not known has no field', () => {
    expect(Object.keys(JSON.parse(toCslJson([makeEntry()]))[0])).toEqual([
      'id',
      'type',
      'title',
      'container-title',
      'accessed',
      'URL',
      'language',
    ]);
  });

  test.each(HOSTILE_TEXTS)('%j is a text', (text) => {
    const entry = hostileEntry(text);
    const { title, note } = referenceOf(entry);
    expect(JSON.parse(toCslJson([entry]))).toMatchObject([{ title, note }]);
  });
});
