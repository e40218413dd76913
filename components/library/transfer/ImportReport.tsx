/** What came of an import, with a line for every record that was not taken. */
import type { Fault, ReadReport, Refusal } from '../../../utils/clips/formats/import';
import type { MergeReport } from '../../../utils/clips/merge';
import { t } from '../../../utils/extension/language';
import { bytesWords } from '../care/bytes';

/** Rejected records that are listed one by one. */
const REJECTED_SHOWN = 200;

/** Limits are bytes where a size is too large, else numbers of things. */
const withLimit = <R extends Fault | Refusal>(reason: R) =>
  reason.code === 'too-large' ? { ...reason, limit: bytesWords(reason.limit) } : reason;

const faultWords = (fault: Fault) => t(`fault_${fault.code}`, { ...withLimit(fault) });

function Rejected({ read }: { read: ReadReport }) {
  const listed = read.rejected.slice(0, REJECTED_SHOWN);
  return (
    <ul class="rejected">
      {listed.map(({ line, id, fault }) => (
        <li key={line}>
          <bdi>
            {t('library_import_line', {
              line,
              id: id === null ? '' : ` (${id.slice(0, 40)})`,
              fault: faultWords(fault),
            })}
          </bdi>
        </li>
      ))}
      {read.rejectedCount > listed.length && <li>{t('more', { count: read.rejectedCount - listed.length })}</li>}
    </ul>
  );
}

export function ImportReport({ read, merged }: { read: ReadReport; merged: MergeReport | null }) {
  if (read.refused || !merged) {
    const detail = read.refused ? t(`refusal_${read.refused.code}`, { ...withLimit(read.refused) }) : '';
    return <p class="care-notice">{t('library_import_failed', { detail })}</p>;
  }
  const { added, updated, unchanged } = merged;
  return (
    <>
      <p>{t('library_import_done', { added, updated, unchanged, rejected: read.rejectedCount })}</p>
      {read.cutOff && <p class="care-notice">{t('library_import_cut_off')}</p>}
      {read.rejectedCount > 0 && <Rejected read={read} />}
    </>
  );
}
