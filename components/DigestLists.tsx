/** Dates, people and places of an article. Each item shows its mentions on the page, one after the other. */
import { useState } from 'preact/hooks';
import type { DateItem, Digest, Mention, Person, Place } from '../utils/digest/digest';
import { t } from '../utils/extension/language';

export type DigestKind = 'date' | 'person' | 'place';

/** Shows one mention on the page; resolves to false when it is no longer there. */
export type Reveal = (kind: DigestKind, mentions: Mention[], index: number) => Promise<boolean>;

/** Items shown before the reader asks for the rest; the popup is small, and what matters comes first. */
const FIRST_SHOWN = 12;

interface Item {
  key: string;
  name: string;
  detail: string;
  mentions: Mention[];
}

function dateItem({ text, iso, basis, mentions }: DateItem): Item {
  const resolved = iso && iso !== text ? iso.replace('/', ' – ') : '';
  const how = basis === 'stated' ? '' : t(`basis_${basis}`);
  return { key: `${text} ${iso}`, name: text, detail: [resolved, how].filter(Boolean).join(' · '), mentions };
}

function personItem({ name, simplified, roles, credit, mentions }: Person, converted: boolean): Item {
  const detail = [...roles, ...(credit && roles.length === 0 ? [t('digest_credit')] : [])].join('、');
  return { key: simplified, name: converted ? simplified : name, detail, mentions };
}

function placeItem({ name, simplified, chain, uncertain, mentions }: Place, converted: boolean): Item {
  const shown = chain.at(-1) === simplified ? chain.slice(0, -1) : chain;
  const detail = [shown.join(' › '), uncertain ? t('digest_uncertain') : ''].filter(Boolean).join(' · ');
  return { key: `${simplified} ${chain.join('/')}`, name: converted ? simplified : name, detail, mentions };
}

function ItemRow({
  kind,
  item,
  lang,
  reveal,
}: {
  kind: DigestKind;
  item: Item;
  lang: string | undefined;
  reveal?: Reveal;
}) {
  const [shown, setShown] = useState(-1);
  const [lost, setLost] = useState(false);
  const total = item.mentions.length;
  const next = total > 0 ? (shown + 1) % total : 0;
  const content = (
    <>
      <bdi class="item-name" lang={lang}>
        {item.name}
      </bdi>
      {item.detail && (
        <bdi class="item-detail" lang={kind === 'place' ? 'zh-Hans' : lang}>
          {item.detail}
        </bdi>
      )}
      {total > 1 && (
        <span class="item-count" aria-hidden="true">
          {shown >= 0 ? `${shown + 1}/${total}` : total}
        </span>
      )}
    </>
  );
  if (!reveal || total === 0) return <div class="item">{content}</div>;
  const show = async () => {
    setLost(!(await reveal(kind, item.mentions, next)));
    setShown(next);
  };
  return (
    <>
      <button
        type="button"
        class="item"
        onClick={show}
        title={t('digest_show', { name: item.name, index: next + 1, total })}
      >
        {content}
      </button>
      {lost && (
        <p class="soft" role="status">
          {t('digest_not_found')}
        </p>
      )}
    </>
  );
}

interface ListProps {
  kind: DigestKind;
  title: string;
  items: Item[];
  lang: string | undefined;
  reveal?: Reveal;
}

function ItemList({ kind, title, items, lang, reveal }: ListProps) {
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, items.length - FIRST_SHOWN);
  return (
    <section class={`digest digest-${kind}`} aria-labelledby={`digest-${kind}`}>
      <h2 id={`digest-${kind}`}>
        {title}
        {items.length > 0 && <span class="soft"> {items.length}</span>}
      </h2>
      {items.length === 0 && <p class="soft">{t('digest_none')}</p>}
      <ul>
        {items.slice(0, items.length - hidden).map((item) => (
          <li key={item.key}>
            <ItemRow kind={kind} item={item} lang={lang} {...(reveal && { reveal })} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="button button-quiet" onClick={() => setAll(true)}>
          {t('more', { count: hidden })}
        </button>
      )}
    </section>
  );
}

interface Props {
  digest: Digest;
  /** Names in simplified characters, as the page shows them. */
  converted: boolean;
  lang: string | undefined;
  reveal?: Reveal;
}

/** Stands where the lists will, under their headings. */
export function DigestSkeleton() {
  return (
    <>
      {(['dates', 'people', 'places'] as const).map((kind) => (
        <section key={kind} class="digest" aria-busy="true">
          <h2>{t(`digest_${kind}`)}</h2>
          <div class="skeleton" aria-hidden="true">
            <span style={{ width: '60%' }} />
            <span style={{ width: '45%' }} />
          </div>
        </section>
      ))}
    </>
  );
}

export function DigestLists({ digest, converted, lang, reveal }: Props) {
  const shownLang = converted ? 'zh-Hans' : lang;
  const shared = { lang: shownLang, ...(reveal && { reveal }) };
  const people = [...digest.people].sort((a, b) => Number(a.credit) - Number(b.credit));
  return (
    <>
      <ItemList kind="date" title={t('digest_dates')} items={digest.dates.map(dateItem)} {...shared} lang={lang} />
      <ItemList
        kind="person"
        title={t('digest_people')}
        items={people.map((person) => personItem(person, converted))}
        {...shared}
      />
      <ItemList
        kind="place"
        title={t('digest_places')}
        items={digest.places.map((place) => placeItem(place, converted))}
        {...shared}
      />
    </>
  );
}
