/**
 * Shows the original of the converted sentence under the resting pointer.
 * The tip is the only element Qingyue ever adds to a page, in a closed shadow root, and only while it is shown.
 */
import type { PageChanges } from './page-changes';
import type { OffsetSpace } from './selection';
import { blockElement, type TextBlock, walkPage } from './text-blocks';

/** Resting this long means reading, not passing by; the delay of a native tooltip. */
const REST_MS = 600;
/** Farther than this the pointer has moved on, in CSS pixels. */
const STILL_PX = 6;
const SENTENCE_END = /[。！？；!?;\n]/;
/** Between the pointer and the tip. */
const GAP_PX = 20;
/** A table without sentence ends is not shown whole. */
const LONGEST = 300;

/** Set through the CSSOM, which no policy of a page forbids; `all: initial` keeps the page's own style sheets out. */
const HOST_STYLE = 'all: initial; position: fixed; z-index: 2147483647; pointer-events: none';
const TIP_STYLE = `max-width: min(36em, 80vw); padding: 8px 12px; border: 1px solid #8a8270; border-radius: 6px;
  color-scheme: light dark; background: light-dark(#fffdf8, #26231e); color: light-dark(#26231c, #ece6d8);
  font: 15px/1.7 system-ui, 'PingFang TC', 'Microsoft JhengHei UI', 'Noto Sans CJK TC', sans-serif`;

interface Place {
  node: Text;
  offset: number;
}

export class OriginalOnHover {
  readonly #document: Document;
  readonly #changes: PageChanges;
  readonly #space: OffsetSpace;
  #events: [string, (event: Event) => void][] = [];
  #timer: number | undefined;
  #tip: HTMLElement | null = null;
  #at = { x: 0, y: 0 };

  constructor(document: Document, changes: PageChanges, space: OffsetSpace) {
    this.#document = document;
    this.#changes = changes;
    this.#space = space;
  }

  start(): void {
    const rest = (event: Event) => this.#moved(event as PointerEvent);
    const leave = () => this.#hide();
    this.#events = [
      ['pointermove', rest],
      ['pointerdown', rest],
      ['keydown', leave],
      ['scroll', leave],
      ['pointerleave', leave],
    ];
    for (const [name, listener] of this.#events)
      this.#document.addEventListener(name, listener, { capture: true, passive: true });
  }

  stop(): void {
    for (const [name, listener] of this.#events) this.#document.removeEventListener(name, listener, { capture: true });
    this.#events = [];
    this.#hide();
  }

  #moved({ clientX, clientY }: PointerEvent): void {
    if (this.#tip && Math.hypot(clientX - this.#at.x, clientY - this.#at.y) < STILL_PX) return;
    this.#hide();
    this.#at = { x: clientX, y: clientY };
    this.#timer = this.#document.defaultView?.setTimeout(() => this.#show(), REST_MS);
  }

  #hide(): void {
    this.#document.defaultView?.clearTimeout(this.#timer);
    this.#tip?.remove();
    this.#tip = null;
  }

  #show(): void {
    const place = placeAt(this.#document, this.#at.x, this.#at.y);
    const original = place && originalSentence(place, this.#changes, this.#space);
    if (!original) return;
    const host = this.#document.createElement('qingyue-original');
    const tip = this.#document.createElement('div');
    tip.textContent = original;
    tip.lang = 'zh-Hant';
    tip.style.cssText = TIP_STYLE;
    host.attachShadow({ mode: 'closed' }).append(tip);
    host.style.cssText = `${HOST_STYLE}; ${this.#sideOfPointer()}`.replaceAll(';', ' !important;');
    this.#document.documentElement.append(host);
    this.#tip = host;
  }

  /** The tip stands away from the nearer edges of the window, so that it is never cut off. */
  #sideOfPointer(): string {
    const { innerWidth = 0, innerHeight = 0 } = this.#document.defaultView ?? {};
    const { x, y } = this.#at;
    const across = x > innerWidth / 2 ? `right: ${innerWidth - x}px` : `left: ${x}px`;
    const down = y > innerHeight / 2 ? `bottom: ${innerHeight - y + GAP_PX}px` : `top: ${y + GAP_PX}px`;
    return `${across}; ${down};`;
  }
}

function placeAt(document: Document, x: number, y: number): Place | null {
  const position = document.caretPositionFromPoint?.(x, y);
  const node = position?.offsetNode;
  return node?.nodeType === 3 && position ? { node: node as Text, offset: position.offset } : null;
}

function blockOf(node: Text): TextBlock {
  for (const part of walkPage(blockElement(node))) if ('block' in part && part.block.includes(node)) return part.block;
  return [];
}

/** The original of the sentence around a place of the page, or null where nothing of it was changed. */
export function originalSentence(place: Place, changes: PageChanges, space: OffsetSpace): string | null {
  const block = blockOf(place.node);
  const shown = block.map(({ data }) => data).join('');
  let at = place.offset;
  for (const node of block.slice(0, Math.max(0, block.indexOf(place.node)))) at += node.data.length;
  let start = at;
  while (start > 0 && at - start < LONGEST && !SENTENCE_END.test(shown[start - 1] ?? '')) start -= 1;
  let end = at;
  while (end < shown.length && end - at < LONGEST && !SENTENCE_END.test(shown[end] ?? '')) end += 1;
  end = Math.min(end + 1, shown.length);
  let [original, position] = ['', 0];
  let changed = false;
  for (const node of block) {
    const [from, to] = [Math.max(start - position, 0), Math.min(end - position, node.data.length)];
    if (from < to) {
      const change = changes.textChange(node);
      const text = change?.original ?? node.data;
      const piece = text.slice(space.originalOffset(node, from), space.originalOffset(node, to));
      changed ||= piece !== node.data.slice(from, to);
      original += piece;
    }
    position += node.data.length;
  }
  return changed ? original.trim() : null;
}
