/** Does to a text what mirror sites do: inserts readings into its GBK bytes, blind to where characters start. */
import { gbk } from '../../../utils/script/gbk';

/** Encodes as GBK, one character of the result for each byte; characters outside GBK are dropped. */
export function encode(text: string): string {
  return Array.from(text, (character) => {
    if (character < '\x80') return character;
    const code = gbk().codeOf(character);
    return code === undefined ? '' : String.fromCharCode(code >> 8, code & 0xff);
  }).join('');
}

/** Decodes as the mirrors do: a lead byte with a second byte that fits nothing becomes one `?`. */
export function decode(bytes: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes.charCodeAt(at);
    if (lead < 0x80) text += bytes.charAt(at);
    else text += gbk().characterOf(lead, bytes.charCodeAt(++at)) ?? '?';
  }
  return text;
}

/** What a mirror makes of a text. `readings` is `驗 yàn 區 qū`: each is inserted behind its character's bytes, wherever they match. */
export function mirrored(text: string, readings: string): string {
  const words = readings.split(' ');
  let bytes = encode(text);
  for (let at = 0; at < words.length; at += 2) {
    const code = encode(words[at]!);
    bytes = bytes.replaceAll(code, `${code}(${encode(words[at + 1]!)})`);
  }
  return decode(bytes);
}
