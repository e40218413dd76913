/** The range of days that a clip was published in, or that its event falls in. */
import { useId } from 'preact/hooks';
import type { Filters } from '../../../utils/clips/facets';
import { t } from '../../../utils/extension/language';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** The filters with one bound set, or cleared by an empty day. */
function bounded(filters: Filters, bound: 'from' | 'to', day: string): Filters {
  const { [bound]: _, ...others } = filters;
  return day ? { ...others, [bound]: day } : others;
}

export function DateRange({ filters, onChange }: Props) {
  const id = useId();
  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id}>{t('library_days')}</h2>
      <select
        class="field"
        aria-label={t('library_days_of')}
        value={filters.dates}
        onChange={(event) =>
          onChange({ ...filters, dates: event.currentTarget.value === 'event' ? 'event' : 'published' })
        }
      >
        <option value="published">{t('library_days_published')}</option>
        <option value="event">{t('library_days_event')}</option>
      </select>
      {(['from', 'to'] as const).map((bound) => (
        <label key={bound} class="day">
          <span>{t(`library_days_${bound}`)}</span>
          <input
            class="field"
            type="date"
            value={filters[bound] ?? ''}
            onChange={(event) => onChange(bounded(filters, bound, event.currentTarget.value))}
          />
        </label>
      ))}
    </section>
  );
}
