/** One clip to read: its headline and facts, its text, and beside it what is known of it. */
import { useMemo, useRef } from 'preact/hooks';
import type { Clip, ClipVersion } from '../../../utils/clips/clip';
import { t } from '../../../utils/extension/language';
import { DigestLists } from '../../DigestLists';
import { DocumentCard } from '../../DocumentCard';
import { languageOf } from '../../language-of';
import { PublisherBadge } from '../../PublisherBadge';
import { RepairLine } from '../../RepairLine';
import { TEXT_VIEWS, type TextView } from '../route';
import { shortTitle } from '../short-title';
import { ArticleText } from './ArticleText';
import { Citations } from './Citations';
import { NoteEditor } from './NoteEditor';
import type { DetailActions } from './OpenClip';
import { Provenance } from './Provenance';
import { revealIn } from './reveal';
import { TagEditor } from './TagEditor';
import { textIn, viewsOf } from './text-views';
import { Versions } from './Versions';

interface Props extends DetailActions {
  clip: Clip;
  /** Newest first, at least one. */
  versions: readonly ClipVersion[];
}

export function ClipDetail(props: Props) {
  const { clip, versions, readOnly, navigation, tags } = props;
  const { route, amend, href } = navigation;
  const version = versions.find(({ number }) => number === route.version) ?? versions[0]!;
  const { article, digest, script, repair, families } = version;
  const lang = languageOf(script);
  const views = viewsOf(version);
  const view: TextView = views.includes(route.text) ? route.text : 'original';
  const shown = useMemo(() => textIn(view, version), [view, version]);
  const text = useRef<HTMLDivElement>(null);

  return (
    <article class="detail" aria-labelledby="clip-title">
      <header>
        <Headline version={version} title={shown.title} simplified={view === 'simplified'} />
        <Facts clip={clip} version={version} />
        <PublisherBadge check={article.publisher} />
        <RepairLine repair={repair} families={families} />
        {version !== versions[0] && (
          <p class="older">
            {t('library_version_older', { number: version.number })}{' '}
            <a href={href({ version: null })}>{t('library_version_newest')}</a>
          </p>
        )}
        <Actions {...props} />
        {views.length > 1 && (
          <fieldset class="choice">
            <legend class="visually-hidden">{t('library_text')}</legend>
            {TEXT_VIEWS.filter((one) => views.includes(one)).map((one) => (
              <button
                key={one}
                type="button"
                class="button"
                aria-pressed={view === one}
                onClick={() => amend({ text: one })}
              >
                {t(`library_text_${one}`)}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      <div ref={text} class="text">
        <ArticleText version={version} blocks={shown.blocks} view={view} />
      </div>
      <aside>
        {article.document && <DocumentCard card={article.document} lang={lang} />}
        <NoteEditor key={`note ${clip.id}`} clipId={clip.id} note={clip.note} readOnly={readOnly} />
        <TagEditor clip={clip} tags={tags} readOnly={readOnly} actions={props.actions} />
        <DigestLists
          digest={digest}
          converted={view === 'simplified'}
          lang={lang}
          {...(view === 'as-found' ? {} : { reveal: revealIn(text) })}
        />
        <Attachments version={version} />
        <Citations entry={{ clip, versions: [...versions] }} />
        <Versions versions={versions} shown={version} href={href} />
        <Provenance article={article} lang={lang} />
      </aside>
    </article>
  );
}

function Headline({ version, title, simplified }: { version: ClipVersion; title: string; simplified: boolean }) {
  const { article, script } = version;
  const { kicker, subtitle } = article;
  return (
    <>
      {kicker && (
        <p class="kicker" lang={languageOf(script)}>
          <bdi>{kicker}</bdi>
        </p>
      )}
      <h2 id="clip-title" tabIndex={-1} lang={simplified ? 'zh-Hans' : languageOf(script)}>
        <bdi>{title}</bdi>
      </h2>
      {subtitle && (
        <p class="kicker" lang={languageOf(script)}>
          <bdi>{subtitle}</bdi>
        </p>
      )}
    </>
  );
}

function Facts({ clip, version }: { clip: Clip; version: ClipVersion }) {
  const { article, script } = version;
  const lang = languageOf(script);
  const savedAt = new Date(clip.createdAt).toLocaleString(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const named = [
    { label: t('field_source'), value: article.source?.value },
    { label: t('field_author'), value: article.author?.value },
    { label: t('field_editor'), value: article.editor?.value },
  ];
  return (
    <p class="dateline soft">
      <time dateTime={article.published?.day}>
        {article.published
          ? [article.published.day, article.published.time].filter(Boolean).join(' ')
          : t('field_no_date')}
      </time>
      {named.map(
        ({ label, value }) =>
          value && (
            <span key={label}>
              {label} <bdi lang={lang}>{shortTitle(value)}</bdi>
            </span>
          ),
      )}
      <span>
        <bdi>{article.publisher.host}</bdi>
      </span>
      <span>{t('library_saved_at', { time: savedAt })}</span>
    </p>
  );
}

function Actions({ clip, versions, readOnly, actions, onExport, onDelete }: Props) {
  const trashed = clip.trashedAt !== null;
  return (
    <div class="actions">
      {!readOnly && !trashed && (
        <button
          type="button"
          class="button"
          aria-pressed={clip.starred}
          onClick={() => actions.star([clip], !clip.starred)}
        >
          {t('library_star_toggle')}
        </button>
      )}
      <a class="button" href={versions[0]!.article.url} target="_blank" rel="noopener noreferrer">
        {t('library_source_page')}
      </a>
      <button type="button" class="button" onClick={onExport}>
        {t('library_export')}
      </button>
      {!readOnly && !trashed && (
        <button type="button" class="button" onClick={() => actions.trash([clip])}>
          {t('library_delete')}
        </button>
      )}
      {!readOnly && trashed && (
        <>
          <button type="button" class="button" onClick={() => actions.restore([clip])}>
            {t('library_restore')}
          </button>
          <button type="button" class="button button-danger" onClick={() => onDelete(clip)}>
            {t('library_delete_forever')}
          </button>
        </>
      )}
    </div>
  );
}

function Attachments({ version }: { version: ClipVersion }) {
  const { attachments } = version.article;
  if (attachments.length === 0) return null;
  return (
    <section class="attachments" aria-labelledby="attachments">
      <h2 id="attachments">{t('attachments')}</h2>
      <ul>
        {attachments.map(({ name, href }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noopener noreferrer" lang={languageOf(version.script)}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
