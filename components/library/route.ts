/** What the library shows, as it stands in the address: Back, reload and a copied address lead to the same view. */
import type { Filters } from '../../utils/clips/facets';
import { filtersToParams, parseFilters } from '../../utils/clips/filters';
import type { Order } from '../../utils/clips/order';

/** How clips are ordered; the first is the default. */
export const ORDERS = ['saved', 'published', 'event', 'title'] as const satisfies Order[];

export const LAYOUTS = ['list', 'timeline'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** How the text of the open clip is shown. `as-found` is the page's own text, before repair. */
export const TEXT_VIEWS = ['original', 'simplified', 'both', 'as-found'] as const;
export type TextView = (typeof TEXT_VIEWS)[number];

export interface Route {
  query: string;
  filters: Filters;
  order: Order;
  layout: Layout;
  /** Shows the trash instead of the library. */
  trash: boolean;
  /** Id of the open clip. */
  clip: string | null;
  /** Number of the version shown; the newest when null. */
  version: number | null;
  text: TextView;
  /** True when a narrow page shows the facets in place of the list. */
  facets: boolean;
}

export const START: Route = {
  query: '',
  filters: { dates: 'published' },
  order: 'saved',
  layout: 'list',
  trash: false,
  clip: null,
  version: null,
  text: 'original',
  facets: false,
};

/** The route of an address' hash; what it does not know is left out. */
export function readRoute(hash: string): Route {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const oneOf = <T extends string>(name: string, known: readonly [T, ...T[]]): T =>
    known.find((value) => value === parameters.get(name)) ?? known[0];
  return {
    query: parameters.get('q') ?? '',
    filters: parseFilters(parameters),
    order: oneOf('sort', ORDERS),
    layout: oneOf('view', LAYOUTS),
    trash: parameters.has('trash'),
    clip: parameters.get('clip'),
    version: Number.parseInt(parameters.get('version') ?? '', 10) || null,
    text: oneOf('text', TEXT_VIEWS),
    facets: parameters.has('facets'),
  };
}

/** The hash that leads to `route`; what is as at the start is left out. */
export function routeHash(route: Route): string {
  const { query, filters, order, layout, trash, clip, version, text, facets } = route;
  const entries: [string, string | false | null][] = [
    ['q', query],
    ...filtersToParams(filters),
    ['sort', order !== START.order && order],
    ['view', layout !== START.layout && layout],
    ['trash', trash && '1'],
    ['clip', clip],
    ['version', version !== null && String(version)],
    ['text', text !== START.text && text],
    ['facets', facets && '1'],
  ];
  const given = entries.filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `#${new URLSearchParams(given)}`;
}
