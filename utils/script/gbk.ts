/** GBK as two tables, taken from the platform's own decoder: code → character and back. */

/** First and last. */
const LEADS = { first: 0x81, last: 0xfe };
const TRAILS = { first: 0x40, last: 0xfe, never: 0x7f };

/** Double-byte codes, `lead << 8 | trail`; user-defined rows are in the Private Use Area, as the Encoding Standard says. */
export interface Gbk {
  /** The character, or undefined where GBK has none. */
  characterOf(lead: number, trail: number): string | undefined;
  /** The code, or undefined for ASCII and for what GBK does not hold. */
  codeOf(character: string): number | undefined;
}

function allCodes(): number[] {
  const codes: number[] = [];
  for (let lead = LEADS.first; lead <= LEADS.last; lead++) {
    for (let trail = TRAILS.first; trail <= TRAILS.last; trail++) if (trail !== TRAILS.never) codes.push((lead << 8) | trail);
  }
  return codes;
}

function build(): Gbk {
  const codes = allCodes();
  const bytes = Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]));
  const characters = new TextDecoder('gbk').decode(bytes);
  const byCode = new Map<number, string>();
  const byCharacter = new Map<string, number>();
  codes.forEach((code, index) => {
    const character = characters.charAt(index);
    byCode.set(code, character);
    byCharacter.set(character, code);
  });
  return {
    characterOf: (lead, trail) => byCode.get((lead << 8) | trail),
    codeOf: (character) => byCharacter.get(character),
  };
}

let shared: Gbk | undefined;

/** Built at the first call, which takes about ten milliseconds. */
export function gbk(): Gbk {
  shared ??= build();
  return shared;
}

/** Levels of GB 2312: 1 for the 3,755 frequent characters, 2 for 3,008 others, 0 outside. */
export function gb2312Level(code: number | undefined): 0 | 1 | 2 {
  if (code === undefined || (code & 0xff) < 0xa1) return 0;
  const lead = code >> 8;
  if (lead >= 0xb0 && lead <= 0xd7) return 1;
  return lead >= 0xd8 && lead <= 0xf7 ? 2 : 0;
}
