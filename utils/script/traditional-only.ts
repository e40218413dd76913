/** The characters that GBK has for traditional text only, which is what mirrors annotate. */
import { conversionTable } from './conversion-table';
import { type Gbk, gb2312Level } from './gbk';

/** In the order of their GBK codes: Han, outside GB 2312, changed by conversion. */
export function traditionalOnly(gbk: Gbk): string[] {
  const { changesAlone } = conversionTable();
  const characters: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = gbk.characterOf(lead, trail);
      if (character === undefined || character < '\u4e00' || character > '\u9fff') continue;
      if (gb2312Level((lead << 8) | trail) === 0 && changesAlone[character.charCodeAt(0)] !== 0)
        characters.push(character);
    }
  }
  return characters;
}
