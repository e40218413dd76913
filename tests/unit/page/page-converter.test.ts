import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PageConverter } from '../../../utils/page/page-converter';
import { regionalVocabulary } from '../../../utils/script/regional-vocabulary';
import { learnRepair } from '../../../utils/script/repair';
import { createSimplifier } from '../../../utils/script/simplify';

const simplifier = (protect: string[]) => createSimplifier({ protect });

const plan = (texts: string[] = [], protect: string[] = []) => ({
  repair: learnRepair(texts),
  script: 'traditional' as const,
  convert: (text: string) => simplifier(protect).convert(text),
});

/** Six characters annotated twice each, as a mirror does it. */
const DAMAGED = '廣陵區(qū)黨(dǎng)員學(xué)習(xí)會(huì)開(kāi)展,區(qū)黨(dǎng)員學(xué)習(xí)會(huì)開(kāi)展。';

describe('converting a live page', () => {
  let window: JSDOM['window'];
  let document: Document;
  let converter: PageConverter;
  const globals = globalThis as { MutationObserver?: unknown };

  function load(body: string, attributes = ' lang="zh-TW"') {
    window = new JSDOM(`<!doctype html><html${attributes}><head><title>標題</title></head><body>${body}</body></html>`)
      .window;
    document = window.document;
    globals.MutationObserver = window.MutationObserver;
    converter = new PageConverter(document);
  }
  const text = (selector = 'body') => document.querySelector(selector)?.textContent;

  beforeEach(() =>
    load(
      '<p>聽取<b>乾</b>隆年間的匯報</p><img alt="會議" title="會場"><input type="submit" value="發送"><input value="國">',
    ),
  );
  afterEach(() => {
    globals.MutationObserver = undefined;
  });

  test('converts text across inline tags, the title, and what is shown of attributes', async () => {
    await converter.start(plan());
    expect(text('p')).toBe('听取乾隆年间的汇报');
    expect(document.title).toBe('标题');
    expect(document.querySelector('img')?.getAttribute('alt')).toBe('会议');
    expect(document.querySelector('img')?.getAttribute('title')).toBe('会场');
    const [button, field] = document.querySelectorAll('input');
    expect(button?.getAttribute('value')).toBe('发送');
    expect(field?.getAttribute('value')).toBe('國');
    expect(document.documentElement.lang).toBe('zh-Hans');
  });

  test('gives the page back byte for byte, a hundred times', async () => {
    const before = document.documentElement.outerHTML;
    for (let round = 0; round < 100; round++) {
      await converter.start(plan());
      expect(document.documentElement.outerHTML).not.toBe(before);
      await converter.stop();
    }
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('a page without a language gets one, and loses it again', async () => {
    load('<p>廣陵區</p>', '');
    await converter.start(plan());
    expect(document.documentElement.getAttribute('lang')).toBe('zh-Hans');
    await converter.stop();
    expect(document.documentElement.hasAttribute('lang')).toBe(false);
  });

  test('repairs what a mirror damaged, across nodes, and undoes it with the conversion', async () => {
    load(`<p>${DAMAGED}</p><p>廣陵<b>區</b>(qū)</p>`);
    const before = document.body.innerHTML;
    await converter.start(plan([DAMAGED]));
    expect(text('p')).toBe('广陵区党员学习会开展,区党员学习会开展。');
    expect(document.querySelectorAll('p')[1]?.innerHTML).toBe('广陵<b>区</b>');
    await converter.stop();
    expect(document.body.innerHTML).toBe(before);
  });

  test('leaves simplified blocks and protected names as they are', async () => {
    load('<p>著名的显著成绩，乾安县</p><p>徐乾學與張乾說</p>');
    await converter.start(plan([], ['徐乾學']));
    const [simplified, names] = document.querySelectorAll('p');
    expect(simplified?.textContent).toBe('著名的显著成绩，乾安县');
    expect(names?.textContent).toBe('徐乾学与张干说');
  });

  test('follows what the page adds and changes', async () => {
    await converter.start(plan());
    const added = document.createElement('div');
    added.textContent = '後來的報導';
    document.body.append(added);
    (document.querySelector('p')?.lastChild as Text).data = '隆年間的調研';
    await Promise.resolve();
    expect(added.textContent).toBe('后来的报导');
    expect(text('p')).toBe('听取乾隆年间的调研');
    expect(converter.pageChanged).toBe(true);
    await converter.stop();
    expect(added.textContent).toBe('後來的報導');
    expect(text('p')).toBe('聽取乾隆年間的調研');
  });

  test('restores nothing that the page has rewritten meanwhile', async () => {
    await converter.start(plan());
    (document.querySelector('b') as Element).textContent = 'new';
    await converter.stop();
    expect(text('p')).toBe('聽取new隆年間的匯報');
  });

  test('stands down when another script keeps undoing it', async () => {
    await converter.start(plan());
    const node = document.querySelector('p')?.firstChild as Text;
    for (let fight = 0; fight < 10; fight++) {
      node.data = '聽取';
      await Promise.resolve();
    }
    expect(converter.stoodDown).toBe(true);
    expect(node.data).toBe('聽取');
  });

  test('enters open shadow roots', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>國家</p>';
    await converter.start(plan());
    expect(host.shadowRoot?.textContent).toBe('国家');
    await converter.stop();
    expect(host.shadowRoot?.textContent).toBe('國家');
  });

  test('keeps the selection on its characters', async () => {
    load(`<p>${DAMAGED}</p>`);
    const node = document.querySelector('p')?.firstChild as Text;
    const start = DAMAGED.indexOf('習');
    window.getSelection()?.setBaseAndExtent(node, start, node, start + '習(xí)會'.length);
    await converter.start(plan([DAMAGED]));
    expect(String(window.getSelection())).toBe('习会');
    await converter.stop();
    // The annotation after a character belongs to it.
    expect(String(window.getSelection())).toBe('習(xí)會(huì)');
  });

  test('words that change their length stay in their nodes, and lead back', async () => {
    load('<p>這個<b>軟體</b>的<i>伺服器</i>在臺灣</p>');
    const before = document.body.innerHTML;
    const words = createSimplifier({ words: regionalVocabulary() });
    await converter.start({ ...plan(), convert: (text) => words.convert(text) });
    expect(document.querySelector('p')?.innerHTML).toBe('这个<b>软件</b>的<i>服务器</i>在台湾');
    const node = document.querySelector('p')?.lastChild as Text;
    expect(converter.originalOffset(node, converter.shownOffset(node, 1))).toBe(1);
    await converter.stop();
    expect(document.body.innerHTML).toBe(before);
  });

  test('tells where a character is shown', async () => {
    load(`<p>${DAMAGED}</p>`);
    const node = document.querySelector('p')?.firstChild as Text;
    await converter.start(plan([DAMAGED]));
    const shown = converter.shownOffset(node, DAMAGED.indexOf('展'));
    expect(node.data[shown]).toBe('展');
    expect(converter.originalOffset(node, shown)).toBe(DAMAGED.indexOf('展'));
  });
});
