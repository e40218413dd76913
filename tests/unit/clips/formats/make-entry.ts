/** Clips with their versions for tests of formats: the few fields that a test is about, and hostile ones. */
import type { Article } from '../../../../utils/article/article';
import type { Clip, ClipCard, ClipVersion, ClipWithVersions } from '../../../../utils/clips/clip';
import { makeClip, makeVersion } from '../make-clip';

interface EntryFields {
  clip?: Partial<Omit<Clip, 'card'>>;
  card?: Partial<ClipCard>;
  article?: Partial<Article>;
  version?: Partial<ClipVersion>;
}

/** A clip of one version. */
export function makeEntry({ clip = {}, card = {}, article = {}, version = {} }: EntryFields = {}): ClipWithVersions {
  const header = makeClip({ id: 'a1', title: '标题', ...clip, card });
  const newest = makeVersion({ title: header.title });
  return {
    clip: header,
    versions: [
      { ...newest, clipId: header.id, ...version, article: { ...newest.article, url: header.url, ...article } },
    ],
  };
}

/** The report on 文昌商圈, clipped with a note. */
export const REPORT = makeEntry({
  clip: {
    id: '0b5e-1',
    url: 'https://www.example.gov.cn/news/20120517/1.html?a=1&b=2',
    title: '陳鍇竑調研文昌商圈',
    note: '看第二段。\n再看附件。',
    tags: ['黨建', '文昌 商圈'],
  },
  card: {
    published: '2012-05-17',
    event: '2012-05-17',
    source: '揚州廣陵區',
    agency: '揚州廣陵區',
    script: 'traditional',
    people: [
      { name: '陳鍇竑', simplified: '陈锴竑', roles: ['区委书记'] },
      { name: '趙長松', simplified: '赵长松', roles: ['区领导'] },
    ],
    places: [{ name: '珍園', simplified: '珍园', chain: ['江苏省', '扬州市', '广陵区'] }],
  },
  article: {
    blocks: [
      { type: 'heading', level: 1, text: '一、調研' },
      {
        type: 'paragraph',
        text: '趙長松、居益芬陪同。',
        links: [{ start: 0, end: 3, href: 'https://www.example.gov.cn/zhao' }],
      },
      { type: 'list', ordered: true, items: [{ text: '服務' }, { text: '品牌' }] },
      { type: 'quote', paragraphs: [{ text: '集民智' }, { text: '借外腦' }] },
      {
        type: 'table',
        caption: '名單',
        rows: [
          [
            { text: '姓名', header: true, rowSpan: 2 },
            { text: '職務', header: true, colSpan: 2 },
          ],
          [{ text: '區' }, { text: '街道' }],
        ],
      },
      { type: 'image', src: 'https://www.example.gov.cn/1.jpg', alt: '會場', caption: '座談會' },
    ],
    attachments: [{ name: '附件1', href: 'https://www.example.gov.cn/1.pdf', format: 'pdf' }],
  },
});

/** A notice with the header of an official document. */
export const NOTICE = makeEntry({
  clip: { id: 'n-1', url: 'https://www.example.gov.cn/n.html', title: '关于政务公开的通知' },
  card: { published: '2023-10-16', source: '示例网', agency: '甲部', documentNumber: '甲发〔2023〕7号' },
  article: {
    kind: 'document',
    document: { issuer: '甲部 乙部、丙部，丁部', documentNumber: '甲发〔2023〕7号' },
    author: { value: '张三', origin: 'dateline' },
  },
});

export const SCRIPT_TITLE = '"><img src=x onerror=alert(1)><script>alert(2)</script>';

/** Titles, notes and names that try to become something else in some format. */
export const HOSTILE_TEXTS = [
  SCRIPT_TITLE,
  '\u202egnp.exe',
  'a\u0000b\u0007c',
  '---\ntitle: x\n---\n# h\n- [x] y',
  '```js\nalert(1)\n```',
  '![x](https://evil.example/x.png) [[wiki]] ==m== %%c%% $x$ #tag ^id',
  '1. a\n2) b\n+ c\n> d\n    code\n| a | b |\n===',
  'https://evil.example www.evil.example a@evil.example <https://evil.example>',
  "\\documentclass{x} \\input{/etc/passwd} 100% $a_1^2$ {x} #1 ~ & `` -- '' ,, <<>>",
  'x\r\nER  - \r\nTY  - BOOK\r\nTI  - y',
  '},\n@book{x, title={y}}',
  '=HYPERLINK("http://evil.example","x")',
  '@SUM(1+1)',
  '\t=1+1',
  'a,"b";\r\n"c"',
  "'=1+1",
  ']]>]]&gt;&amp;<!-- --> <![CDATA[x]]>',
  '\ud800 lone \udc00',
  '__proto__',
  '𠮷😀\ufffe',
];

/** A clip that says the text wherever a text can stand. */
export function hostileEntry(text: string): ClipWithVersions {
  return makeEntry({
    clip: { title: text, note: text, tags: [text] },
    card: {
      source: text,
      agency: text,
      documentNumber: text,
      people: [{ name: text, simplified: text, roles: [text] }],
      places: [{ name: text, simplified: text, chain: [] }],
    },
    article: {
      document: { issuer: text },
      blocks: [
        { type: 'heading', level: 2, text },
        { type: 'paragraph', text, links: [{ start: 0, end: 1, href: 'javascript:alert(1)' }] },
        {
          type: 'paragraph',
          text: `!${text}`,
          links: [{ start: 1, end: 2, href: 'https://www.example.gov.cn/a"><b' }],
        },
        { type: 'list', ordered: false, items: [{ text }] },
        { type: 'quote', paragraphs: [{ text }] },
        { type: 'table', caption: text, rows: [[{ text }, { text, colSpan: 1e9, rowSpan: 1e9 }]] },
        { type: 'image', src: 'data:text/html,x', alt: text, caption: text },
      ],
      attachments: [{ name: text, href: 'vbscript:x', format: 'pdf' }],
    },
  });
}
