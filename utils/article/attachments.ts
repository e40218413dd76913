/** Lists the files that belong to the article: links to documents in its body and beside it. */

import { absolute } from './addresses';
import type { Attachment } from './article';
import type { Body } from './body';
import type { Headline } from './headline';
import { type Line, outermostKnownAs } from './outline';
import type { PageContext } from './page-context';

const FORMATS =
  'pdf doc docx xls xlsx ppt pptx wps et dps ofd zip rar 7z txt csv odt ods odp rtf ceb xml json mp3 mp4 jpg png tif tiff';
const FORMAT_SET = new Set(FORMATS.split(' '));
/** Formats that are pictures or media: attachments only where the page says so. */
const AMBIGUOUS = new Set(['jpg', 'png', 'tif', 'tiff', 'xml', 'json', 'mp3', 'mp4', 'txt']);

const EXTENSION = /\.([a-z0-9]{2,4})(?:$|[?#&)）\]】（(\s])/i;
const DOWNLOAD = /download|attach|getfile|filedown|downfile|relfile|\/file\//i;
const PLAIN_NAME =
  /^(?:下载|下載|点击下载|點擊下載|附件|查看|打开|pdf|docx?|xlsx?|odt|ods|odp|ofd|zip|\s|[（(【[\])】）\d.:：])*$/i;

/** Lines behind the body in which attachments are looked for. */
const LINES_AFTER_BODY = 30;

export interface FoundAttachments {
  attachments: Attachment[];
  /** Indexes of the lines outside the body that hold them. */
  lines: number[];
}

/** The attachments in reading order, each address once. */
export function findAttachments(page: PageContext, body: Body, headline: Headline): FoundAttachments {
  const { lines, elements } = page.outline;
  const found = new Map<string, Attachment>();
  const used: number[] = [];
  const read = (index: number): void => {
    const line = lines[index];
    if (line === undefined) return;
    for (const { anchor } of line.links) {
      const attachment = attachmentOf(anchor, page.base, line.text, besideLinks(line));
      if (attachment === null) continue;
      if (!found.has(attachment.href)) found.set(attachment.href, attachment);
      if (index < body.lineStart || index >= body.lineEnd) used.push(index);
    }
  };
  const start = headline.element >= 0 ? Math.min(headline.lineEnd, body.lineStart) : body.lineStart;
  const end = Math.min(lines.length, body.lineEnd + LINES_AFTER_BODY);
  for (let index = start; index < end; index++) {
    const zone = page.measured.zones[lines[index]!.block] === 1;
    if (!zone || (index >= body.lineStart && index < body.lineEnd)) read(index);
  }
  for (const element of outermostKnownAs(page.outline, 'attachments')) {
    for (let index = elements[element]!.lineStart; index < elements[element]!.lineEnd; index++) read(index);
  }
  return { attachments: [...found.values()], lines: [...new Set(used)].sort((a, b) => a - b) };
}

function attachmentOf(anchor: Element, base: string, line: string, beside: string): Attachment | null {
  const raw = anchor.getAttribute('href') ?? '';
  const href = absolute(raw, base);
  if (href === null) return null;
  const text = anchor.textContent.replace(/\s+/g, ' ').trim();
  const title = (anchor.getAttribute('title') ?? anchor.getAttribute('download') ?? '').trim();
  const path = href.split(/[?#]/)[0]!;
  const format = [path, text, title, href].map(formatOf).find((found) => found !== null) ?? null;
  if (format === null) return null;
  const says = DOWNLOAD.test(href) || /附件/.test(line) || formatOf(text) !== null || formatOf(title) !== null;
  if (formatOf(path) === null && !says) return null;
  if (AMBIGUOUS.has(format) && !/附件|下[载載]/.test(line)) return null;
  return { name: nameOf(text, title, path, beside), href, format };
}

function formatOf(text: string): string | null {
  const format = EXTENSION.exec(text)?.[1]?.toLowerCase();
  return format !== undefined && FORMAT_SET.has(format) ? format : null;
}

/** The words of a line that are no links: in lists of files they name the file, and the links only its formats. */
function besideLinks(line: Line): string {
  let words = '';
  let end = 0;
  for (const link of line.links) {
    words += line.text.slice(end, link.start);
    end = link.end;
  }
  return (words + line.text.slice(end)).replace(/^[\s\d.、:：]+|[\s:：（(【[]+$/gu, '').trim();
}

const NEW_WINDOW = /[（([【][^）)\]】]*(?:視窗|窗口|window)[）)\]】]/giu;

function nameOf(text: string, title: string, path: string, beside: string): string {
  const [ownText, ownTitle] = [text, title].map((name) => name.replace(NEW_WINDOW, '').trim()) as [string, string];
  for (const name of [ownText, beside, ownTitle]) if (!PLAIN_NAME.test(name)) return name;
  const file = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(file) || text;
  } catch {
    return file || text;
  }
}
