/** The pane of the open clip: its versions are read when it opens and when it gets a new one. */
import { useEffect, useState } from 'preact/hooks';
import type { Clip, ClipVersion } from '../../../utils/clips/clip';
import { t } from '../../../utils/extension/language';
import { Icon } from '../../Icon';
import type { ClipActions } from '../actions';
import { readVersions } from '../library-access';
import type { Navigation } from '../use-route';
import { ClipDetail } from './ClipDetail';

type Loaded = { key: string; versions: ClipVersion[] } | { key: string; failed: string };

function useVersions(clip: Clip | undefined): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const id = clip?.id;
  const key = clip ? `${clip.id} ${clip.latest}` : '';
  useEffect(() => {
    if (id === undefined) return;
    let current = true;
    readVersions(id).then(
      (versions) => {
        if (current) setLoaded({ key, versions });
      },
      (error) => {
        if (current) setLoaded({ key, failed: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      current = false;
    };
  }, [id, key]);
  return loaded?.key === key ? loaded : null;
}

export interface DetailActions {
  readOnly: boolean;
  navigation: Navigation;
  /** Tags in use anywhere in the library, to choose from. */
  tags: readonly string[];
  actions: ClipActions;
  onExport: () => void;
  onDelete: (clip: Clip) => void;
}

interface Props extends DetailActions {
  clip: Clip | undefined;
  /** The list has been read: a clip that is not in it is not there. */
  ready: boolean;
  empty: boolean;
}

export function OpenClip({ clip, ready, empty, ...rest }: Props) {
  const loaded = useVersions(clip);
  const { route, href } = rest.navigation;
  const back = (
    <a class="button button-quiet back" href={href({ clip: null, version: null })}>
      <Icon name="back" />
      {t('library_back')}
    </a>
  );
  if (!ready) return null;
  if (!clip) {
    if (route.clip === null) return empty ? null : <p class="empty">{t('library_pick')}</p>;
    return (
      <>
        {back}
        <p class="empty">{t('library_missing')}</p>
      </>
    );
  }
  if (loaded === null) return <p class="empty">{t('library_clip_loading')}</p>;
  if ('failed' in loaded || loaded.versions.length === 0) {
    return (
      <>
        {back}
        <p class="empty">{t('library_clip_failed', { detail: 'failed' in loaded ? loaded.failed : '' })}</p>
      </>
    );
  }
  return (
    <>
      {back}
      <ClipDetail key={clip.id} clip={clip} versions={loaded.versions} {...rest} />
    </>
  );
}
