/** Shows a mention in the text of the open clip: marks all of the item, brings the wanted one into view. */
import type { RefObject } from 'preact';
import { HEADLINE, type Mention } from '../../../utils/digest/digest';
import { highlight } from '../../../utils/page/highlighter';
import type { Reveal } from '../../DigestLists';

/** The elements that hold one line each, in the order of `linesOf`. */
const LINES = ':is(h3, p, li, caption, th, td, figcaption)';

/** The range of a mention; null when its line is not shown. */
function rangeOf({ line, start, end }: Mention, lines: readonly Element[], title: Element | null): Range | null {
  const element = line === HEADLINE ? title : lines[line];
  if (!element) return null;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (start >= before && start <= before + length) range.setStart(node, start - before);
    if (end >= before && end <= before + length) {
      range.setEnd(node, end - before);
      return range;
    }
    before += length;
  }
  return null;
}

export function revealIn(text: RefObject<HTMLElement | null>): Reveal {
  return async (kind, mentions, index) => {
    const scope = text.current?.querySelector('.pairs') ? '.pair-original ' : '.prose ';
    const lines = [...(text.current?.querySelectorAll(scope + LINES) ?? [])];
    const title = document.getElementById('clip-title');
    const ranges = mentions.map((mention) => rangeOf(mention, lines, title));
    const wanted = ranges[index];
    if (!wanted) return false;
    highlight(
      window,
      kind,
      ranges.filter((range) => range !== null),
      wanted,
    );
    return true;
  };
}
