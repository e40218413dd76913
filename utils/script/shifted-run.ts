/**
 * Runs of text that were decoded one byte off, and their realignment.
 *
 * A site that inserts readings into GBK bytes without looking where a character starts also hits the second byte of one
 * character and the first of the next: in 因為 = D2F2 9EE9 it finds 驗 = F29E and writes (yàn) into the middle of 為. The
 * bytes after it are then paired wrongly, until a second byte below 80 stands alone as ASCII: 因?yàn)樯倘Φ纳…恼\信.
 * The reading says which byte was lost in the `?`; with it the pairs are put together anew.
 */
import { type Gbk, gb2312Level } from './gbk';
import { numberedSyllable, SYLLABLE } from './pinyin';
import { simplify } from './simplify';

/** A double-byte character, the `?` that swallowed a byte and the opening bracket, a reading, the closing bracket. */
const BREAK = new RegExp(`([^\\x00-\\x7f])\\?${SYLLABLE}\\)`, 'g');

/** What a run may end with: a reading whose opening bracket was swallowed, or one behind the last character. */
const SWALLOWED_READING = new RegExp(`\\?${SYLLABLE}\\)`, 'y');
const READING = new RegExp(`\\(${SYLLABLE}\\)`, 'y');

/** Plausibility of a realigned character, by the GB 2312 level of its simplified form (index) or as punctuation. */
const PLAUSIBILITY = [-4, 1, -1.5] as const;
const PUNCTUATION = /[、。《》“”‘’，：；！？（）〔〕—…·]/;
const PLAUSIBLE_PUNCTUATION = 0.5;

/** A character whose every occurrence is annotated is not expected to stand bare within a run. */
const BARE_ANNOTATED = -2;

/** Sum of plausibilities above which a realignment is taken. */
const TAKEN_ABOVE = 0;

export interface ShiftedRun {
  /** From the `?` to the end of what is replaced; of a run that stays, to the next ASCII character after its reading. */
  start: number;
  end: number;
  /** The realigned text, or undefined when it cannot be known. */
  realigned: string | undefined;
  /** True when a `?` at `end` swallowed the last byte of the run and the ASCII character after it, which are lost. */
  endLost: boolean;
}

interface Candidate {
  text: string;
  end: number;
  endLost: boolean;
  plausibility: number;
}

function nextAscii(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 0x80) at++;
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export class RunRealigner {
  readonly #gbk: Gbk;
  /** What this site writes behind a character, the tone as a mark. */
  readonly #learned: ReadonlyMap<string, string>;
  /** The tone as a number. */
  readonly #readings: ReadonlyMap<string, string>;
  readonly #completions = new Map<string, number[]>();

  constructor(gbk: Gbk, learned: ReadonlyMap<string, string>, readings: ReadonlyMap<string, string>) {
    this.#gbk = gbk;
    this.#learned = learned;
    this.#readings = readings;
  }

  /** All breaks of a text, in order, not overlapping. Offsets are UTF-16 units of `text`. */
  find(text: string): ShiftedRun[] {
    const runs: ShiftedRun[] = [];
    for (const found of text.matchAll(BREAK)) {
      const [broken, before = '', syllable = ''] = found;
      const start = found.index + before.length;
      if (start < (runs.at(-1)?.end ?? 0)) continue;
      const afterBreak = found.index + broken.length;
      const best = this.#best(text, before, syllable, afterBreak);
      if (best) runs.push({ start, end: best.end, realigned: best.text, endLost: best.endLost });
      else runs.push({ start, end: nextAscii(text, afterBreak), realigned: undefined, endLost: false });
    }
    return runs;
  }

  #best(text: string, before: string, syllable: string, from: number): Candidate | undefined {
    const code = this.#gbk.codeOf(before);
    if (code === undefined) return undefined;
    return this.#bytesCompleting(code & 0xff, syllable)
      .map((lostByte) => this.#realign(text, from, lostByte))
      .filter((candidate) => candidate !== undefined)
      .filter((candidate) => candidate.plausibility > TAKEN_ABOVE)
      .sort((a, b) => b.plausibility - a.plausibility)[0];
  }

  /** The second bytes that make `lead` a character with this reading. All are lead bytes themselves. */
  #bytesCompleting(lead: number, syllable: string): number[] {
    const key = `${lead} ${syllable}`;
    const known = this.#completions.get(key);
    if (known) return known;
    const reading = numberedSyllable(syllable);
    const bytes: number[] = [];
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      const character = this.#gbk.characterOf(lead, trail);
      if (character !== undefined && this.#readingOf(character) === reading) bytes.push(trail);
    }
    this.#completions.set(key, bytes);
    return bytes;
  }

  #readingOf(character: string): string | undefined {
    const learned = this.#learned.get(character);
    return learned === undefined ? this.#readings.get(character) : numberedSyllable(learned);
  }

  /** Pairs the bytes anew from `lostByte` until both pairings meet; undefined when they do not or a pair is no character. */
  #realign(text: string, from: number, lostByte: number): Candidate | undefined {
    let realigned = '';
    let lead = lostByte;
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) return this.#close(text, at, realigned, lead);
      const code = this.#gbk.codeOf(text.charAt(at));
      const character = code === undefined ? undefined : this.#gbk.characterOf(lead, code >> 8);
      if (code === undefined || character === undefined) return undefined;
      realigned += character;
      lead = code & 0xff;
      if (lead < 0x80) return this.#candidate(realigned + String.fromCharCode(lead), at + 1);
    }
    return undefined;
  }

  /** Ends a run at an ASCII character: `lead` waits for its second byte. */
  #close(text: string, at: number, realigned: string, lead: number): Candidate | undefined {
    const swallowed = matchAt(SWALLOWED_READING, text, at);
    if (swallowed) {
      const [trail] = this.#bytesCompleting(lead, swallowed[1]!);
      if (trail === undefined) return undefined;
      return this.#candidate(realigned, at + swallowed[0].length, this.#gbk.characterOf(lead, trail));
    }
    if (text.charAt(at) === '?') return { ...this.#candidate(realigned, at), endLost: true };
    const last = this.#gbk.characterOf(lead, text.charCodeAt(at));
    if (last === undefined) return undefined;
    const reading = matchAt(READING, text, at + 1);
    if (reading && numberedSyllable(reading[1]!) === this.#readingOf(last)) {
      return this.#candidate(realigned, at + 1 + reading[0].length, last);
    }
    return this.#candidate(realigned + last, at + 1);
  }

  /** `annotated` is a last character that carries its reading, as it should if this site annotates it. */
  #candidate(realigned: string, end: number, annotated = ''): Candidate {
    let plausibility = 0;
    for (const character of realigned) {
      plausibility += this.#plausibilityOf(character);
      if (this.#learned.has(character)) plausibility += BARE_ANNOTATED;
    }
    if (annotated !== '') plausibility += this.#plausibilityOf(annotated);
    return { text: realigned + annotated, end, endLost: false, plausibility };
  }

  #plausibilityOf(character: string): number {
    if (character < '\x80') return 0;
    if (PUNCTUATION.test(character)) return PLAUSIBLE_PUNCTUATION;
    return PLAUSIBILITY[gb2312Level(this.#gbk.codeOf(simplify(character)))];
  }
}

/** Whether a text has the mark of a shifted run. */
export function hasBreak(text: string): boolean {
  return text.search(BREAK) !== -1;
}
