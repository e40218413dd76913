/** Asks which clips go into a file and in which format. JSON of everything is the backup. */
import { useState } from 'preact/hooks';
import { t } from '../../../utils/extension/language';
import { Dialog } from '../Dialog';
import { exportNow } from './export-now';
import { FORMATS, type Format } from './exports';

const SCOPES = ['clip', 'selected', 'shown', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

interface Props {
  scope: Scope;
  ids: Record<Exclude<Scope, 'all'>, readonly string[]>;
  /** Clips in the library, with those in the trash. */
  total: number;
  onClose: () => void;
}

type Progress = { state: 'ready' | 'working' } | { state: 'done'; name: string } | { state: 'failed'; detail: string };

export function ExportDialog({ scope: wanted, ids, total, onClose }: Props) {
  const counts = { clip: ids.clip.length, selected: ids.selected.length, shown: ids.shown.length, all: total };
  const [scope, setScope] = useState<Scope>(counts[wanted] > 0 ? wanted : 'all');
  const [format, setFormat] = useState<Format>(wanted === 'all' ? 'json' : 'markdown');
  const [progress, setProgress] = useState<Progress>({ state: 'ready' });
  const start = async (event: Event) => {
    event.preventDefault();
    setProgress({ state: 'working' });
    try {
      setProgress({ state: 'done', name: await exportNow(format, scope === 'all' ? 'all' : ids[scope]) });
    } catch (error) {
      setProgress({ state: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <Dialog title={t('library_export')} onClose={onClose}>
      <form class="export" onSubmit={start}>
        <fieldset>
          <legend>{t('library_export_which')}</legend>
          {SCOPES.filter((one) => counts[one] > 0).map((one) => (
            <label key={one}>
              <input type="radio" name="scope" checked={scope === one} onChange={() => setScope(one)} />
              {t(`library_export_${one}`, { count: counts[one] })}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('library_export_format')}</legend>
          {FORMATS.map((one) => (
            <label key={one}>
              <input type="radio" name="format" checked={format === one} onChange={() => setFormat(one)} />
              <span>
                {t(`format_${one}`)} <span class="soft">{t(`format_${one}_for`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p class="soft" role="status">
          {progress.state === 'working' && t('library_export_working')}
          {progress.state === 'done' && <bdi>{t('library_export_done', { name: progress.name })}</bdi>}
          {progress.state === 'failed' && t('library_export_failed', { detail: progress.detail })}
        </p>
        <p class="dialog-actions">
          <button
            type="submit"
            class="button button-primary"
            disabled={progress.state === 'working' || counts[scope] === 0}
          >
            {t('library_export_start')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
