/** File names made of titles: readable, and valid on Windows, macOS, Linux and Android at once. */
import { oneLine } from './clean-text';

/** UTF-8 bytes of a whole name. File systems stop at 255 (NTFS at 255 UTF-16 units); eCryptfs at 143, sync services less. */
const MOST_BYTES = 120;

/** Characters that Windows forbids in names, and their full-width forms. The tilde means a short name or a home folder. */
const FULL_WIDTH = new Map([
  ['/', '／'],
  ['\\', '＼'],
  [':', '：'],
  ['*', '＊'],
  ['?', '？'],
  ['"', '＂'],
  ['<', '＜'],
  ['>', '＞'],
  ['|', '｜'],
  ['~', '～'],
]);
const FORBIDDEN = /[/\\:*?"<>|~]/g;

/** Not to be seen in a name: soft hyphen, joiners, word joiner and other format characters, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb]/g;

/** Names of devices on Windows, whatever ending follows ("Naming Files, Paths, and Namespaces", Microsoft). */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Stands for a title of which nothing is left. */
const UNTITLED = '无题';

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The longest start of `text`, whole code points, within `most` bytes of UTF-8. */
const cut = (text: string, most: number) =>
  text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(most)).read);

/** Dots and spaces off both ends: a leading dot hides a file, Windows drops trailing ones. */
function trimDots(text: string): string {
  const characters = [...text];
  const isKept = (character: string) => character !== '.' && character.trim() !== '';
  const first = characters.findIndex(isKept);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(isKept) + 1).join('');
}

/** Names that differ in case only are one file on Windows and macOS. */
const keyOf = (name: string) => name.toLowerCase();

/** A free number; the first one when the numbers below it are all in use. In logarithmic time: many pages share a title. */
function firstFree(isFree: (number: number) => boolean): number {
  let free = 1;
  while (!isFree(free)) free *= 2;
  let used = Math.floor(free / 2);
  while (free - used > 1) {
    const middle = Math.floor((free + used) / 2);
    if (isFree(middle)) free = middle;
    else used = middle;
  }
  return free;
}

/**
 * A name for the file of a clip with that title: `title.extension`, at most 120 bytes of UTF-8.
 * With `taken`, the lower-cased names of a batch, a name that is in it gets a number, and the new name is added to it.
 * `extension` has no leading dot.
 */
export function fileNameOf(title: string, extension: string, taken: Set<string> = new Set()): string {
  // A title is cut before it is worked on: no name needs more of it.
  const visible = title.slice(0, 4 * MOST_BYTES).replace(INVISIBLE, '');
  const clean = oneLine(visible)
    .normalize('NFC')
    .replace(FORBIDDEN, (character) => FULL_WIDTH.get(character) ?? '');
  const named = trimDots(clean) || UNTITLED;
  const stem = RESERVED.test(named) ? `_${named}` : named;
  const numbered = (number: number) => {
    const ending = `${number === 1 ? '' : ` (${number})`}.${extension}`;
    return `${trimDots(cut(stem, MOST_BYTES - bytesOf(ending)))}${ending}`;
  };
  const name = numbered(firstFree((number) => !taken.has(keyOf(numbered(number)))));
  taken.add(keyOf(name));
  return name;
}
