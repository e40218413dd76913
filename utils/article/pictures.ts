/** Tells the article's pictures from icons, codes and tracking dots, and finds their addresses. */

import { absolute } from './addresses';

/** Pictures with a side below this are bullets and icons. Pixels. */
const SMALLEST_SIDE = 48;
const CHROME_NAME =
  /(?:icon|logo|qrcode|ewm|erweima|blank|spacer|loading|share|print|arrow|bullet)[^/]*\.(?:gif|png|jpe?g|svg|webp)(?:\?|$)/i;
/** Where scripts that load pictures late keep the address; the page's own `src` last. */
const SOURCES = ['data-src', 'data-original', 'data-url', 'src'];

/** The absolute address of a picture that belongs to an article's text, or null. */
export function pictureAddress(image: Element, base: string): string | null {
  const tooSmall = ['width', 'height'].some((side) => {
    const size = Number.parseInt(image.getAttribute(side) ?? '', 10);
    return size > 0 && size < SMALLEST_SIDE;
  });
  if (tooSmall) return null;
  for (const name of SOURCES) {
    const raw = image.getAttribute(name)?.trim() ?? '';
    const address = raw === '' ? null : absolute(raw, base);
    if (address !== null) return CHROME_NAME.test(address) ? null : address;
  }
  return null;
}
