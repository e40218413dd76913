/** The body of a clip in one script, or original and simplified side by side, paragraph by paragraph. */
import { useMemo } from 'preact/hooks';
import type { Block } from '../../../utils/article/article';
import type { ClipVersion } from '../../../utils/clips/clip';
import { BlockView } from '../../BlockView';
import { languageOf } from '../../language-of';
import type { TextView } from '../route';
import { simplifiedText } from './text-views';

interface Props {
  version: ClipVersion;
  /** The text of the view; the original when it is shown side by side. */
  blocks: readonly Block[];
  view: TextView;
}

function SideBySide({ version, blocks }: Omit<Props, 'view'>) {
  const simplified = useMemo(() => simplifiedText(version).blocks, [version]);
  return (
    <div class="prose pairs">
      {blocks.map((block, index) => (
        <div class="pair" key={`${index} ${block.type}`}>
          <div class="pair-original" lang={languageOf(version.script)}>
            <BlockView blocks={[block]} />
          </div>
          <div lang="zh-Hans">
            <BlockView blocks={simplified.slice(index, index + 1)} />
          </div>
        </div>
      ))}
    </div>
  );
}

export function ArticleText({ version, blocks, view }: Props) {
  if (view === 'both') return <SideBySide version={version} blocks={blocks} />;
  return (
    <div class="prose" lang={view === 'simplified' ? 'zh-Hans' : languageOf(version.script)}>
      <BlockView blocks={blocks} />
    </div>
  );
}
