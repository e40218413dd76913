/**
 * Traditional → simplified, right for the spellings of Taiwan, of Hong Kong and of mainland sites that were converted by
 * machine. Nothing here asks whether a text is traditional: 显著 would become 显着, so callers detect the script first.
 */
import { addPhrases, conversionTable, copyTable, type Phrase } from './conversion-table';
import { Converter } from './converter';
import { ProtectedNames } from './protected-names';

export interface SimplifierOptions {
  /** Names of people, in either script, that are converted as names: 徐乾學 → 徐乾学. Single characters are ignored. */
  protect?: readonly string[];
  /** Words to replace beside the characters, such as those of `regionalVocabulary()`: 軟體 → 软件. */
  words?: readonly Phrase[];
}

export interface Simplifier {
  /** Returns the same string when nothing changes. */
  convert(text: string): string;
  /** As `convert` on each text, several times as fast on short ones. */
  convertAll(texts: readonly string[]): string[];
}

/**
 * A converter with the reader's choices. Without `words` the number of code points stays, so offsets counted in
 * code points carry over; UTF-16 offsets may move where an astral character is involved. With it neither stays.
 * Any input is converted without an exception, and lone surrogates are kept.
 */
export function createSimplifier(options: SimplifierOptions = {}): Simplifier {
  const { protect = [], words = [] } = options;
  if (protect.length === 0 && words.length === 0) return new Converter(conversionTable());
  const table = copyTable(conversionTable());
  addPhrases(table, words);
  return new Converter(table, protect.length > 0 ? new ProtectedNames(protect, table) : undefined);
}

let plain: Simplifier | undefined;

/** The simplified spelling of a text, whatever script it is in: the key under which both spellings are the same. */
export function simplify(text: string): string {
  plain ??= createSimplifier();
  return plain.convert(text);
}
