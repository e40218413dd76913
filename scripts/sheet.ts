/** The record of a file as a sheet to read in a terminal. */
import type { FileRecord } from './digest-file';

const SCRIPTS: Record<FileRecord['script'], string> = {
  traditional: '繁体',
  simplified: '简体',
  mixed: '繁简混排',
  other: '非中文',
};

const BASES: Record<FileRecord['dates'][number]['basis'], string> = {
  stated: '',
  published: '据发布日推定',
  context: '据上下文推定',
  approximate: '约指',
  impossible: '无此日期',
  unresolved: '无法推定',
};

/** The name as written, and in simplified characters where that differs. */
const withSimplified = (name: string, simplified: string) => (name === simplified ? name : `${name}（${simplified}）`);
const times = (mentions: number) => `×${mentions}`;

function section(heading: string, items: string[][]): string[] {
  if (items.length === 0) return [];
  return ['', heading, ...items.map((item) => `  ${item.filter(Boolean).join('  ')}`)];
}

/** Lines of text: file, title, date, source, script and repairs, then the digest. Empty sections are left out. */
export function sheetOf(record: FileRecord): string {
  const { file, script, repairs, article, people, places, organisations, dates } = record;
  if (article === null) return [file, `  没有文章  文字：${SCRIPTS[script]}`].join('\n');
  const repaired = [
    repairs.annotations > 0 ? `去除拼音 ${repairs.annotations} 处` : '',
    repairs.shiftedRuns > 0 ? `复原乱码 ${repairs.shiftedRuns} 处` : '',
  ].filter(Boolean);
  return [
    file,
    `  ${article.title}`,
    `  日期：${article.published ?? '未见'}  来源：${article.source ?? '未见'}  文字：${SCRIPTS[script]}`,
    ...(article.document?.documentNumber ? [`  文号：${article.document.documentNumber}`] : []),
    ...(repaired.length > 0 ? [`  修复：${repaired.join('，')}`] : []),
    ...section(
      '日期',
      dates.map(({ text, iso, basis }) => [text, iso ?? '', BASES[basis]]),
    ),
    ...section(
      '人物',
      people.map(({ name, simplified, roles, mentions }) => [
        withSimplified(name, simplified),
        roles.join('、'),
        times(mentions),
      ]),
    ),
    ...section(
      '地点',
      places.map(({ name, simplified, chain, mentions }) => [
        withSimplified(name, simplified),
        chain.join('›'),
        times(mentions),
      ]),
    ),
    ...section(
      '机构',
      organisations.map(({ name, mentions }) => [name, times(mentions)]),
    ),
  ].join('\n');
}
