/**
 * The article over the page, in the reader's style. A modal dialog in the top layer: while it is open the browser keeps
 * the page from focus, pointer and assistive technology, and gives the focus back after. Of the page itself nothing is
 * changed but that it does not scroll.
 */
import { setInlineStyle } from '../inline-style';
import { makeElement } from '../make-element';
import { makeShadowHost } from '../shadow-host';
import { articleElement } from './article-element';
import { keepTabInside } from './keep-tab-inside';
import { cleanStyle, type ReadingStyle } from './reading-style';
import { setSheetStyle } from './sheet-style';
import type { ShownArticle } from './shown-article';
import { type Sentence, Speech } from './speech';
import { type SpeechBar, speechBar } from './speech-bar';
import { type StyleChange, type StylePanel, styleChoice, stylePanel } from './style-panel';
import { VIEW_STYLE } from './view-style';
import type { ViewWords } from './view-words';

export const VIEW_HOST = 'qingyue-reading-view';

export interface ReadingViewOptions {
  article: ShownArticle;
  style: ReadingStyle;
  words: ViewWords;
  /** BCP 47 tag of the words. */
  language: string;
  /** Told when the reader has chosen another style. */
  keepStyle: (style: ReadingStyle) => void;
}

export class ReadingView {
  readonly #window: Window & typeof globalThis;
  readonly #options: ReadingViewOptions;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #dialog: HTMLDialogElement;
  readonly #scroller: HTMLElement;
  readonly #panel: StylePanel;
  readonly #script: { show(value: ReadingStyle['script']): void } | null;
  readonly #styleButton: HTMLButtonElement;
  readonly #speech: Speech;
  readonly #speechBar: SpeechBar;
  readonly #ended: AbortController;
  #style: ReadingStyle;
  #spoken: Sentence | null = null;

  constructor(window: Window & typeof globalThis, options: ReadingViewOptions) {
    const { document } = window;
    const { words, language, article } = options;
    this.#window = window;
    this.#options = options;
    this.#style = options.style;
    this.#ended = new window.AbortController();
    ({ host: this.#host, root: this.#root } = makeShadowHost(document, VIEW_HOST, VIEW_STYLE));
    const change: StyleChange = (part, settled) => this.#change(part, settled);
    this.#speech = new Speech(window, () => this.#speechChanged());
    this.#speechBar = speechBar(document, words, this.#speech);
    this.#panel = stylePanel(document, words, change);
    this.#panel.element.hidden = true;
    const script = article.simplified && styleChoice(document, 'script', words, change);
    this.#script = script;
    this.#styleButton = this.#button(words.view_style, { 'aria-expanded': 'false', 'aria-controls': 'style' }, () =>
      this.#showPanel(this.#panel.element.hidden === true),
    );
    this.#scroller = makeElement(document, 'main', { class: 'scroller', tabindex: 0, 'aria-labelledby': 'headline' });
    this.#dialog = makeElement(
      document,
      'dialog',
      { class: 'sheet', lang: language, 'aria-labelledby': 'headline' },
      makeElement(
        document,
        'header',
        { class: 'bar' },
        this.#speechBar.element,
        ...(script ? [script.element] : []),
        this.#styleButton,
        this.#button(words.view_close, {}, () => this.close()),
      ),
      this.#panel.element,
      this.#scroller,
    );
    this.#root.append(this.#dialog);
  }

  get open(): boolean {
    return this.#host.isConnected;
  }

  /** Shows the view; with `size` the slider of the type size has the focus, else the article. */
  show(focus: 'article' | 'size'): void {
    const { document } = this.#window;
    this.#setArticle();
    this.#setStyle();
    this.#listen();
    document.documentElement.append(this.#host);
    this.#dialog.showModal();
    this.#showPanel(focus === 'size');
    (focus === 'size' ? this.#panel.size : this.#scroller).focus();
  }

  /** Takes the view away. */
  close(): void {
    this.#dialog.close();
    this.#remove();
  }

  /** Shows a style that was chosen elsewhere. */
  restyle(style: ReadingStyle): void {
    const { script } = this.#style;
    this.#style = style;
    this.#keepPlace(() => {
      if (style.script !== script) this.#setArticle();
      this.#setStyle();
    });
  }

  #button(label: string, attributes: Record<string, string>, press: () => void): HTMLButtonElement {
    const button = makeElement(this.#window.document, 'button', { type: 'button', ...attributes }, label);
    button.addEventListener('click', press);
    return button;
  }

  #listen(): void {
    const { signal } = this.#ended;
    const { scrollX: left, scrollY: top, document } = this.#window;
    let showPage: (() => void) | null = null;
    const letScroll = setInlineStyle(document.documentElement, { overflow: 'hidden' });
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
      target.addEventListener(type, listener, { signal });
    on(this.#dialog, 'keydown', (event) => keepTabInside(this.#root, event as KeyboardEvent));
    on(this.#dialog, 'close', () => this.#remove());
    on(this.#window, 'pagehide', () => this.#speech.stop());
    on(this.#window, 'beforeprint', () => {
      showPage = setInlineStyle(document.body, { display: 'none' });
    });
    on(this.#window, 'afterprint', () => showPage?.());
    signal.addEventListener('abort', () => {
      showPage?.();
      letScroll?.();
      this.#window.scrollTo({ left, top, behavior: 'instant' });
    });
  }

  #remove(): void {
    if (this.#ended.signal.aborted) return;
    this.#speech.stop();
    this.#host.remove();
    this.#ended.abort();
  }

  #showPanel(on: boolean): void {
    this.#panel.element.hidden = !on;
    this.#styleButton.setAttribute('aria-expanded', String(on));
  }

  #change(part: Partial<ReadingStyle>, settled: boolean): void {
    this.restyle(cleanStyle({ ...this.#style, ...part }));
    if (settled) this.#options.keepStyle(this.#style);
  }

  #setArticle(): void {
    const { article, words } = this.#options;
    const { element, sentences } = articleElement(this.#window.document, article, this.#style.script, words);
    this.#scroller.replaceChildren(element);
    this.#speech.load(sentences);
  }

  #setStyle(): void {
    setSheetStyle(this.#dialog, this.#style);
    this.#panel.show(this.#style);
    this.#script?.show(this.#style.script);
    this.#speech.rate = this.#style.rate;
  }

  /** Runs `change` and scrolls so that the part of the article at the top of the view stays there. */
  #keepPlace(change: () => void): void {
    const edge = this.#scroller.getBoundingClientRect().top;
    const parts = () => [...(this.#scroller.firstElementChild?.children ?? [])];
    const index = parts().findIndex((part) => part.getBoundingClientRect().bottom > edge);
    const before = parts()[index]?.getBoundingClientRect().top ?? 0;
    change();
    const after = parts()[index]?.getBoundingClientRect().top ?? 0;
    if (this.#scroller.scrollTop > 0) this.#scroller.scrollBy({ top: after - before, behavior: 'instant' });
  }

  #speechChanged(): void {
    const { current } = this.#speech;
    this.#speechBar.update();
    if (current === this.#spoken) return;
    for (const element of this.#spoken?.elements ?? []) element.classList.remove('spoken');
    for (const element of current?.elements ?? []) element.classList.add('spoken');
    this.#spoken = current;
    current?.elements[0]?.scrollIntoView({ block: 'nearest' });
  }
}
