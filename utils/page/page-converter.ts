/**
 * Shows the live page in simplified characters and gives it back exactly.
 * Every original is kept with what was put in its place; undoing restores only what the page has not changed since.
 */
import { offsetMap } from '../script/offsets';
import type { Edit } from '../script/script';
import { type ConversionPlan, convertBlock, convertedOffset } from './convert-block';
import { keepSelection } from './selection';
import { blockElement, gather, isUnderLeftAlone, type TextBlock } from './text-blocks';
import { tagOf } from './tree';

/** Attributes that the reader sees or hears (WAI-ARIA 1.2 naming attributes and HTML's own). */
const ATTRIBUTES = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'label'];
const BUTTON_TYPES = new Set(['button', 'submit', 'reset']);

/** Languages that ask for traditional glyphs (BCP 47). */
const TRADITIONAL_LANGUAGE = /^zh\b.*(hant|tw|hk|mo)/i;
const SIMPLIFIED_LANGUAGE = 'zh-Hans';

/** A node that was rewritten this often has someone else writing it too; fighting on would only flicker. */
const MAX_WRITES = 5;

interface TextRecord {
  original: string;
  shown: string;
  edits: Edit[];
  writes: number;
}

interface AttributeRecord {
  element: Element;
  name: string;
  original: string | null;
  shown: string;
}

type Root = Document | ShadowRoot;

export class PageConverter {
  readonly #document: Document;
  readonly #texts = new Map<Text, TextRecord>();
  readonly #attributes: AttributeRecord[] = [];
  readonly #observers = new Map<Root, MutationObserver>();
  #plan: ConversionPlan | null = null;

  /** True when the page changed a text of its own since `start`. */
  pageChanged = false;
  /** True when conversion stopped following changes, because another script kept undoing them. */
  stoodDown = false;

  constructor(document: Document) {
    this.#document = document;
  }

  get on(): boolean {
    return this.#plan !== null;
  }

  get plan(): ConversionPlan | null {
    return this.#plan;
  }

  /** Converts the page and follows its changes until `stop`. */
  start(plan: ConversionPlan): void {
    if (this.#plan) return;
    this.#plan = plan;
    this.pageChanged = false;
    this.stoodDown = false;
    this.#enter(this.#document);
    const { documentElement } = this.#document;
    if (!documentElement.hasAttribute('lang')) this.#setAttribute(documentElement, 'lang', SIMPLIFIED_LANGUAGE);
    this.#dropOwnRecords();
  }

  /** Gives back every text and attribute that still is as `start` left it. */
  stop(): void {
    if (!this.#plan) return;
    for (const observer of this.#observers.values()) this.#follow(observer.takeRecords());
    for (const observer of this.#observers.values()) observer.disconnect();
    this.#observers.clear();
    keepSelection(this.#document, this, () => {
      for (const [node, { original, shown }] of this.#texts)
        if (original !== shown && node.data === shown) node.data = original;
    });
    for (const { element, name, original, shown } of this.#attributes) {
      if (element.getAttribute(name) !== shown) continue;
      if (original === null) element.removeAttribute(name);
      else element.setAttribute(name, original);
    }
    this.#texts.clear();
    this.#attributes.length = 0;
    this.#plan = null;
  }

  /** Where the character at `offset` of the node's original text is shown in it now. */
  shownOffset(node: Text, offset: number): number {
    const record = this.#texts.get(node);
    if (!record || node.data !== record.shown) return Math.min(offset, node.data.length);
    return this.#shownFromClean(record, offsetMap(record.edits).toClean(offset));
  }

  /** The inverse of `shownOffset`. */
  originalOffset(node: Text, offset: number): number {
    const record = this.#texts.get(node);
    if (!record || node.data !== record.shown) return offset;
    let clean = Math.min(offset, cleanOf(record).length);
    while (clean > 0 && this.#shownFromClean(record, clean) > offset) clean -= 1;
    return offsetMap(record.edits).toOriginal(clean);
  }

  #shownFromClean(record: TextRecord, offset: number): number {
    const clean = cleanOf(record);
    const { convert = (text: string) => text } = this.#plan ?? {};
    return record.shown === clean ? offset : convertedOffset(clean, record.shown, offset, convert);
  }

  #enter(root: Root): void {
    if (this.#observers.has(root)) return;
    this.#convertUnder(root);
    const observer = new MutationObserver((records) => this.#follow(records));
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
    this.#observers.set(root, observer);
  }

  #convertUnder(root: Node): void {
    const { blocks, elements, roots } = gather(root);
    keepSelection(this.#document, this, () => {
      for (const block of blocks) this.#convertTexts(block);
    });
    for (const element of elements) this.#convertAttributes(element);
    for (const inner of roots) this.#enter(inner);
  }

  #convertTexts(block: TextBlock): void {
    if (!this.#plan) return;
    const originals = block.map((node) => {
      const record = this.#texts.get(node);
      return record && record.shown === node.data ? record.original : node.data;
    });
    const converted = convertBlock(originals, this.#plan);
    block.forEach((node, index) => {
      const original = originals[index] ?? '';
      const { text: shown, edits } = converted[index] ?? { text: original, edits: [] };
      const known = this.#texts.get(node);
      if (shown === original && !known) return;
      const writes = (known?.writes ?? 0) + (node.data === shown ? 0 : 1);
      if (writes > MAX_WRITES) {
        this.stoodDown = true;
        return;
      }
      this.#texts.set(node, { original, shown, edits, writes });
      if (node.data !== shown) node.data = shown;
    });
  }

  #convertAttributes(element: Element): void {
    if (!this.#plan) return;
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value) this.#convertAttribute(element, name, value);
    }
    const button = tagOf(element) === 'INPUT' && BUTTON_TYPES.has((element.getAttribute('type') ?? '').toLowerCase());
    const value = button ? element.getAttribute('value') : null;
    if (value) this.#convertAttribute(element, 'value', value);
    if (TRADITIONAL_LANGUAGE.test(element.getAttribute('lang') ?? ''))
      this.#setAttribute(element, 'lang', SIMPLIFIED_LANGUAGE);
  }

  #convertAttribute(element: Element, name: string, value: string): void {
    const [converted] = this.#plan ? convertBlock([value], this.#plan) : [];
    if (converted && converted.text !== value) this.#setAttribute(element, name, converted.text);
  }

  #setAttribute(element: Element, name: string, shown: string): void {
    this.#attributes.push({ element, name, original: element.getAttribute(name), shown });
    element.setAttribute(name, shown);
  }

  /** Converts what the page has added or changed. Its own writes are dropped before they can arrive here. */
  #follow(records: MutationRecord[]): void {
    if (records.length === 0 || !this.#plan || this.stoodDown) return;
    const places = new Set<Node>();
    for (const record of records) {
      const { type, target } = record;
      if (type === 'attributes') {
        if (!isUnderLeftAlone(target)) this.#convertAttributes(target as Element);
      } else if (type === 'characterData') {
        if (this.#texts.get(target as Text)?.shown !== (target as Text).data) places.add(blockElement(target));
      } else {
        for (const node of record.addedNodes) if (node.isConnected) places.add(blockElement(node));
      }
    }
    for (const place of places) {
      if (place.nodeType === 1 && isUnderLeftAlone(place)) continue;
      this.pageChanged = true;
      this.#convertUnder(place);
    }
    this.#dropOwnRecords();
  }

  /** Forgets the records of our own writes. Nothing of the page's is lost: scripts cannot run between a write and this. */
  #dropOwnRecords(): void {
    for (const observer of this.#observers.values()) observer.takeRecords();
  }
}

function cleanOf({ original, edits }: TextRecord): string {
  let [clean, at] = ['', 0];
  for (const edit of edits) {
    clean += original.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return clean + original.slice(at);
}
