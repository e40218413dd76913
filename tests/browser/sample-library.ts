/** A small library for the library page: clips of both scripts with people and places, one of them in two versions. */
import type { Article } from '../../utils/article/article';
import type { ClipVersion, ClipWithVersions } from '../../utils/clips/clip';
import { toJson } from '../../utils/clips/formats/json';
import type { Script } from '../../utils/script/script';
import { makeClip, makeVersion } from '../unit/clips/make-clip';

interface Sample {
  title: string;
  script: Script;
  source: string;
  published: string;
  people: string[];
  /** Administrative chain of its one place. */
  chain: string[];
  /** Lines of each version, oldest first. */
  versions: string[][];
}

const SAMPLES: Sample[] = [
  {
    title: '陳鍇竑調研文昌商圈建設工作',
    script: 'traditional',
    source: '廣陵區政府',
    published: '2012-05-18',
    people: ['陈锴竑', '赵长松'],
    chain: ['江苏省', '扬州市', '广陵区'],
    versions: [
      ['區委書記陳鍇竑調研文昌商圈。', '趙長松一同參加調研，強調要做好服務。'],
      ['區委書記陳鍇竑調研文昌商圈。', '趙長松、居益芬一同參加調研，強調要做好服務。'],
    ],
  },
  {
    title: '张三到汶河街道走访企业',
    script: 'simplified',
    source: '扬州市政府',
    published: '2013-06-01',
    people: ['张三'],
    chain: ['江苏省', '扬州市', '广陵区'],
    versions: [['张三到汶河街道走访企业，听取书记汇报。']],
  },
  {
    title: '李四出席签约仪式',
    script: 'simplified',
    source: '苏州市政府',
    published: '2014-07-02',
    people: ['李四', '赵长松'],
    chain: ['江苏省', '苏州市'],
    versions: [['李四出席签约仪式，赵长松参加。']],
  },
];

function entryOf(sample: Sample, index: number): ClipWithVersions {
  const id = `sample-${index}`;
  const url = `https://www.sample-${index}.gov.cn/news.html`;
  const own: Partial<Article> = {
    url,
    source: { value: sample.source, origin: 'dateline' },
    publisher: { verdict: 'unknown', host: new URL(url).host, evidence: [] },
  };
  const versions = sample.versions.map((lines, at): ClipVersion => {
    const { people, script, title, published } = sample;
    const made = makeVersion({ title, lines, people, script, number: at + 1, published: { day: published } });
    const [place] = sample.chain.slice(-1) as [string];
    const found = { name: place, simplified: place, kind: 'county' as const, chain: sample.chain, uncertain: false };
    return {
      ...made,
      clipId: id,
      saveId: `${id}-${at}`,
      savedAt: `2024-05-2${at}T08:00:00.000Z`,
      article: { ...made.article, ...own },
      digest: { ...made.digest, places: [{ ...found, mentions: [] }] },
      textHash: `${index}${at}`.padEnd(64, '0'),
    };
  });
  const at = `2024-05-2${9 - index}T08:00:00.000Z`;
  const clip = makeClip({ id, url, title: sample.title, latest: versions.length, createdAt: at, updatedAt: at });
  return { clip, versions };
}

export const TITLES = SAMPLES.map(({ title }) => title) as [string, string, string];

/** The file that an export of the library would be. */
export async function sampleFile(): Promise<string> {
  const lines: string[] = [];
  for await (const line of toJson(SAMPLES.map(entryOf))) lines.push(line);
  return lines.join('');
}
