/** A text cut at its links, for formats that write a link as markup around its words. */
import type { Text } from '../../article/article';
import { safeAddress } from './safe-address';

export interface Segment {
  text: string;
  /** Safe to write; null where the text is no link. */
  href: string | null;
}

/** The text in order, nothing lost. Links that overlap an earlier one, lie outside the text or are unsafe stay plain. */
export function segmentsOf({ text, links = [] }: Text): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end, href } of [...links].sort((a, b) => a.start - b.start)) {
    const address = safeAddress(href);
    if (address === null || start < at || end <= start || end > text.length) continue;
    if (start > at) segments.push({ text: text.slice(at, start), href: null });
    segments.push({ text: text.slice(start, end), href: address });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), href: null });
  return segments;
}
