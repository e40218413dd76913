/**
 * Lets the reader point at a block of the page. All input goes to a frame of ours that covers the window, in a closed
 * shadow root: events in a frame never reach the document around it, so the page hears nothing, not even while capturing,
 * but that the pointer has come in.
 */
import { isMostlyLinks, type Pick } from '../../article/pick';
import { makeElement } from '../make-element';
import { makeShadowHost } from '../shadow-host';
import { blockAt, type Direction, richestBlock, stepFrom, textLength, textOf } from './blocks';
import { FRAME_STYLE, PLACE_STYLE } from './picker-style';
import type { PickerWords } from './picker-words';
import { selectorOf } from './selector';

const PICKER_HOST = 'qingyue-picker';

const STEPS = new Map<string, Direction>([
  ['ArrowUp', 'out'],
  ['ArrowDown', 'in'],
  ['ArrowLeft', 'previous'],
  ['ArrowRight', 'next'],
]);

/** Characters of a block that are read out, so that it is known without being seen. */
const OPENING_LENGTH = 16;
/** How long it is said what came of the choice, in milliseconds. */
const SAID_MS = 6000;

export interface PickerOptions {
  words: PickerWords;
  /** BCP 47 tag of the words. */
  language: string;
  /** Keeps the block; the result is the title of the article in it, null when there is none. */
  choose: (pick: Pick) => Promise<string | null>;
}

export class Picker {
  readonly #window: Window & typeof globalThis;
  readonly #options: PickerOptions;
  readonly #host: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  readonly #focusedBefore: Element | null;
  readonly #ended: AbortController;
  #outline!: HTMLElement;
  #bar!: HTMLElement;
  #status!: HTMLElement;
  #block: Element | null = null;
  #choosing = false;

  /** Begins at once, with the block that holds most of the page's text. */
  constructor(window: Window & typeof globalThis, options: PickerOptions) {
    const { document } = window;
    this.#window = window;
    this.#options = options;
    this.#focusedBefore = document.activeElement;
    this.#ended = new window.AbortController();
    const { host, root } = makeShadowHost(document, PICKER_HOST, PLACE_STYLE);
    this.#host = host;
    this.#frame = makeElement(document, 'iframe', { title: options.words.picker_name });
    // Firefox puts another empty document into the frame when it has loaded.
    this.#frame.addEventListener('load', () => this.#fill());
    root.append(this.#frame);
    document.documentElement.append(host);
    const again = { signal: this.#ended.signal, capture: true, passive: true };
    for (const type of ['scroll', 'resize']) window.addEventListener(type, () => this.#draw(), again);
  }

  /** Takes the picker off the page, and gives the focus back. */
  close(): void {
    if (this.#host.isConnected) this.#letGo();
    this.#host.remove();
  }

  /** Gives the page its events back, and the focus where it was. */
  #letGo(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    (this.#focusedBefore as HTMLElement | null)?.focus?.({ preventScroll: true });
  }

  get #inner(): Document {
    return this.#frame.contentDocument!;
  }

  #fill(): void {
    const document = this.#inner;
    const { words, language } = this.#options;
    const style = document.createElement('style');
    style.textContent = FRAME_STYLE;
    document.head.append(style);
    document.documentElement.lang = language;
    const { body } = document;
    for (const [name, value] of Object.entries({
      role: 'application',
      tabindex: '-1',
      'aria-label': words.picker_name,
    }))
      body.setAttribute(name, value);
    this.#outline = makeElement(document, 'div', { class: 'outline', hidden: true });
    this.#status = makeElement(document, 'p', { class: 'status', role: 'status', 'aria-live': 'polite' });
    const button = (word: keyof PickerWords, key: string, press: () => void) => {
      const made = makeElement(
        document,
        'button',
        { type: 'button' },
        `${words[word]} `,
        makeElement(document, 'kbd', {}, key),
      );
      made.addEventListener('click', press);
      return made;
    };
    const choose = button('picker_choose', 'Enter', () => void this.#choose());
    choose.className = 'choose';
    const buttons = makeElement(
      document,
      'div',
      { class: 'buttons' },
      choose,
      button('picker_wider', '↑', () => this.#step('out')),
      button('picker_narrower', '↓', () => this.#step('in')),
      button('picker_leave', 'Esc', () => this.close()),
    );
    const hint = makeElement(document, 'p', {}, words.picker_hint);
    this.#bar = makeElement(document, 'div', { class: 'bar' }, hint, this.#status, buttons);
    body.replaceChildren(this.#outline, this.#bar);
    document.addEventListener('mousemove', (event) => this.#pointAt(event));
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('keydown', (event) => this.#key(event));
    body.focus({ preventScroll: true });
    this.#show(richestBlock(this.#window.document.body));
  }

  #isOnBar({ target }: Event): boolean {
    return this.#bar.contains(target as Node);
  }

  #pointAt(event: MouseEvent): void {
    if (this.#choosing) return;
    if (this.#isOnBar(event)) {
      this.#makeWay(event);
      return;
    }
    const beneath = this.#window.document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((element) => element !== this.#host);
    const block = beneath && blockAt(beneath);
    if (block && block !== this.#block) this.#show(block);
  }

  /** The bar gets out of the way of a pointer that is not after its buttons: the block may be under it. */
  #makeWay({ target }: Event): void {
    if (target === this.#bar || (target as Element).localName === 'p')
      this.#bar.dataset.side = this.#bar.dataset.side === 'top' ? 'bottom' : 'top';
  }

  #click(event: MouseEvent): void {
    if (this.#isOnBar(event)) return;
    this.#pointAt(event);
    void this.#choose();
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = STEPS.get(event.key);
    if (direction) this.#step(direction);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Tab') this.#tab(event.shiftKey);
    // On a button Enter presses that.
    else if (event.key === 'Enter' && !this.#isOnBar(event)) void this.#choose();
    else return;
    event.preventDefault();
  }

  /** Tab goes round among the buttons: out of the frame it would lead into the page. */
  #tab(back: boolean): void {
    const buttons = [...this.#bar.querySelectorAll('button')];
    const at = buttons.indexOf(this.#inner.activeElement as HTMLButtonElement);
    const next = at < 0 ? (back ? -1 : 0) : at + (back ? -1 : 1);
    (buttons.at(next) ?? buttons[0])!.focus();
  }

  #step(direction: Direction): void {
    const next = this.#block && stepFrom(this.#block, direction);
    if (!next) return;
    next.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    this.#show(next);
  }

  #show(block: Element | null): void {
    this.#block = block;
    if (block) {
      const opening = textOf(block).trim().replace(/\s+/g, ' ').slice(0, OPENING_LENGTH);
      this.#say('picker_block', { count: String(textLength(block)), opening });
    }
    this.#draw();
  }

  #draw(): void {
    const block = this.#block;
    this.#outline.hidden = !block;
    if (!block) return;
    const { left, top, right, bottom, width, height } = block.getBoundingClientRect();
    const { innerWidth, innerHeight } = this.#window;
    Object.assign(this.#outline.style, {
      left: `${Math.max(0, left)}px`,
      top: `${Math.max(0, top)}px`,
      width: `${Math.min(innerWidth, right) - Math.max(0, left)}px`,
      height: `${Math.min(innerHeight, bottom) - Math.max(0, top)}px`,
      display: width > 0 && height > 0 ? '' : 'none',
    });
  }

  #say(word: keyof PickerWords, values: Record<string, string> = {}): void {
    this.#status.textContent = this.#options.words[word].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  }

  async #choose(): Promise<void> {
    const block = this.#block;
    if (!block || this.#choosing) return;
    this.#choosing = true;
    try {
      await this.#keep(block);
    } catch {
      this.#say('picker_failed');
    }
    this.#choosing = false;
  }

  async #keep(block: Element): Promise<void> {
    const selector = selectorOf(block);
    if (selector === null) {
      this.#say('picker_no_mark');
      return;
    }
    const title = await this.#options.choose({ selector, linked: isMostlyLinks(block) });
    if (title === null) this.#say('picker_no_text');
    else this.#end(title);
  }

  /** Says what was chosen, at the edge of a page that is the reader's again, and goes. */
  #end(title: string): void {
    const [hint, , buttons] = this.#bar.children;
    for (const done of [this.#outline, hint, buttons]) done?.remove();
    this.#say('picker_chosen', { title });
    this.#bar.dataset.side = 'bottom';
    Object.assign(this.#frame.style, { top: 'auto', height: `${this.#bar.offsetHeight}px` });
    this.#letGo();
    this.#window.setTimeout(() => this.close(), SAID_MS);
  }
}
