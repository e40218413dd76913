/** Clips as an EPUB 3.3 book: a chapter for each, readable without a network. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ClipWithVersions } from '../clip';
import { oneLine } from './clean-text';
import { CHINESE_LABELS, type Labels } from './labels';
import { LANGUAGES } from './languages';
import { clipMarkup, escapeMarkup, STYLE } from './markup';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const CONTAINER = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** Entries carry one and the same time, the first that zip can hold, so that the same clips are the same bytes. */
const ENTRY_TIME = new Date(1980, 0, 1);

interface Chapter {
  id: string;
  file: string;
  /** One line, never empty: reading systems show it in their menus. */
  title: string;
  page: string;
}

function pageOf(title: string, language: string, body: string): string {
  return `${XML}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

function chapterOf(entry: ClipWithVersions, index: number, labels: Labels): Chapter {
  const id = `clip-${index + 1}`;
  const title = oneLine(entry.clip.title) || oneLine(entry.clip.url);
  const page = pageOf(title, LANGUAGES[entry.clip.card.script], clipMarkup(entry, id, labels));
  return { id, file: `${id}.xhtml`, title, page };
}

function contentsOf(chapters: readonly Chapter[], language: string, labels: Labels): string {
  const items = chapters.map(({ file, title }) => `<li><a href="${file}">${escapeMarkup(title)}</a></li>`);
  const heading = `<h1>${escapeMarkup(labels.contents)}</h1>`;
  const nav = `<nav epub:type="toc" id="toc">\n${heading}\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`;
  return pageOf(labels.contents, language, nav);
}

/** To the second and in UTC, as `dcterms:modified` has to be. */
function modifiedAt(entries: readonly ClipWithVersions[]): string {
  const times = entries.map(({ clip }) => Date.parse(clip.updatedAt)).filter(Number.isFinite);
  const latest = times.reduce((a, b) => Math.max(a, b), ENTRY_TIME.getTime());
  return `${new Date(latest).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`;
}

function packageOf(book: {
  title: string;
  identifier: string;
  languages: readonly string[];
  modified: string;
  chapters: readonly Chapter[];
}): string {
  const languages = book.languages.map((language) => `<dc:language>${language}</dc:language>`);
  const items = book.chapters.map(
    ({ id, file }) => `<item id="${id}" href="${file}" media-type="application/xhtml+xml"/>`,
  );
  const spine = book.chapters.map(({ id }) => `<itemref idref="${id}"/>`);
  return `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="identifier">${escapeMarkup(book.identifier)}</dc:identifier>
<dc:title>${escapeMarkup(book.title)}</dc:title>
${languages.join('\n')}
<meta property="dcterms:modified">${book.modified}</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
<itemref idref="contents"/>
${spine.join('\n')}
</spine>
</package>
`;
}

/** The book as bytes of a zip; `mimetype` comes first and uncompressed, as the container format (OCF) asks. */
export function toEpub(entries: Iterable<ClipWithVersions>, labels: Labels = CHINESE_LABELS): Uint8Array<ArrayBuffer> {
  const all = [...entries];
  const chapters = all.map((entry, index) => chapterOf(entry, index, labels));
  const languages = [...new Set(all.map(({ clip }) => LANGUAGES[clip.card.script]))];
  const modified = modifiedAt(all);
  const opf = packageOf({
    title: chapters.length === 1 ? chapters[0]!.title : labels.library,
    identifier: `qingyue:${all[0]?.clip.id ?? 'library'}:${all.length}:${modified}`,
    languages: languages.length > 0 ? languages : ['zh-Hans'],
    modified,
    chapters,
  });
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/package.opf': strToU8(opf),
    'EPUB/contents.xhtml': strToU8(contentsOf(chapters, languages[0] ?? 'zh-Hans', labels)),
    'EPUB/style.css': strToU8(STYLE),
    ...Object.fromEntries(chapters.map(({ file, page }) => [`EPUB/${file}`, strToU8(page)])),
  };
  return zipSync(files, { mtime: ENTRY_TIME });
}
