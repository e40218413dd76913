/** The reader of one live page: what it says, and what is changed on it for the reader. Knows nothing of the browser extension. */
import type { LineAnchor } from '../article/anchors';
import type { OtherKind } from '../article/article';
import { type Found, type FoundArticle, findArticle } from '../article/find';
import { findPicked } from '../article/find-picked';
import type { Pick } from '../article/pick';
import { HEADLINE, type Mention } from '../digest/digest';
import { type Reading, readFound } from '../reading';
import { detectScripts } from '../script/detect';
import { learnRepair } from '../script/repair';
import { createSimplifier, type SimplifierOptions } from '../script/simplify';
import type { ChangedWord } from './changed-words';
import { type ConversionPlan, convertBlock, isConverted } from './convert-block';
import { copyText } from './copy-text';
import { clearHighlights, type HighlightKind, highlight } from './highlighter';
import { pageAddress } from './in-page-navigation';
import { headlineAnchor, mentionRange } from './mention-ranges';
import { PageConverter } from './page-converter';
import { PageFocus } from './page-focus';
import { walkPage } from './text-blocks';

/** What is changed on the page, and what can be. */
export interface View {
  /** Whether conversion or repair would change anything. */
  convertible: boolean;
  converted: boolean;
  focused: boolean;
  /** True when another script on the page kept undoing the conversion, so that it is no longer followed. */
  contested: boolean;
}

/** Whether the block that was picked for the site holds the article: `missed` where the page has no such block. */
export type PickUse = 'none' | 'used' | 'missed';

interface OfPage {
  /** Names one page of one loaded document; a script of the page can make it another (`history.pushState`). */
  pageId: string;
  pick: PickUse;
  view: View;
}

/** What the reader says of its page. */
export type PageReading =
  | ({ state: 'article'; reading: Reading } & OfPage)
  | ({ state: 'none'; kind: OtherKind } & OfPage);

export interface RevealRequest {
  kind: HighlightKind;
  mentions: Mention[];
  /** Which of the mentions to bring into view. */
  index: number;
}

/** What was found on the page as its authors left it. */
interface Finding {
  address: string;
  pick: PickUse;
  /** Whether conversion or repair would change anything. */
  convertible: boolean;
}
type ArticlePage = Finding & { found: FoundArticle; reading: Reading; headline: LineAnchor | null };
type Page = ArticlePage | (Finding & { found: null; kind: OtherKind });

/** More words are not read by anyone, and cost time to send. */
const MOST_WORDS = 300;

export class PageReader {
  readonly #document: Document;
  readonly #window: Window & typeof globalThis;
  readonly #id: string;
  readonly #converter: PageConverter;
  readonly #focus: PageFocus;
  #page: Page | null = null;
  #pick: Pick | null = null;
  #address = '';
  /** How many pages this document has been. */
  #pages = 0;

  constructor(window: Window & typeof globalThis, id: string) {
    this.#window = window;
    this.#document = window.document;
    this.#id = id;
    this.#converter = new PageConverter(this.#document);
    this.#focus = new PageFocus(this.#document);
  }

  /** The block that holds the article, where the reader has said so. */
  set pick(pick: Pick | null) {
    if (pick?.selector === this.#pick?.selector && pick?.linked === this.#pick?.linked) return;
    this.#pick = pick;
    this.#page = null;
  }

  /** True while anything on the page is as we put it. */
  get changed(): boolean {
    return this.#converter.on || this.#focus.on;
  }

  read(): PageReading {
    const page = this.#read();
    const known = { pageId: `${this.#id}-${this.#pages}`, pick: page.pick, view: this.#view(page) };
    return page.found
      ? { state: 'article', reading: page.reading, ...known }
      : { state: 'none', kind: page.kind, ...known };
  }

  /** Shows the page in simplified characters, what is in sight when this resolves, or as it was, all of it. */
  async convert(on: boolean, choices: SimplifierOptions): Promise<View> {
    const page = this.#page ?? this.#read();
    if (!on) await this.#converter.stop();
    else if (!this.#converter.on) void this.#converter.start(this.#plan(choices));
    return this.#view(page);
  }

  /** Converts what is selected; the page's own switch takes it back. False where no text is selected. */
  convertSelection(choices: SimplifierOptions): boolean {
    return this.#converter.convertSelection(this.#plan(choices));
  }

  /**
   * Copies what is selected in simplified characters. Where the browser lets nothing be copied, the selection is
   * converted instead and stays selected, so that the reader's own copy takes it like that.
   */
  copySimplified(choices: SimplifierOptions): boolean {
    const plan = this.#plan(choices);
    const selected = String(this.#document.getSelection() ?? '');
    if (selected === '') return false;
    const lines = selected.split('\n').map((line) => convertBlock([line], plan).map(({ text }) => text));
    if (copyText(this.#window, lines.flat().join('\n'))) return true;
    this.#converter.convertSelection(plan);
    return false;
  }

  /** What conversion changed on the page, most frequent words first. */
  changedWords(): ChangedWord[] {
    return this.#converter.changedWords(MOST_WORDS);
  }

  /** Hides the page's chrome or shows it again; does nothing where no article was found. */
  focus(on: boolean): View {
    const page = this.#read();
    if (on && page.found) this.#focus.start(page.found.keep);
    else this.#focus.stop();
    return this.#view(page);
  }

  /** Marks all mentions and scrolls to one of them; false when it is no longer on the page. */
  reveal({ kind, mentions, index }: RevealRequest): boolean {
    const page = this.#read();
    if (!page.found) return false;
    const ranges = mentions.map((mention) => this.#range(page, mention));
    const current = ranges[index];
    if (!current) return false;
    highlight(
      this.#window,
      kind,
      ranges.filter((range) => range !== null),
      current,
    );
    return true;
  }

  /** Lets what hides the chrome follow the article of a page that has become another. */
  follow(): void {
    if (this.#focus.on) this.#read();
  }

  /** Leaves the page exactly as it was found. */
  dispose(): void {
    void this.#converter.stop();
    this.#focus.stop();
    clearHighlights(this.#window);
  }

  #range({ found, reading, headline }: ArticlePage, mention: Mention): Range | null {
    const anchor = mention.line === HEADLINE ? headline : found.anchors[mention.line];
    return anchor ? mentionRange(anchor, reading.edits[mention.line] ?? [], mention, this.#converter) : null;
  }

  /** Finds the article on the page as its authors left it: what we changed is taken back for that moment. */
  #read(): Page {
    const address = pageAddress(this.#document.location);
    const known = this.#page;
    if (known && this.#converter.on && known.address === address && !this.#converter.pageChanged) return known;
    const page = this.#converter.suspended(() => this.#focus.suspended(() => this.#find(address)));
    if (address !== this.#address) this.#pages += 1;
    this.#address = address;
    this.#page = page;
    if (this.#focus.on) this.#focus.start(page.found?.keep ?? []);
    return page;
  }

  #find(address: string): Page {
    const options = { url: this.#document.location.href, isHidden: (element: Element) => !isVisible(element) };
    const picked = this.#pick && findPicked(this.#document, this.#pick, options);
    const pick = picked ? 'used' : this.#pick ? 'missed' : 'none';
    const found: Found = picked ?? findArticle(this.#document, options);
    if (!('article' in found)) {
      const { page: script } = detectScripts(this.#texts());
      return { address, pick, found: null, kind: found.kind, convertible: isConverted(script) };
    }
    const reading = readFound(found);
    const convertible = isConverted(reading.script) || reading.plan.needed;
    return { address, pick, found, reading, headline: headlineOf(found), convertible };
  }

  #plan(choices: SimplifierOptions): ConversionPlan {
    const page = this.#read();
    const simplifier = createSimplifier(choices);
    const convert = (text: string) => simplifier.convert(text);
    if (page.found) return { repair: page.reading.plan, script: page.reading.script, convert };
    const texts = this.#texts();
    return { repair: learnRepair(texts), script: detectScripts(texts).page, convert };
  }

  #texts(): string[] {
    const texts: string[] = [];
    for (const part of walkPage(this.#document.body))
      if ('block' in part) texts.push(part.block.map(({ data }) => data).join(''));
    return texts;
  }

  #view({ convertible }: Page): View {
    return {
      convertible: convertible || this.#converter.on,
      converted: this.#converter.on,
      focused: this.#focus.on,
      contested: this.#converter.stoodDown,
    };
  }
}

function headlineOf({ headline, article }: FoundArticle): LineAnchor | null {
  return headline && headlineAnchor(headline, article.title);
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
