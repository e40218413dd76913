/** Search, order and layout of the list. */
import type { Ref } from 'preact';
import type { Order } from '../../../utils/clips/order';
import { t } from '../../../utils/extension/language';
import { Icon } from '../../Icon';
import { LAYOUTS, ORDERS } from '../route';
import type { Navigation } from '../use-route';

interface Props {
  navigation: Navigation;
  searchField: Ref<HTMLInputElement>;
  /** From the search field down into the list. */
  onDown: () => void;
}

export function ListTools({ navigation, searchField, onDown }: Props) {
  const { route, go, amend, href } = navigation;
  const filtered = Object.keys(route.filters).length - 1;
  return (
    <>
      <search class="search">
        <input
          ref={searchField}
          id="search"
          class="field"
          type="search"
          value={route.query}
          placeholder={t('library_search')}
          aria-label={t('library_search')}
          aria-controls="clips"
          onInput={(event) => amend({ query: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.isComposing) return;
            event.preventDefault();
            onDown();
          }}
        />
        <a class="button facets-open" href={href({ facets: true })}>
          <Icon name="settings" />
          {filtered > 0 ? t('library_facets_active', { count: filtered }) : t('library_facets')}
        </a>
      </search>
      <div class="tools">
        {route.layout === 'list' && (
          <select
            class="field"
            aria-label={t('library_order')}
            value={route.order}
            onChange={(event) => go({ order: event.currentTarget.value as Order })}
          >
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                {t(`library_order_${order}`)}
              </option>
            ))}
          </select>
        )}
        <fieldset class="choice">
          <legend class="visually-hidden">{t('library_layout')}</legend>
          {LAYOUTS.map((layout) => (
            <button
              key={layout}
              type="button"
              class="button"
              aria-pressed={route.layout === layout}
              onClick={() => go({ layout })}
            >
              {t(`library_layout_${layout}`)}
            </button>
          ))}
        </fieldset>
      </div>
    </>
  );
}
