/**
 * The toolbar on the page: folded it is one seal at the edge of the window, unfolded it has a button for each of the few
 * things most readers do. It can be dragged, moved by the arrow keys, or sent to the other side by a click.
 */
import { makeElement } from '../make-element';
import { makeShadowHost } from '../shadow-host';
import { keepInPage } from './keep-in-page';
import { otherSide, type Place, placeAfterKey, placeAt } from './place';
import { TOOLBAR_STYLE } from './toolbar-style';
import type { ToolbarAction, ToolbarOutcome, ToolbarWords } from './toolbar-words';

const TOOLBAR_HOST = 'qingyue-toolbar';

/** The first character of the name, as on a seal. */
const SEAL = '清';
/** Farther than this a press has become a drag, in CSS pixels. */
const DRAG_PX = 5;

export interface ToolbarState {
  place: Place;
  unfolded: boolean;
}

export interface ToolbarOptions extends ToolbarState {
  actions: readonly ToolbarAction[];
  words: ToolbarWords;
  /** BCP 47 tag of the words. */
  language: string;
  /** Does what a button says. */
  press: (action: ToolbarAction) => Promise<ToolbarOutcome>;
  /** Told when the reader has moved, folded or unfolded it. */
  keepState: (state: ToolbarState) => void;
  /** Takes the toolbar off this site. */
  hide: () => void;
}

export class Toolbar {
  readonly #window: Window & typeof globalThis;
  readonly #options: ToolbarOptions;
  readonly #host: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #buttons: HTMLElement;
  readonly #seal: HTMLButtonElement;
  readonly #status: HTMLElement;
  readonly #remove: () => void;
  #place: Place;
  #unfolded: boolean;
  /** True from the end of a drag to the click the browser makes of it. */
  #dragged = false;

  /** Puts the toolbar on the page at once. */
  constructor(window: Window & typeof globalThis, options: ToolbarOptions) {
    const { document } = window;
    const { words } = options;
    this.#window = window;
    this.#options = options;
    this.#place = options.place;
    this.#unfolded = options.unfolded;
    this.#seal = makeElement(
      document,
      'button',
      { type: 'button', class: 'seal', 'aria-label': words.toolbar_name },
      SEAL,
    );
    this.#seal.addEventListener('click', () => this.#afterDrag(() => this.#fold(!this.#unfolded)));
    const move = this.#button(words.toolbar_move, () => this.#afterDrag(() => this.#moveTo(otherSide(this.#place))));
    move.className = 'move';
    for (const handle of [this.#seal, move]) this.#makeHandle(handle);
    this.#status = makeElement(document, 'p', { role: 'status' });
    this.#buttons = makeElement(
      document,
      'div',
      { class: 'buttons' },
      ...options.actions.map((action) => this.#button(words[`toolbar_${action}`], () => void this.#press(action))),
      move,
      this.#button(words.toolbar_hide, options.hide),
    );
    const attributes = { class: 'toolbar', role: 'group', lang: options.language, 'aria-label': words.toolbar_name };
    this.#bar = makeElement(document, 'div', attributes, this.#seal, this.#buttons, this.#status);
    this.#bar.addEventListener('keydown', (event) => this.#key(event));
    const { host, root } = makeShadowHost(document, TOOLBAR_HOST, TOOLBAR_STYLE);
    root.append(this.#bar);
    this.#host = host;
    this.#show();
    this.#remove = keepInPage(document, this.#host);
  }

  /** False when the page has taken it away once too often. */
  get inPage(): boolean {
    return this.#host.isConnected;
  }

  /** Takes the toolbar off the page. */
  dispose(): void {
    this.#remove();
  }

  #button(label: string, press: () => void): HTMLButtonElement {
    const button = makeElement(this.#window.document, 'button', { type: 'button' }, label);
    button.addEventListener('click', press);
    return button;
  }

  #show(): void {
    this.#bar.dataset.side = this.#place.side;
    this.#bar.style.setProperty('--down', String(this.#place.down));
    this.#buttons.hidden = !this.#unfolded;
    this.#seal.setAttribute('aria-expanded', String(this.#unfolded));
  }

  #keep(): void {
    this.#show();
    this.#options.keepState({ place: this.#place, unfolded: this.#unfolded });
  }

  #fold(unfolded: boolean): void {
    this.#unfolded = unfolded;
    this.#status.textContent = '';
    this.#keep();
  }

  #moveTo(place: Place): void {
    this.#place = place;
    this.#keep();
  }

  async #press(action: ToolbarAction): Promise<void> {
    const { press, words } = this.#options;
    this.#status.textContent = '';
    this.#status.textContent = words[`toolbar_said_${await press(action)}`];
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#unfolded) {
      this.#seal.focus();
      this.#fold(false);
    }
  }

  #makeHandle(handle: HTMLElement): void {
    handle.addEventListener('keydown', (event) => {
      const place = event.altKey || event.ctrlKey || event.metaKey ? null : placeAfterKey(event.key, this.#place);
      if (!place) return;
      event.preventDefault();
      this.#moveTo(place);
    });
    handle.addEventListener('pointerdown', (event) => this.#drag(handle, event));
  }

  #drag(handle: HTMLElement, { pointerId, clientX, clientY }: PointerEvent): void {
    const ended = new this.#window.AbortController();
    this.#dragged = false;
    handle.setPointerCapture(pointerId);
    const follow = (event: PointerEvent) => {
      if (!this.#dragged && Math.hypot(event.clientX - clientX, event.clientY - clientY) < DRAG_PX) return;
      this.#dragged = true;
      this.#place = placeAt(event.clientX, event.clientY, this.#window);
      this.#show();
    };
    const end = () => {
      ended.abort();
      if (this.#dragged) this.#keep();
    };
    handle.addEventListener('pointermove', follow, { signal: ended.signal });
    for (const type of ['pointerup', 'pointercancel'] as const)
      handle.addEventListener(type, end, { signal: ended.signal });
  }

  /** Runs what a click does, unless the click only ends a drag. */
  #afterDrag(click: () => void): void {
    if (this.#dragged) this.#dragged = false;
    else click();
  }
}
