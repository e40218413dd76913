/** A reading view on a page of jsdom, which knows no modal dialogs and no voices: both are stood in for. */
import { JSDOM } from 'jsdom';
import type { Block } from '../../../../utils/article/article';
import { cleanStyle, type ReadingStyle } from '../../../../utils/page/reading-view/reading-style';
import { ReadingView } from '../../../../utils/page/reading-view/reading-view';
import type { ShownArticle, ShownText } from '../../../../utils/page/reading-view/shown-article';
import { VIEW_WORDS, type ViewWords } from '../../../../utils/page/reading-view/view-words';

/** Every word is its own key. */
export const WORDS = Object.fromEntries(VIEW_WORDS.map((key) => [key, key])) as ViewWords;

export function text(fields: Partial<ShownText> = {}): ShownText {
  return {
    lang: 'zh-Hant',
    title: '陳鍇竑調研文昌商圈',
    kicker: '',
    subtitle: '',
    source: '',
    author: '',
    editor: '',
    card: {},
    attachments: [],
    blocks: [{ type: 'paragraph', text: '甲說。乙說。' }],
    ...fields,
  };
}

export function article(original: Partial<ShownText> = {}, simplified: ShownText | null = null): ShownArticle {
  return { url: 'https://www.example.gov.hk/a.htm', published: '2012-05-18', original: text(original), simplified };
}

export const withBlocks = (...blocks: Block[]) => article({ blocks });

export const PAGE = '<!doctype html><html><head></head><body><button id="before">按鈕</button></body></html>';

export interface Opened {
  window: JSDOM['window'];
  document: Document;
  view: ReadingView;
  root: ShadowRoot;
  kept: ReadingStyle[];
}

/** The window of a page in which a dialog is modal by name only. */
export function pageWindow(html = PAGE): JSDOM['window'] {
  const { window } = new JSDOM(html, { pretendToBeVisual: true });
  const dialog = window.HTMLDialogElement.prototype;
  dialog.showModal = function showModal() {
    this.open = true;
  };
  dialog.close = function close() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new window.Event('close'));
  };
  window.scrollTo = () => {};
  window.Element.prototype.scrollIntoView = () => {};
  window.Element.prototype.scrollBy = () => {};
  window.Element.prototype.checkVisibility = function checkVisibility() {
    return this.closest('[hidden]') === null;
  };
  return window;
}

/** Runs `make` and returns the closed shadow root that was made in it. */
export function rootMadeBy(window: JSDOM['window'], make: () => void): ShadowRoot {
  const { attachShadow } = window.Element.prototype;
  let made: ShadowRoot | undefined;
  window.Element.prototype.attachShadow = function attach(init) {
    made = attachShadow.call(this, init);
    return made;
  };
  make();
  window.Element.prototype.attachShadow = attachShadow;
  return made!;
}

export function openView(
  shown: ShownArticle,
  style: Partial<ReadingStyle> = {},
  window = pageWindow(),
  focus: 'article' | 'size' = 'article',
): Opened {
  const kept: ReadingStyle[] = [];
  let view!: ReadingView;
  const root = rootMadeBy(window, () => {
    view = new ReadingView(window as unknown as Window & typeof globalThis, {
      article: shown,
      style: cleanStyle(style),
      words: WORDS,
      language: 'zh-Hans',
      keepStyle: (chosen) => kept.push(chosen),
    });
  });
  view.show(focus);
  return { window, document: window.document, view, root, kept };
}
