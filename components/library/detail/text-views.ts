/** The text of a version as it can be read: in its own script, in simplified characters, and as the page had it. */
import { type Block, mapTexts } from '../../../utils/article/article';
import type { ClipVersion } from '../../../utils/clips/clip';
import { offsetMap } from '../../../utils/script/offsets';
import { createSimplifier } from '../../../utils/script/simplify';
import type { TextView } from '../route';

export interface Shown {
  title: string;
  blocks: Block[];
}

const convertible = ({ script }: ClipVersion) => script === 'traditional' || script === 'mixed';

/** The views that differ from the original, with the original. */
export function viewsOf(version: ClipVersion): TextView[] {
  return [
    'original',
    ...(convertible(version) ? (['simplified', 'both'] as const) : []),
    ...(Object.keys(version.edits).length > 0 ? (['as-found'] as const) : []),
  ];
}

/** Names of people stay names: 徐乾學 is 徐乾学. Code points stay in number, so links stay on their words. */
export function simplifiedText({ article, digest }: ClipVersion): Shown {
  const simplifier = createSimplifier({ protect: digest.people.map(({ name }) => name) });
  const convert = (text: string) => ({ text: simplifier.convert(text), move: (offset: number) => offset });
  return { title: simplifier.convert(article.title), blocks: mapTexts(article.blocks, convert) };
}

/** The lines before repair. The title's are not kept: it stays as repaired. */
export function textAsFound({ article, original, edits }: ClipVersion): Shown {
  const blocks = mapTexts(article.blocks, (text, line) => ({
    text: original[line] ?? text,
    move: offsetMap(edits[line] ?? []).toOriginal,
  }));
  return { title: article.title, blocks };
}

/** The text of a view; side by side it is the original, which has the simplified one beside it. */
export function textIn(view: TextView, version: ClipVersion): Shown {
  if (view === 'simplified') return simplifiedText(version);
  return view === 'as-found' ? textAsFound(version) : version.article;
}
