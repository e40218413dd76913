/** Takes a backup in: by choosing or dropping a file; says how far it is, then what came of every record. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/extension/language';
import { Dialog } from '../Dialog';
import { ImportReport } from './ImportReport';
import { type ImportProgress, importFile } from './import-file';

interface Props {
  /** A file that was dropped on the page; it is imported at once. */
  file: File | null;
  onClose: () => void;
}

export function ImportDialog({ file, onClose }: Props) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const started = useRef<File | null>(null);
  const start = (wanted: File | null | undefined) => {
    if (!wanted || started.current === wanted) return;
    started.current = wanted;
    void importFile(wanted, setProgress);
  };
  useEffect(() => start(file), [file]);
  return (
    <Dialog title={t('library_import')} onClose={onClose}>
      <p>{t('library_import_words')}</p>
      <label class="drop">
        <span>{t('library_import_drop')}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => start(event.currentTarget.files?.[0])}
        />
      </label>
      <div role="status">{progress && <Progress progress={progress} />}</div>
    </Dialog>
  );
}

function Progress({ progress }: { progress: ImportProgress }) {
  switch (progress.state) {
    case 'reading':
      return (
        <p>
          <progress value={progress.share} aria-label={t('library_import')} />{' '}
          {t('library_import_sending', { share: Math.floor(progress.share * 100) })}
        </p>
      );
    case 'committing':
      return (
        <p>
          <progress aria-label={t('library_import')} /> {t('library_import_committing')}
        </p>
      );
    case 'failed':
      return <p class="care-notice">{t('library_import_failed', { detail: progress.detail })}</p>;
    case 'done':
      return <ImportReport read={progress.read} merged={progress.merged} />;
  }
}
