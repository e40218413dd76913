/**
 * Shows the live page in simplified characters, follows what the page changes, and gives it back exactly.
 * What the reader sees comes first; the rest in slices, with the layout of what is scrolled away put off.
 */
import { offsetMap } from '../script/offsets';
import { type ChangedWord, changedWords } from './changed-words';
import { Containment } from './containment';
import { type ConversionPlan, convertBlock, convertedOffset } from './convert-block';
import { convertStretch, hull } from './convert-stretch';
import { blocksInSight } from './in-sight';
import { OriginalOnHover } from './original-on-hover';
import { cleanText, PageChanges, type TextChange } from './page-changes';
import { type Stretch, selectedText } from './selected-text';
import { SelectionKeeper } from './selection';
import {
  blockElement,
  isUnderLeftAlone,
  type PagePart,
  SHOWN_ATTRIBUTES,
  type TextBlock,
  walkPage,
} from './text-blocks';
import { inSlices, nextFrame } from './time-slices';
import { tagOf } from './tree';

const BUTTON_TYPES = new Set(['button', 'submit', 'reset']);

/** Languages that ask for traditional glyphs (BCP 47). */
const TRADITIONAL_LANGUAGE = /^zh\b.*(hant|tw|hk|mo)/i;
const SIMPLIFIED_LANGUAGE = 'zh-Hans';

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: SHOWN_ATTRIBUTES,
};

type Root = Document | ShadowRoot;

export class PageConverter {
  readonly #document: Document;
  readonly #changes = new PageChanges();
  readonly #selection: SelectionKeeper;
  readonly #hover: OriginalOnHover;
  readonly #observers = new Map<Root, MutationObserver>();
  #plan: ConversionPlan | null = null;
  /** What alone is converted, in offsets of the page's own texts; null while it is all of the page. */
  #only: Map<Text, Stretch> | null = null;
  #containment: Containment | null = null;
  /** Counts starts and stops: slices of an earlier one stop when they see a later one. */
  #run = 0;

  /** True when the page changed a text of its own since `start`. */
  pageChanged = false;
  /** True when conversion stopped following changes, because another script kept undoing them. */
  stoodDown = false;

  constructor(document: Document) {
    this.#document = document;
    this.#selection = new SelectionKeeper(document);
    this.#hover = new OriginalOnHover(document, this.#changes, this);
  }

  get on(): boolean {
    return this.#plan !== null;
  }

  /** Converts the page, the first slice before it returns, and follows its changes until `stop`. Resolves when all is converted. */
  async start(plan: ConversionPlan): Promise<void> {
    if (this.#plan) return;
    this.#finishStop();
    const run = ++this.#run;
    this.#plan = plan;
    this.pageChanged = false;
    this.stoodDown = false;
    this.#observe(this.#document);
    this.#hover.start();
    const seen = this.#prepare();
    this.#write(() => {
      for (const block of seen) this.#convertParts(walkPage(block));
    });
    const { documentElement } = this.#document;
    if (!documentElement.hasAttribute('lang')) this.#changes.setAttribute(documentElement, 'lang', SIMPLIFIED_LANGUAGE);
    await this.#frame();
    await this.#convertRoot(this.#document, run);
    if (run === this.#run) void this.#containment?.release();
  }

  /**
   * Converts what is selected, and nothing beside it; of two selections in one text, also what is between them. The
   * page is not followed. `stop` takes it back. False where no text is selected.
   */
  convertSelection(plan: ConversionPlan): boolean {
    if (!this.#plan) this.#finishStop();
    const selected = selectedText(this.#document);
    if (selected.size === 0) return false;
    if (this.#plan && !this.#only) return true;
    if (!this.#only) {
      this.#only = new Map();
      this.#selection.watch();
      this.#hover.start();
    }
    this.#plan = plan;
    this.stoodDown = false;
    // Nobody looks whether it does, so it is taken to have changed.
    this.pageChanged = true;
    for (const [node, { start, end }] of selected) {
      const stretch = { start: this.originalOffset(node, start), end: this.originalOffset(node, end) };
      this.#only.set(node, hull(stretch, this.#only.get(node)));
    }
    const places = [...new Set([...selected.keys()].map(blockElement))].filter((place) => !isUnderLeftAlone(place));
    const isSelected = (node: Text) => selected.has(node);
    this.#selection.keep(this, () => {
      for (const place of places)
        for (const part of walkPage(place))
          if ('block' in part && part.block.some(isSelected)) this.#convertBlock(part.block);
    });
    return true;
  }

  /** Gives back every text and attribute that still is as it was put there, what is in sight before it returns. */
  async stop(): Promise<void> {
    if (!this.#plan) return;
    for (const observer of this.#observers.values()) this.#follow(observer.takeRecords());
    for (const observer of this.#observers.values()) observer.disconnect();
    this.#observers.clear();
    this.#hover.stop();
    const run = ++this.#run;
    this.#plan = null;
    this.#only = null;
    const seen = this.#prepare();
    this.#changes.takeBackAttributes();
    for (const block of seen) for (const part of walkPage(block)) if ('block' in part) this.#takeBack(part.block);
    await this.#frame();
    await inSlices(
      this.#changes.texts(),
      (slice) => this.#takeBack(slice),
      () => run === this.#run,
    );
    if (run !== this.#run) return;
    this.#changes.forget();
    this.#selection.unwatch();
    void this.#containment?.release();
  }

  /** Runs `work` on the page as its authors left it. */
  suspended<T>(work: () => T): T {
    if (!this.#plan) this.#finishStop();
    return this.#write(() => this.#selection.keep(this, () => this.#changes.without(work)));
  }

  /** Where the character at `offset` of the node's original text is shown in it now. */
  shownOffset(node: Text, offset: number): number {
    const change = this.#changes.textChange(node);
    if (!change) return Math.min(offset, node.data.length);
    return this.#shownFromClean(change, offsetMap(change.edits).toClean(offset));
  }

  /** The inverse of `shownOffset`. */
  originalOffset(node: Text, offset: number): number {
    const change = this.#changes.textChange(node);
    if (!change) return offset;
    let clean = Math.min(offset, cleanText(change).length);
    while (clean > 0 && this.#shownFromClean(change, clean) > offset) clean -= 1;
    return offsetMap(change.edits).toOriginal(clean);
  }

  /** What was changed, most frequent words first. */
  changedWords(most: number): ChangedWord[] {
    return changedWords(this.#changes, most);
  }

  #shownFromClean(change: TextChange, offset: number): number {
    const clean = cleanText(change);
    const { convert = (text: string) => text } = this.#plan ?? {};
    return change.shown === clean ? offset : convertedOffset(clean, change.shown, offset, convert);
  }

  /** Brings a stop that is still at work in slices to its end. */
  #finishStop(): void {
    this.#run += 1;
    this.#containment?.releaseNow();
    this.#containment = null;
    this.#takeBack(this.#changes.texts());
    this.#changes.forget();
  }

  /** What is in sight, asked before the first write makes layout expensive; what is not is contained. */
  #prepare(): Set<Node> {
    this.#containment?.releaseNow();
    this.#selection.watch();
    const seen = blocksInSight(this.#document);
    this.#containment = Containment.of(this.#document);
    return seen;
  }

  /** Lets what is in sight be painted before the rest is worked on. */
  async #frame(): Promise<void> {
    const { defaultView } = this.#document;
    if (this.#containment && defaultView) await nextFrame(defaultView);
  }

  #takeBack(nodes: Iterable<Text>): void {
    this.#selection.keep(this, () => this.#changes.takeBackTexts(nodes));
  }

  async #convertRoot(root: Root, run: number): Promise<void> {
    const inner: Root[] = [];
    await inSlices(
      walkPage(root),
      (slice) => this.#write(() => inner.push(...this.#convertParts(slice))),
      () => run === this.#run,
    );
    for (const each of inner) await this.#enter(each, run);
  }

  async #enter(root: Root, run: number): Promise<void> {
    if (run !== this.#run || this.#observers.has(root)) return;
    this.#observe(root);
    await this.#convertRoot(root, run);
  }

  #observe(root: Root): void {
    const observer = new MutationObserver((records) => this.#write(() => this.#follow(records)));
    observer.observe(root, OBSERVED);
    this.#observers.set(root, observer);
  }

  /**
   * Writes to the page without hearing of it: what the page had changed before is followed first, then the observers are
   * off while we write. Nothing of the page's is missed, since no script of its can run in between. (Taking the records
   * of our own writes afterwards would do the same at the price of making them, one for every text.)
   */
  #write<T>(work: () => T): T {
    for (const observer of this.#observers.values()) {
      const records = observer.takeRecords();
      observer.disconnect();
      this.#follow(records);
    }
    try {
      return work();
    } finally {
      for (const [root, observer] of this.#observers) observer.observe(root, OBSERVED);
    }
  }

  /** Converts what is met, and returns the roots that open inside it. */
  #convertParts(parts: Iterable<PagePart>): Root[] {
    const roots: Root[] = [];
    this.#selection.keep(this, () => {
      for (const part of parts) {
        if ('block' in part) this.#convertBlock(part.block);
        else if ('element' in part) this.#convertAttributes(part.element);
        else roots.push(part.root);
      }
    });
    return roots;
  }

  #convertBlock(block: TextBlock): void {
    const plan = this.#plan;
    if (!plan || this.stoodDown) return;
    const originals = block.map((node) => this.#changes.textChange(node)?.original ?? node.data);
    const converted = convertBlock(originals, plan);
    block.forEach((node, index) => {
      const original = originals[index] ?? '';
      const piece = converted[index] ?? { text: original, edits: [] };
      const stretch = this.#only?.get(node);
      if (this.#only && !stretch) return;
      const { text, edits } = stretch ? convertStretch(original, piece, stretch, plan.convert) : piece;
      if (!this.#changes.setText(node, original, text, edits)) this.stoodDown = true;
    });
  }

  #convertAttributes(element: Element): void {
    for (const name of SHOWN_ATTRIBUTES) this.#convertAttribute(element, name);
    if (tagOf(element) === 'INPUT' && BUTTON_TYPES.has((element.getAttribute('type') ?? '').toLowerCase()))
      this.#convertAttribute(element, 'value');
    if (TRADITIONAL_LANGUAGE.test(element.getAttribute('lang') ?? ''))
      this.#changes.setAttribute(element, 'lang', SIMPLIFIED_LANGUAGE);
  }

  #convertAttribute(element: Element, name: string): void {
    const value = element.getAttribute(name);
    if (!value || !this.#plan) return;
    const [converted] = convertBlock([value], this.#plan);
    if (converted && converted.text !== value) this.#changes.setAttribute(element, name, converted.text);
  }

  /** Converts what the page has added or changed. */
  #follow(records: readonly MutationRecord[]): void {
    if (records.length === 0 || !this.#plan || this.stoodDown) return;
    const places = new Set<Node>();
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') {
        if (!isUnderLeftAlone(target)) this.#convertAttributes(target as Element);
      } else if (type === 'characterData') {
        if (!this.#changes.textChange(target as Text)) places.add(blockElement(target));
      } else {
        for (const node of addedNodes) if (node.isConnected) places.add(blockElement(node));
      }
    }
    for (const place of places) {
      if (isUnderLeftAlone(place)) continue;
      this.pageChanged = true;
      for (const inner of this.#convertParts(walkPage(place))) void this.#enter(inner, this.#run);
    }
  }
}
