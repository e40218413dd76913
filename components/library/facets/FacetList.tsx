/** One facet: its values with their counts, the frequent first; a value is a toggle that sets the filter or clears it. */
import { useId, useState } from 'preact/hooks';
import type { FacetValue } from '../../../utils/clips/facets';
import { searchForm } from '../../../utils/clips/search-form';
import { t } from '../../../utils/extension/language';
import { FacetToggle } from './FacetToggle';

/** Values shown at first, and at most once all are asked for; a longer list is for its search field. */
const FIRST_SHOWN = 6;
const MOST_SHOWN = 200;

interface Props {
  title: string;
  values: readonly FacetValue[];
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
}

export function FacetList({ title, values, chosen, onChoose }: Props) {
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState('');
  const id = useId();
  if (values.length === 0 && chosen === undefined) return null;
  const matching =
    all && wanted ? values.filter(({ label }) => searchForm(label).includes(searchForm(wanted))) : values;
  const shown = matching.slice(0, all ? MOST_SHOWN : FIRST_SHOWN);
  const missing = chosen !== undefined && !shown.some(({ value }) => value === chosen);
  const chosenValue = values.find(({ value }) => value === chosen) ?? {
    value: chosen ?? '',
    label: chosen ?? '',
    count: 0,
  };
  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {all && (
        <input
          class="field"
          type="search"
          value={wanted}
          aria-label={t('library_facet_search', { facet: title })}
          placeholder={t('library_facet_search', { facet: title })}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul class={all ? 'facet-all' : undefined}>
        {[...(missing ? [chosenValue] : []), ...shown].map((item) => (
          <li key={item.value}>
            <FacetToggle {...item} chosen={item.value === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {values.length > FIRST_SHOWN && (
        <button type="button" class="button button-quiet facet-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('library_facet_fewer') : t('library_facet_all', { count: values.length })}
        </button>
      )}
    </section>
  );
}
