/**
 * Whether a page is in traditional script, from a sample and without any table: what a script of a few KB can afford.
 * The characters are the most frequent ones of official news that exist in one script only (GB 18030 / Big5 pairs).
 */
const PAIRS =
  '個个們们來来時时會会國国學学發发對对開开這这說说業业為为過过動动實实現现長长進进經经區区機机書书關关設设務务與与員员產产達达領领導导總总統统議议記记請请讓让運运還还選选應应線线資资電电灣湾縣县鄉乡鎮镇處处廣广東东單单場场報报環环優优齊齐辦办變变協协際际體体點点黨党讀读觀观';

const TRADITIONAL = new Set([...PAIRS].filter((_, index) => index % 2 === 0));
const SIMPLIFIED = new Set([...PAIRS].filter((_, index) => index % 2 === 1));

/** True when the sample holds more characters that are traditional only than characters that are simplified only. */
export function looksTraditional(sample: string): boolean {
  let balance = 0;
  for (const character of sample) {
    if (TRADITIONAL.has(character)) balance += 1;
    else if (SIMPLIFIED.has(character)) balance -= 1;
  }
  return balance > 0;
}
