/** Filters as parameters of an address, so that Back, reload and a copied address lead to the same clips. */
import type { Filters } from './facets';

const NAMES = ['person', 'place', 'agency', 'host', 'tag'] as const;
const BOUNDS = ['from', 'to'] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filters that the parameters name. Unknown names, empty values and days that are none are ignored. */
export function parseFilters(parameters: URLSearchParams): Filters {
  const filters: Filters = { dates: parameters.get('dates') === 'event' ? 'event' : 'published' };
  for (const name of NAMES) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  for (const bound of BOUNDS) {
    const day = parameters.get(bound);
    if (day && DAY.test(day)) filters[bound] = day;
  }
  if (parameters.get('starred') === '1') filters.starred = true;
  return filters;
}

/** The parameters that `parseFilters` reads as these filters; what is not set takes none. */
export function filtersToParams(filters: Filters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of [...NAMES, ...BOUNDS]) {
    const value = filters[name];
    if (value) parameters.set(name, value);
  }
  if (filters.starred) parameters.set('starred', '1');
  if (filters.dates === 'event') parameters.set('dates', 'event');
  return parameters;
}
