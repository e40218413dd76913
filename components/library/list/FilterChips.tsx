/** The active filters, each a chip that removes it. */
import type { Filters } from '../../../utils/clips/facets';
import { type MessageKey, t } from '../../../utils/extension/language';
import { START } from '../route';
import type { Navigation } from '../use-route';

type Name = Exclude<keyof Filters, 'dates'>;

const LABELS: [Name, MessageKey][] = [
  ['starred', 'library_star'],
  ['tag', 'library_tags'],
  ['person', 'digest_people'],
  ['place', 'digest_places'],
  ['agency', 'library_agencies'],
  ['host', 'library_hosts'],
  ['from', 'library_days_from'],
  ['to', 'library_days_to'],
];

/** The value in words: a place by its chain, a yes by nothing. */
function valueWords(name: Name, value: string | true): string {
  if (value === true) return '';
  return name === 'place' ? value.replaceAll('>', ' › ') : value;
}

export function FilterChips({ navigation }: { navigation: Navigation }) {
  const { route, go } = navigation;
  const { filters } = route;
  const active = LABELS.flatMap(([name, label]) => {
    const value = filters[name];
    return value ? [{ name, label: t(label), value: valueWords(name, value) }] : [];
  });
  if (active.length === 0) return null;
  const remove = (name: Name) => {
    const { [name]: _, ...others } = filters;
    go({ filters: others });
  };
  return (
    <ul class="chips" aria-label={t('library_filters')}>
      {active.map(({ name, label, value }) => (
        <li key={name}>
          <button
            type="button"
            class="chip"
            aria-label={t('library_filter_remove', { filter: `${label} ${value}`.trim() })}
            onClick={() => remove(name)}
          >
            <span class="soft">{label}</span>
            {value && <bdi lang="zh">{value}</bdi>}
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <button type="button" class="button button-quiet" onClick={() => go({ filters: START.filters })}>
            {t('library_filters_clear')}
          </button>
        </li>
      )}
    </ul>
  );
}
