/** What was mended, and what could not be. Nothing is shown for an undamaged page. */

import { type MessageKey, t } from '../utils/extension/language';
import type { DamageFamily, RepairCounts } from '../utils/script/script';

/** Damage that is known and cannot be mended. */
const WITHOUT_MEND: [DamageFamily, MessageKey][] = [
  ['toneless pinyin', 'damage_toneless_pinyin'],
  ['doubled pinyin', 'damage_doubled_pinyin'],
  ['lost bytes', 'damage_lost_bytes'],
];

interface Props {
  repair: RepairCounts;
  families: readonly DamageFamily[];
}

export function RepairLine({ repair, families }: Props) {
  const { annotations, shiftedRuns, unrepaired } = repair;
  const mended = [
    annotations > 0 && t('repair_annotations', { count: annotations }),
    shiftedRuns > 0 && t('repair_shifted', { count: shiftedRuns }),
  ].filter((part) => part !== false);
  const named = WITHOUT_MEND.filter(([family]) => families.includes(family));
  if (mended.length === 0 && unrepaired === 0 && named.length === 0) return null;
  return (
    <p class="repair">
      {mended.length > 0 && t('repair_fixed', { what: mended.join(t('repair_join')) })}
      {unrepaired > 0 && <span> {t('repair_unrepaired', { count: unrepaired })}</span>}
      {named.map(([family, words]) => (
        <span key={family}> {t(words)}</span>
      ))}
    </p>
  );
}
