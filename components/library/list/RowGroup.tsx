/** A row of the list, and under it the reposts of the same article, folded away until asked for. */
import { useState } from 'preact/hooks';
import { t } from '../../../utils/extension/language';
import type { Row } from '../rows';
import { ClipRow, type RowProps } from './ClipRow';

interface Props {
  row: Row;
  /** Place in the list from 1, and the length of the list: not all rows are made. */
  place: number;
  total: number;
  propsFor: (clip: Row['clip']) => RowProps;
  openClip: string | null;
}

export function RowGroup({ row, place, total, propsFor, openClip }: Props) {
  const { clip, reposts } = row;
  const [opened, setOpened] = useState<boolean | null>(null);
  const shown = opened ?? reposts.some(({ id }) => id === openClip);
  return (
    <li aria-posinset={place} aria-setsize={total}>
      <ClipRow {...propsFor(clip)} />
      {reposts.length > 0 && (
        <>
          <button
            type="button"
            class="button button-quiet reposts"
            aria-expanded={shown}
            onClick={() => setOpened(!shown)}
          >
            {t('library_reposts', { count: reposts.length })}
          </button>
          {shown && (
            <ul class="repost-list">
              {reposts.map((repost) => (
                <li key={repost.id}>
                  <ClipRow {...propsFor(repost)} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  );
}
