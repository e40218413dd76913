/** The official-document card: the fields a 公文 states of itself, in the order of its header. */
import type { DocumentCard as Card } from '../utils/article/article';
import { type MessageKey, t } from '../utils/extension/language';

const FIELDS: [keyof Card, MessageKey][] = [
  ['indexNumber', 'card_indexNumber'],
  ['topic', 'card_topic'],
  ['issuer', 'card_issuer'],
  ['documentNumber', 'card_documentNumber'],
  ['title', 'card_title_field'],
  ['written', 'card_written'],
  ['published', 'card_published'],
  ['validity', 'card_validity'],
  ['keywords', 'card_keywords'],
];

export function DocumentCard({ card, lang }: { card: Card; lang: string | undefined }) {
  return (
    <section class="card" aria-labelledby="card-title">
      <h2 id="card-title">{t('card_title')}</h2>
      <dl>
        {FIELDS.map(([field, label]) => {
          const value = card[field];
          return (
            value && (
              <div key={field}>
                <dt>{t(label)}</dt>
                <dd lang={lang}>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </section>
  );
}
