import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/qingyue';

const ROOT = resolve(import.meta.dirname, '../../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingyue-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs a command in this process. */
async function qingyue(args: string[], input = '') {
  let out = '';
  let complaints = '';
  const status = await run(args, {
    read: async () => input,
    write: (text) => {
      out += text;
    },
    complain: (text) => {
      complaints += text;
    },
  });
  return { status, out, complaints };
}

const BODY = [
  '5月17日上午，清溪县委书记张三率队专题调研柳湖街道商圈建设工作，并召开座谈会。县领导李四、王小明等陪同调研。',
  '张三一行首先来到柳湖街道党群服务中心，详细了解服务平台的运行情况，随后来到城东社区，实地察看了社区食堂和图书室，与居民亲切交谈。',
  '张三指出，各相关单位要充分认识商圈建设的重要作用，带着责任，认真抓好各项工作，不断提升服务水平，让居民得到更多方便。',
];

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>张三调研柳湖商圈-清溪县人民政府</title></head>
<body><div class="nav"><a href="/">首页</a><a href="/zw">政务公开</a></div>
<h1>张三调研柳湖商圈</h1><div class="info">发布时间：2012-05-18 来源：清溪县融媒体中心</div>
<div class="content">${BODY.map((line) => `<p>${line}</p>`).join('')}</div>
<div class="footer">版权所有：清溪县人民政府 苏ICP备00000000号</div></body></html>`;

/** Bytes of a text in an East Asian encoding of one or two bytes a character. */
function encode(label: string, text: string): Buffer {
  const decoder = new TextDecoder(label);
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((character) => bytes.get(character) ?? [character.charCodeAt(0)]));
}

const KEYS = ['file', 'script', 'repairs', 'article', 'people', 'places', 'organisations', 'dates'];

describe('digest --json', () => {
  test('prints one record for a page, with the documented keys in their order', async () => {
    const path = file('page.html', PAGE);
    const { status, out } = await qingyue(['digest', path, '--json', '--url', 'http://www.qingxi.gov.cn/2012/1.html']);
    expect(status).toBe(0);
    expect(out.endsWith('\n')).toBe(true);
    const record = JSON.parse(out);
    expect(Object.keys(record)).toEqual(KEYS);
    expect(record.file).toBe(path);
    expect(record.script).toBe('simplified');
    expect(Object.entries(record.repairs)).toEqual([
      ['annotations', 0],
      ['shiftedRuns', 0],
    ]);
    expect(Object.entries(record.article)).toEqual([
      ['title', '张三调研柳湖商圈'],
      ['published', '2012-05-18'],
      ['source', '清溪县融媒体中心'],
      ['text', BODY.join('\n')],
      ['document', null],
    ]);
    const zhang = record.people.find(({ name }: { name: string }) => name === '张三');
    expect(Object.keys(zhang)).toEqual(['name', 'simplified', 'roles', 'mentions']);
    expect(zhang.mentions).toBe(4);
    expect(Object.keys(record.places[0])).toEqual(['name', 'simplified', 'kind', 'chain', 'mentions']);
    expect(record.dates[0]).toEqual({ text: '5月17日上午', iso: '2012-05-17', basis: 'published' });
  });

  test('believes --published before the page', async () => {
    const path = file('page.html', PAGE);
    const { out } = await qingyue(['digest', path, '--json', '--published', '2013-01-02']);
    const record = JSON.parse(out);
    expect(record.article.published).toBe('2013-01-02');
  });

  test('reads a page in the encoding it has, whatever it declares', async () => {
    const utf8 = Buffer.from(PAGE.replace('charset="utf-8"', 'charset="gb2312"'));
    const utf16 = Buffer.from(`\ufeff${PAGE}`, 'utf16le');
    const { out } = await qingyue(['digest', '--json', file('utf8.html', utf8), file('utf16.html', utf16)]);
    const titles = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).article.title);
    expect(titles).toEqual(['张三调研柳湖商圈', '张三调研柳湖商圈']);
  });

  test.each([
    ['the encoding it declares', 'big5', '<meta charset="big5">', '張三調研柳湖商圈'],
    ['GB 18030 where it declares none', 'gb18030', '', '张三调研柳湖商圈'],
  ])('reads a page that is not Unicode in %s', async (_, encoding, declaration, title) => {
    const body = `<h1>${title}</h1>${'<p>3月1日，張三主持召開座談會，強調要抓好各項工作。</p>'.repeat(6)}`;
    const path = file('page-of-bytes.html', encode(encoding, `<!doctype html>${declaration}${body}`));
    const { out } = await qingyue(['digest', '--json', path]);
    expect(JSON.parse(out).article.title).toBe(title);
  });

  test('goes on after a bad file and ends with status 1', async () => {
    const good = file('good.txt', `# 张三调研柳湖商圈\n${BODY.join('\n')}\n`);
    const missing = join(folder, 'missing.html');
    const strange = file('picture.png', '');
    const { status, out } = await qingyue(['digest', '--json', missing, strange, good]);
    expect(status).toBe(1);
    const [first, second, third] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.keys(first)).toEqual(['file', 'error']);
    expect(first.file).toBe(missing);
    expect(first.error).toMatch(/no such file/);
    expect(second).toEqual({ file: strange, error: 'not one of .html .htm .shtml .xhtml .txt' });
    expect(third.article.title).toBe('张三调研柳湖商圈');
    expect(third.article.text).toBe(BODY.join('\n'));
  });

  test('reads a text in GB 18030', async () => {
    const { out } = await qingyue(['digest', '--json', file('gbk.txt', encode('gb18030', '中文正文。'))]);
    expect(JSON.parse(out).article.text).toBe('中文正文。');
  });

  test('finds no article in an empty text', async () => {
    const { status, out } = await qingyue(['digest', '--json', file('empty.txt', ' \n\n')]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ script: 'other', article: null, people: [], dates: [] });
  });
});

describe('digest', () => {
  test('prints a sheet to read', async () => {
    const { status, out } = await qingyue(['digest', file('page.html', PAGE), file('empty.txt', '')]);
    expect(status).toBe(0);
    const lines = out.split('\n');
    expect(lines[1]).toBe('  张三调研柳湖商圈');
    expect(lines[2]).toBe('  日期：2012-05-18  来源：清溪县融媒体中心  文字：简体');
    expect(lines).toContain('  5月17日上午  2012-05-17  据发布日推定');
    expect(lines.slice(-3)).toEqual([join(folder, 'empty.txt'), '  没有文章  文字：非中文', '']);
  });

  test('complains of a bad file beside the sheets', async () => {
    const { status, out, complaints } = await qingyue(['digest', file('notes.doc', '')]);
    expect([status, out]).toEqual([1, '']);
    expect(complaints).toBe(`${join(folder, 'notes.doc')}: not one of .html .htm .shtml .xhtml .txt\n`);
  });
});

describe('convert', () => {
  test('converts each line by itself and keeps the ends of lines', async () => {
    const { status, out } = await qingyue(['convert'], '東關街道\r\n\n乾隆年間\n著名');
    expect([status, out]).toEqual([0, '东关街道\r\n\n乾隆年间\n著名']);
  });

  test('converts to traditional script', async () => {
    const { out } = await qingyue(['convert', '--to', 'traditional'], '东关街道\n');
    expect(out).toBe('東關街道\n');
  });
});

describe('repair', () => {
  const damaged = [
    '廣陵區(qū)區(qū)委書記召開建設(shè)工作座談會。',
    '了解相關(guān)運(yùn)行情況，領(lǐng)導(dǎo)實(shí)地察看。',
    '東關(guān)街道和揚(yáng)州各地區(qū)實(shí)現(xiàn)建設(shè)。',
  ];

  test('takes inserted readings out of every line', async () => {
    const { status, out } = await qingyue(['repair'], `${damaged.join('\n')}\n`);
    expect(status).toBe(0);
    expect(out).toBe(
      '廣陵區區委書記召開建設工作座談會。\n了解相關運行情況，領導實地察看。\n東關街道和揚州各地區實現建設。\n',
    );
  });

  test('leaves a gloss in undamaged text alone', async () => {
    const text = '陳鍇(kǎi)竑到會。\n第二行。';
    expect((await qingyue(['repair'], text)).out).toBe(text);
  });
});

describe('arguments that are not understood', () => {
  test.each([
    [[], 'no command given'],
    [['translate'], 'no command "translate"'],
    [['digest'], 'no file given'],
    [['digest', '--colour', 'a.txt'], "'--colour'"],
    [['digest', 'a.txt', '--published', '2012-02-30'], 'not a day: 2012-02-30'],
    [['digest', 'a.txt', '--url', 'nowhere'], 'not an address: nowhere'],
    [['convert', '--to', 'english'], '--to takes simplified or traditional'],
    [['repair', 'a.txt'], 'a.txt'],
  ])('%j: status 2 and the usage', async (args, reason) => {
    const { status, out, complaints } = await qingyue(args);
    expect([status, out]).toEqual([2, '']);
    expect(complaints).toContain(reason);
    expect(complaints).toContain('Usage:\n  npm run --silent qingyue -- digest FILE...');
  });
});

test('runs as a program, from standard input to standard output', { timeout: 60_000 }, () => {
  const program = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/qingyue.ts')];
  const out = execFileSync(process.execPath, [...program, 'convert'], { input: '東關街道', encoding: 'utf8' });
  expect(out).toBe('东关街道');
  expect(spawnSync(process.execPath, [...program, 'nonsense']).status).toBe(2);
});
