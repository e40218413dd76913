/** Who put the page up, against who the article says it is from; the evidence is in the badge's own list. */
import type { PublisherCheck } from '../utils/article/article';
import { t } from '../utils/extension/language';

export function PublisherBadge({ check }: { check: PublisherCheck }) {
  const { verdict, operator, evidence } = check;
  const label =
    verdict === 'republished' && operator ? t('verdict_republished_by', { operator }) : t(`verdict_${verdict}`);
  if (evidence.length === 0) return <span class={`badge badge-${verdict}`}>{label}</span>;
  return (
    <details class="evidence">
      <summary class={`badge badge-${verdict}`}>{label}</summary>
      <ul>
        {evidence.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            <bdi>{t(`evidence_${kind}`, { text })}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
