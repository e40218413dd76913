/**
 * Names that conversion must not break. A name is converted character by character, and the traditional characters that
 * simplified names keep stay: 徐乾學 → 徐乾学, 魏徵 → 魏徵. It is found in a text whichever script either is written in.
 */
import { addStart, type ConversionTable, simplifyUnit, UNITS } from './conversion-table';

/**
 * Forms of characters in names where they differ from those in words: standard characters that are also the traditional
 * form of another (乾, 著), the ones that the Table of General Standard Chinese Characters (通用规范汉字表, 2013) restores
 * for surnames and personal names (昇, 祕), and 汎 and 旂 by usage.
 */
const FORMS_IN_NAMES = new Map(
  '乾乾 於於 徵徵 著著 瞭瞭 藉藉 么么 昇昇 陞陞 祕祕 甯甯 谿谿 氾氾 汎汎 旂旂 澂澂 甦甦 蒐蒐 脩脩 鉅钜 菸菸'
    .split(' ')
    .map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/** One character is a word before it is a name. */
const SHORTEST_NAME = 2;

export interface NameMatch {
  length: number;
  value: string;
}

export class ProtectedNames {
  readonly #table: ConversionTable;
  /** By the simplified first unit: simplified names, longest first. */
  readonly #names = new Map<number, string[]>();

  /** Prepares `table`, which is changed, so that the converter stops where one of `names` may start. */
  constructor(names: readonly string[], table: ConversionTable) {
    this.#table = table;
    const keys = new Set(names.map((name) => this.#simplified(name, 0, name.length)));
    for (const key of keys) {
      if (key.length < SHORTEST_NAME) continue;
      const first = key.charCodeAt(0);
      this.#names.set(first, [...(this.#names.get(first) ?? []), key]);
    }
    for (const list of this.#names.values()) list.sort((a, b) => b.length - a.length);
    this.#markStarts();
  }

  /** The longest protected name that starts at `at`, and how it is written in simplified text. */
  matchAt(text: string, at: number): NameMatch | undefined {
    const key = this.#names
      .get(simplifyUnit(this.#table, text.charCodeAt(at)))
      ?.find((name) => at + name.length <= text.length && this.#simplified(text, at, at + name.length) === name);
    if (key === undefined) return undefined;
    let value = '';
    for (let index = at; index < at + key.length; index++) {
      const unit = text.charCodeAt(index);
      value += String.fromCharCode(FORMS_IN_NAMES.get(unit) ?? simplifyUnit(this.#table, unit));
    }
    return { length: key.length, value };
  }

  /** Whether a name starts at one of the offsets from `start` to before `end`. */
  startsWithin(text: string, start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.matchAt(text, at)) return true;
    return false;
  }

  #simplified(text: string, start: number, end: number): string {
    let simplified = '';
    for (let at = start; at < end; at++)
      simplified += String.fromCharCode(simplifyUnit(this.#table, text.charCodeAt(at)));
    return simplified;
  }

  #markStarts(): void {
    const keys = [...this.#names.values()].flat();
    const variants = this.#variantsOf(keys.map((key) => key.slice(0, SHORTEST_NAME)).join(''));
    for (const key of keys) {
      for (const first of variants.get(key.charCodeAt(0))!) {
        for (const second of variants.get(key.charCodeAt(1))!) addStart(this.#table, first, second);
      }
    }
  }

  /** Every unit that becomes one of `simplified`, itself included, by what it becomes. */
  #variantsOf(simplified: string): Map<number, number[]> {
    const variants = new Map(simplified.split('').map((unit) => [unit.charCodeAt(0), [] as number[]]));
    for (let unit = 0; unit < UNITS; unit++) variants.get(simplifyUnit(this.#table, unit))?.push(unit);
    return variants;
  }
}
