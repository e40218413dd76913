/** The left pane: everything, the starred and the trash, then the facets that narrow what is shown. */
import type { Facets, Filters } from '../../../utils/clips/facets';
import { t } from '../../../utils/extension/language';
import { Icon } from '../../Icon';
import { START } from '../route';
import type { Navigation } from '../use-route';
import { DateRange } from './DateRange';
import { FacetList } from './FacetList';
import { PlaceTree } from './PlaceTree';

interface Props {
  navigation: Navigation;
  facets: Facets | null;
  /** Clips outside the trash, those of them with a star (null until all have been read), and clips in it. */
  counts: { kept: number; starred: number | null; trashed: number };
}

export function FacetPane({ navigation, facets, counts }: Props) {
  const { route, go, href } = navigation;
  const { filters, trash } = route;
  const choose = (name: 'person' | 'place' | 'agency' | 'host' | 'tag') => (value: string | undefined) => {
    const { [name]: _, ...others } = filters;
    go({ filters: value === undefined ? others : { ...others, [name]: value } });
  };
  const { starred: _, ...unstarred } = filters;
  const places: { key: string; words: string; count: number | null; to: string; here: boolean }[] = [
    {
      key: 'all',
      words: t('library_all'),
      count: counts.kept,
      to: href({ filters: START.filters, trash: false, query: '' }),
      here: !trash && !filters.starred,
    },
    {
      key: 'starred',
      words: t('library_star'),
      count: counts.starred,
      to: href({ filters: { ...unstarred, starred: true }, trash: false }),
      here: !trash && filters.starred === true,
    },
    {
      key: 'trash',
      words: t('library_trash'),
      count: counts.trashed,
      to: href({ filters: START.filters, trash: true, query: '' }),
      here: trash,
    },
  ];
  return (
    <nav id="facets" class="facet-pane" aria-label={t('library_facets')}>
      <a class="button button-quiet facets-back" href={href({ facets: false })}>
        <Icon name="back" />
        {t('library_back')}
      </a>
      <ul class="shelves">
        {places.map(({ key, words, count, to, here }) => (
          <li key={key}>
            <a class="facet-value" href={to} aria-current={here ? 'page' : undefined}>
              <span>{words}</span>
              <span class="count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
      {facets && (
        <>
          <FacetList title={t('library_tags')} values={facets.tags} chosen={filters.tag} onChoose={choose('tag')} />
          <FacetList
            title={t('digest_people')}
            values={facets.people}
            chosen={filters.person}
            onChoose={choose('person')}
          />
          <PlaceTree nodes={facets.places} chosen={filters.place} onChoose={choose('place')} />
          <FacetList
            title={t('library_agencies')}
            values={facets.agencies}
            chosen={filters.agency}
            onChoose={choose('agency')}
          />
          <FacetList title={t('library_hosts')} values={facets.hosts} chosen={filters.host} onChoose={choose('host')} />
        </>
      )}
      <DateRange filters={filters} onChange={(changed: Filters) => go({ filters: changed })} />
    </nav>
  );
}
