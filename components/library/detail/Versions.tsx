/** The versions of a clip, newest first; each says on demand what it changed against the one before. */
import { useState } from 'preact/hooks';
import type { ClipVersion } from '../../../utils/clips/clip';
import { t } from '../../../utils/extension/language';
import type { Navigation } from '../use-route';
import { Differences } from './Differences';

interface Props {
  /** Newest first. */
  versions: readonly ClipVersion[];
  shown: ClipVersion;
  href: Navigation['href'];
}

export function Versions({ versions, shown, href }: Props) {
  return (
    <section class="versions" aria-labelledby="versions">
      <h2 id="versions">
        {t('library_versions')} <span class="soft">{versions.length}</span>
      </h2>
      <ol reversed>
        {versions.map((version, index) => (
          <li key={version.number}>
            <a
              href={href({ version: index === 0 ? null : version.number })}
              aria-current={version === shown ? 'true' : undefined}
            >
              {t('library_version', { number: version.number })}
            </a>{' '}
            <time class="soft" dateTime={version.savedAt}>
              {new Date(version.savedAt).toLocaleString(document.documentElement.lang)}
            </time>
            {versions[index + 1] && <Changes older={versions[index + 1]!} newer={version} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Compared only once it is opened: a comparison of long texts takes time. */
function Changes({ older, newer }: { older: ClipVersion; newer: ClipVersion }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('library_changes', { number: older.number })}</summary>
      {open && <Differences older={older} newer={newer} />}
    </details>
  );
}
