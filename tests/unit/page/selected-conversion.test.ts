import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PageConverter } from '../../../utils/page/page-converter';
import { PageReader } from '../../../utils/page/page-reader';
import { selectedText } from '../../../utils/page/selected-text';
import { learnRepair } from '../../../utils/script/repair';
import { createSimplifier } from '../../../utils/script/simplify';

const simplifier = createSimplifier();
const plan = (texts: string[] = []) => ({
  repair: learnRepair(texts),
  script: 'traditional' as const,
  convert: (text: string) => simplifier.convert(text),
});

/** Six characters annotated twice each, as a mirror does it. */
const DAMAGED = '廣陵區(qū)黨(dǎng)員學(xué)習(xí)會(huì)開(kāi)展,區(qū)黨(dǎng)員學(xué)習(xí)會(huì)開(kāi)展。';

let window: JSDOM['window'];
let document: Document;
let converter: PageConverter;

function load(body: string) {
  window = new JSDOM(`<!doctype html><html lang="zh-TW"><body>${body}</body></html>`, { pretendToBeVisual: true })
    .window;
  document = window.document;
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  converter = new PageConverter(document);
}

const text = (selector = 'body') => document.querySelector(selector)?.textContent;
const firstText = (selector: string) => document.querySelector(selector)?.firstChild as Text;
const lastText = (selector: string) => document.querySelector(selector)?.lastChild as Text;

function select(from: Text, start: number, to: Text, end: number) {
  document.getSelection()?.setBaseAndExtent(from, start, to, end);
}

beforeEach(() => load('<p id="a">聽取匯報<b>黨員</b>學習</p><p id="b">參觀樓宇</p>'));
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('selected text', () => {
  test('is a stretch of each text node it touches', () => {
    select(firstText('#a'), 2, firstText('#b'), 2);
    expect([...selectedText(document)].map(([{ data }, stretch]) => [data, stretch])).toEqual([
      ['聽取匯報', { start: 2, end: 4 }],
      ['黨員', { start: 0, end: 2 }],
      ['學習', { start: 0, end: 2 }],
      ['參觀樓宇', { start: 0, end: 2 }],
    ]);
  });

  test('is the same selected backwards, and nothing without a selection', () => {
    select(firstText('#b'), 3, firstText('#b'), 1);
    expect([...selectedText(document).values()]).toEqual([{ start: 1, end: 3 }]);
    document.getSelection()?.collapseToStart();
    expect(selectedText(document).size).toBe(0);
  });
});

describe('converting the selection', () => {
  test('converts what is selected and nothing beside it, and gives it back byte for byte', async () => {
    const before = document.documentElement.outerHTML;
    select(firstText('#a'), 2, firstText('#b'), 2);
    expect(converter.convertSelection(plan())).toBe(true);
    expect(text('#a')).toBe('聽取汇报党员学习');
    expect(text('#b')).toBe('参观樓宇');
    expect(String(document.getSelection())).toBe('汇报党员学习参观');
    expect(converter.on).toBe(true);
    await converter.stop();
    expect(converter.on).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('several selections add up', async () => {
    select(firstText('#a'), 0, firstText('#a'), 1);
    converter.convertSelection(plan());
    select(firstText('#b'), 0, firstText('#b'), 2);
    converter.convertSelection(plan());
    select(firstText('#b'), 2, firstText('#b'), 4);
    converter.convertSelection(plan());
    expect(text()).toBe('听取匯報黨員學習参观楼宇');
    await converter.stop();
    expect(text()).toBe('聽取匯報黨員學習參觀樓宇');
  });

  test('takes the phrase around it into account', () => {
    load('<p>乾隆年間，餅乾</p>');
    select(firstText('p'), 0, firstText('p'), 1);
    converter.convertSelection(plan());
    select(firstText('p'), 6, firstText('p'), 7);
    converter.convertSelection(plan());
    expect(text('p')).toBe('乾隆年间，饼干');
  });

  test('mends what is damaged in it, and only in it', async () => {
    load(`<p>${DAMAGED}</p>`);
    const end = DAMAGED.indexOf(',');
    select(firstText('p'), 0, firstText('p'), end);
    converter.convertSelection(plan([DAMAGED]));
    expect(text('p')).toBe(`广陵区党员学习会开展${DAMAGED.slice(end)}`);
    expect(String(document.getSelection())).toBe('广陵区党员学习会开展');
    await converter.stop();
    expect(text('p')).toBe(DAMAGED);
  });

  test('leaves a converted page as it is', async () => {
    await converter.start(plan());
    const converted = document.body.innerHTML;
    select(firstText('#b'), 0, firstText('#b'), 2);
    expect(converter.convertSelection(plan())).toBe(true);
    expect(document.body.innerHTML).toBe(converted);
  });

  test('after it was taken back the whole page can be converted', async () => {
    select(firstText('#b'), 0, firstText('#b'), 2);
    converter.convertSelection(plan());
    await converter.stop();
    await converter.start(plan());
    expect(text()).toBe('听取汇报党员学习参观楼宇');
  });

  test('leaves alone what is no prose, and says when nothing is selected', () => {
    load('<p translate="no">黨員</p>');
    expect(converter.convertSelection(plan())).toBe(false);
    select(firstText('p'), 0, lastText('p'), 2);
    converter.convertSelection(plan());
    expect(text('p')).toBe('黨員');
  });
});

describe('copying the selection in simplified characters', () => {
  const PARAGRAPH =
    '當前，文昌商圈的黨建工作一定要善於利用杠桿原理來加以推動，從而不斷培養商圈的自豪感、榮譽感和歸屬感。';

  /** @param allowed Whether the browser takes what a script copies. */
  function reader(allowed: boolean): { reader: PageReader; copied: string[] } {
    load(`<h1>調研</h1><div>${`<p>${PARAGRAPH}</p>`.repeat(4)}</div>`);
    window.Element.prototype.checkVisibility = () => true;
    const copied: string[] = [];
    document.execCommand = () => {
      if (!allowed) return false;
      const event = new window.Event('copy', { cancelable: true, bubbles: true });
      Object.assign(event, { clipboardData: { setData: (_type: string, data: string) => copied.push(data) } });
      document.body.dispatchEvent(event);
      return true;
    };
    return { reader: new PageReader(window as unknown as Window & typeof globalThis, 'page'), copied };
  }

  test('copies it and leaves the page as it is, also where the page forbids copying', () => {
    const { reader: reads, copied } = reader(true);
    document.addEventListener('copy', (event) => event.stopImmediatePropagation(), { capture: true });
    const before = document.documentElement.outerHTML;
    select(firstText('p'), 0, firstText('p'), 9);
    expect(reads.copySimplified({})).toBe(true);
    expect(copied).toEqual(['当前，文昌商圈的党']);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('where nothing may be copied, the selection is converted and stays selected', () => {
    const { reader: reads, copied } = reader(false);
    select(firstText('p'), 0, firstText('p'), 9);
    expect(reads.copySimplified({})).toBe(false);
    expect(copied).toEqual([]);
    expect(String(document.getSelection())).toBe('当前，文昌商圈的党');
    expect(reads.changed).toBe(true);
  });

  test('copies nothing where nothing is selected', () => {
    const { reader: reads, copied } = reader(true);
    expect(reads.copySimplified({})).toBe(false);
    expect(copied).toEqual([]);
  });
});
