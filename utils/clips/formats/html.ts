/** Clips as one web page that needs nothing else: no script, no request, style within. */
import type { ClipWithVersions } from '../clip';
import { CHINESE_LABELS, type Labels } from './labels';
import { LANGUAGES } from './languages';
import { clipMarkup, escapeMarkup, STYLE } from './markup';

/** Nothing may run or be loaded, whatever the markup says; only the page's own style applies. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const idOf = (index: number) => `clip-${index + 1}`;

function contentsMarkup(entries: readonly ClipWithVersions[], labels: Labels): string {
  const items = entries.map(({ clip }, index) => {
    return `<li><a href="#${idOf(index)}"><bdi>${escapeMarkup(clip.title)}</bdi></a></li>`;
  });
  return `<nav><h2>${escapeMarkup(labels.contents)}</h2>\n<ol>\n${items.join('\n')}\n</ol></nav>\n`;
}

/** The clips in order; several have a table of contents before them. */
export function toHtml(entries: Iterable<ClipWithVersions>, labels: Labels = CHINESE_LABELS): string {
  const all = [...entries];
  const only = all.length === 1 ? all[0] : undefined;
  const language = only ? LANGUAGES[only.clip.card.script] : 'zh-Hans';
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="referrer" content="no-referrer"/>
<meta name="viewport" content="width=device-width"/>
<title>${escapeMarkup(only ? only.clip.title : labels.library)}</title>
<style>${STYLE}</style>
</head>
<body>
${only ? '' : contentsMarkup(all, labels)}${all.map((entry, index) => clipMarkup(entry, idOf(index), labels)).join('\n')}
</body>
</html>
`;
}
