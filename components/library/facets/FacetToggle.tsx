/** A value of a facet with its count. */
import type { FacetValue } from '../../../utils/clips/facets';
import { shortTitle } from '../short-title';

interface Props extends Pick<FacetValue, 'value' | 'label' | 'count'> {
  chosen: boolean;
  onChoose: (value: string | undefined) => void;
}

export function FacetToggle({ value, label, count, chosen, onChoose }: Props) {
  return (
    <button
      type="button"
      class="facet-value"
      aria-pressed={chosen}
      onClick={() => onChoose(chosen ? undefined : value)}
    >
      <bdi lang="zh">{shortTitle(label)}</bdi>
      <span class="count">{count}</span>
    </button>
  );
}
