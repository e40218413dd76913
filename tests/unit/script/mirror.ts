/** Does to a text what mirror sites do: inserts readings into its GBK bytes, blind to where characters start. */
import { gbk } from '../../../utils/script/gbk';

function encode(text: string): string {
  return Array.from(text, (character) => {
    const code = gbk().codeOf(character);
    return code === undefined ? character : String.fromCharCode(code >> 8, code & 0xff);
  }).join('');
}

function decode(bytes: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes.charCodeAt(at);
    if (lead < 0x80) text += bytes.charAt(at);
    else text += gbk().characterOf(lead, bytes.charCodeAt(++at)) ?? '?';
  }
  return text;
}

/** `readings` is `驗 yàn 區 qū`. Text outside GBK and ASCII is not supported. */
export function mirrored(text: string, readings: string): string {
  const words = readings.split(' ');
  let bytes = encode(text);
  for (let at = 0; at < words.length; at += 2) {
    const code = encode(words[at]!);
    bytes = bytes.replaceAll(code, `${code}(${encode(words[at + 1]!)})`);
  }
  return decode(bytes);
}
