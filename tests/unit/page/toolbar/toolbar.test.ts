import fc from 'fast-check';
import type { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cleanPlace, placeAfterKey, placeAt, USUAL_PLACE } from '../../../../utils/page/toolbar/place';
import { Toolbar, type ToolbarState } from '../../../../utils/page/toolbar/toolbar';
import {
  TOOLBAR_ACTIONS,
  TOOLBAR_WORDS,
  type ToolbarOutcome,
  type ToolbarWords,
} from '../../../../utils/page/toolbar/toolbar-words';
import { pageWindow, rootMadeBy } from '../reading-view/view-fixture';

const WORDS = Object.fromEntries(TOOLBAR_WORDS.map((key) => [key, key])) as ToolbarWords;
const globals = globalThis as { MutationObserver?: unknown };

let window: JSDOM['window'];
let document: Document;
let root: ShadowRoot;
let toolbar: Toolbar;
let kept: ToolbarState[];
let pressed: string[];
let hidden: number;
let outcome: ToolbarOutcome;

function show(state: Partial<ToolbarState> = {}): void {
  root = rootMadeBy(window, () => {
    toolbar = new Toolbar(window as unknown as Window & typeof globalThis, {
      place: USUAL_PLACE,
      unfolded: false,
      actions: TOOLBAR_ACTIONS,
      words: WORDS,
      language: 'zh-Hans',
      press: async (action) => {
        pressed.push(action);
        return outcome;
      },
      keepState: (next) => kept.push(next),
      hide: () => {
        hidden += 1;
      },
      ...state,
    });
  });
}

beforeEach(() => {
  window = pageWindow();
  document = window.document;
  globals.MutationObserver = window.MutationObserver;
  window.HTMLElement.prototype.setPointerCapture = () => {};
  [kept, pressed, hidden, outcome] = [[], [], 0, 'done'];
});
afterEach(() => {
  toolbar?.dispose();
  globals.MutationObserver = undefined;
});

const host = () => document.querySelector('qingyue-toolbar');
const button = (label: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label) as HTMLButtonElement;
const seal = () => button('清');
const buttonsHidden = () => root.querySelector('.buttons')?.hasAttribute('hidden');
const key = (target: HTMLElement, name: string) =>
  target.dispatchEvent(new window.KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
const pointer = (target: HTMLElement, type: string, clientX: number, clientY: number) =>
  target.dispatchEvent(new window.MouseEvent(type, { clientX, clientY, bubbles: true }));

describe('the toolbar', () => {
  test('stands beside the body in a closed shadow root, and goes without a trace', () => {
    const before = document.documentElement.outerHTML;
    show();
    expect(document.documentElement.lastElementChild).toBe(host());
    expect([host()?.shadowRoot, root.mode]).toEqual([null, 'closed']);
    toolbar.dispose();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('unfolds and folds, and both are kept', () => {
    show();
    expect([buttonsHidden(), seal().getAttribute('aria-expanded')]).toEqual([true, 'false']);
    seal().click();
    expect([buttonsHidden(), seal().getAttribute('aria-expanded')]).toEqual([false, 'true']);
    key(button('toolbar_save'), 'Escape');
    expect(buttonsHidden()).toBe(true);
    expect(root.activeElement).toBe(seal());
    expect(kept.map(({ unfolded }) => unfolded)).toEqual([true, false]);
  });

  test('does what its buttons say, and says how it went', async () => {
    show({ unfolded: true });
    outcome = 'saved';
    for (const action of TOOLBAR_ACTIONS) button(`toolbar_${action}`).click();
    expect(pressed).toEqual(['script', 'focus', 'size', 'read', 'digest', 'save']);
    await Promise.resolve();
    await Promise.resolve();
    expect(root.querySelector('[role=status]')?.textContent).toBe('toolbar_said_saved');
    button('toolbar_hide').click();
    expect(hidden).toBe(1);
  });

  test('is moved by arrow keys and, without dragging, to the other side', () => {
    show({ place: { side: 'right', down: 0.5 }, unfolded: true });
    for (const name of ['ArrowUp', 'ArrowLeft', 'a']) key(seal(), name);
    button('toolbar_move').click();
    expect(kept.map(({ place }) => place)).toEqual([
      { side: 'right', down: 0.45 },
      { side: 'left', down: 0.45 },
      { side: 'right', down: 0.45 },
    ]);
    expect(root.querySelector<HTMLElement>('.toolbar')?.dataset.side).toBe('right');
  });

  test('is dragged; the click at the end of a drag is none', () => {
    Object.defineProperties(window, { innerWidth: { value: 1000 }, innerHeight: { value: 800 } });
    show();
    pointer(seal(), 'pointerdown', 980, 560);
    pointer(seal(), 'pointermove', 978, 562);
    pointer(seal(), 'pointermove', 100, 200);
    pointer(seal(), 'pointerup', 100, 200);
    seal().click();
    pointer(seal(), 'pointermove', 900, 700);
    expect(kept).toEqual([{ place: { side: 'left', down: 0.25 }, unfolded: false }]);
    pointer(seal(), 'pointerdown', 20, 200);
    pointer(seal(), 'pointerup', 21, 200);
    seal().click();
    expect(kept.at(-1)?.unfolded).toBe(true);
  });
});

describe('on a page that takes it away', () => {
  const settle = () => new Promise((done) => setTimeout(done));

  test('comes back three times, as it was, and then stays away', async () => {
    show({ unfolded: true });
    const first = host();
    for (let round = 0; round < 3; round++) {
      host()?.remove();
      await settle();
      expect(host()).toBe(first);
    }
    host()?.remove();
    await settle();
    expect(host()).toBeNull();
  });

  test('comes back when the page is written anew', async () => {
    show();
    document.replaceChild(document.createElement('html'), document.documentElement);
    await settle();
    expect(host()?.parentElement).toBe(document.documentElement);
    host()?.remove();
    await settle();
    expect(host()).not.toBeNull();
  });

  test('does not come back once it was taken off', async () => {
    show();
    toolbar.dispose();
    document.documentElement.append(document.createElement('i'));
    await settle();
    expect(host()).toBeNull();
  });
});

describe('a place', () => {
  test('is read from whatever was kept', () => {
    expect(cleanPlace({ side: 'left', down: 2 })).toEqual({ side: 'left', down: 1 });
    expect(cleanPlace({ side: 'top', down: Number.NaN })).toEqual(USUAL_PLACE);
    expect(cleanPlace(null)).toEqual(USUAL_PLACE);
  });

  test('stays in the window, whatever is pressed or pointed at', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'),
        fc.double(),
        fc.double(),
        (name, x, y) => {
          const place = placeAfterKey(name, cleanPlace(placeAt(x, y, { innerWidth: 1000, innerHeight: 800 })));
          expect(place?.down).toBeGreaterThanOrEqual(0);
          expect(place?.down).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
