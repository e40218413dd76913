/** GBK as two tables, taken from the platform's own decoder: code → character and back. */

const FIRST_LEAD = 0x81;
const LEADS = 126;
/** Second bytes are 40–7E and 80–FE. */
const FIRST_TRAIL = 0x40;
const NO_TRAIL = 0x7f;
const LAST_TRAIL = 0xfe;
const TRAILS = 190;

/** Double-byte codes, `lead << 8 | trail`; user-defined rows are in the Private Use Area, as the Encoding Standard says. */
export interface Gbk {
  /** The character, or undefined where GBK has none. */
  characterOf(lead: number, trail: number): string | undefined;
  /** The code, or undefined for ASCII and for what GBK does not hold. */
  codeOf(character: string): number | undefined;
}

const leadAt = (index: number) => FIRST_LEAD + Math.floor(index / TRAILS);

function trailAt(index: number): number {
  const trail = FIRST_TRAIL + (index % TRAILS);
  return trail < NO_TRAIL ? trail : trail + 1;
}

function build(): Gbk {
  const count = LEADS * TRAILS;
  const bytes = new Uint8Array(2 * count);
  for (let index = 0; index < count; index++) {
    bytes[2 * index] = leadAt(index);
    bytes[2 * index + 1] = trailAt(index);
  }
  const characters = new TextDecoder('gbk').decode(bytes);
  const codes = new Uint16Array(0x10000);
  for (let index = 0; index < count; index++)
    codes[characters.charCodeAt(index)] = (leadAt(index) << 8) | trailAt(index);
  return {
    characterOf(lead, trail) {
      if (lead < FIRST_LEAD || trail < FIRST_TRAIL || trail > LAST_TRAIL || trail === NO_TRAIL) return undefined;
      const column = trail - FIRST_TRAIL - (trail > NO_TRAIL ? 1 : 0);
      return characters.charAt((lead - FIRST_LEAD) * TRAILS + column) || undefined;
    },
    codeOf: (character) => (character.length === 1 && codes[character.charCodeAt(0)]) || undefined,
  };
}

let shared: Gbk | undefined;

/** Built at the first call. */
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
