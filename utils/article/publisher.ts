/** Checks who put a page up (host, operator, registrations) against whom the article says it is from. */

import type { Field, PublisherCheck, PublisherEvidence } from './article';
import { withoutReadings } from './labels';
import type { Meta } from './meta';
import type { PageContext } from './page-context';

/** Closed registries: only public bodies get names under them. */
const GOVERNMENT_HOST = /(?:^|\.)(?:gov\.(?:cn|hk|mo|sg|tw)|mil\.cn)$/;

const LONGEST_LINE = 400;

const LABELLED_OPERATOR =
  /(?:主[办辦][单單]位|主[办辦]方|主[办辦]|建[设設][单單]位|[营營][运運][单單]位)[\s\u3000]*[:：][\s\u3000]*([^\s\u3000|｜,，;；:：©]{2,40})/u;
const OWNER_AFTER =
  /版[权權]所有[\s\u3000]*[:：©]?[\s\u3000]*(?:Copyright)?[\s\u3000©\d-]*([\p{Script=Han}（）()·]{4,40})/u;
const OWNER_BEFORE = /([\p{Script=Han}（）()·]{4,40})[\s\u3000]*版[权權]所有/u;
const COPYRIGHT_OWNER = /(?:copyright|©)[\s\u3000©(c)\d-]*([\p{Script=Han}（）()·]{4,40})/iu;
/** Registrations: of the site with the ministry, and with the police. */
const ICP = /\p{Script=Han}ICP[备備]\d{6,10}[号號](?:-\d+)?/iu;
const POLICE = /\p{Script=Han}公[网網]安[备備][\s\u3000]*\d{10,16}[号號]?/u;
const SITE_CODE = /(?:网站标识码|網站標識碼)[\s\u3000]*[:：]?[\s\u3000]*((?:bm)?\d{8,10})/iu;

/** Endings and words of public bodies, and of those that are none. */
const PUBLIC_BODY =
  /政府|[党黨][委校]|委[员員][会會]|[区區县縣市省州旗乡鄉镇鎮][委]?$|[厅廳局署]|法院|[检檢]察|街道|使[馆館]|[宣組组][传傳織织]部|政法|人大|政[协協]|[发發]改委|[国國][务務]院|中[国國]政府[网網]|新[华華][网網社]|人民[网網日]/u;
const PRIVATE_BODY = /公司|企[业業]|工厂|工廠|商[贸貿城]|科技|有限|集[团團]|工作室|[传傳]媒/u;

/** The verdict with its evidence. `source` is the displayed source of the article. */
export function checkPublisher(page: PageContext, meta: Meta, source: Field | null): PublisherCheck {
  const { host } = page;
  const evidence: PublisherEvidence[] = [{ kind: 'host', text: host }];
  const footer = footerOf(page, meta);
  const code = footer.siteCode;
  if (code !== null) evidence.push({ kind: 'site-code', text: code });
  if (source !== null) evidence.push({ kind: 'source', text: source.value });
  evidence.push(...footer.evidence);
  const operator = footer.operator;
  const verdict = verdictOf(host, operator, source);
  return { verdict, host, ...(operator !== null && { operator }), evidence };
}

function verdictOf(host: string, operator: string | null, source: Field | null): PublisherCheck['verdict'] {
  if (GOVERNMENT_HOST.test(host)) return 'official';
  if (source === null) return 'unknown';
  const from = withoutReadings(source.value).text;
  const by = withoutReadings(operator ?? '').text;
  if (
    PUBLIC_BODY.test(from) &&
    !PRIVATE_BODY.test(from) &&
    (PRIVATE_BODY.test(by) || (by !== '' && !PUBLIC_BODY.test(by)))
  ) {
    return 'republished';
  }
  return 'unknown';
}

interface Footer {
  operator: string | null;
  siteCode: string | null;
  evidence: PublisherEvidence[];
}

/** Reads operator and registrations from the page's lines, the last ones first. */
function footerOf(page: PageContext, meta: Meta): Footer {
  let organiser: string | null = null;
  let owner: string | null = null;
  let icp: string | null = null;
  let police: string | null = null;
  let siteCode = meta.siteCode;
  for (const { text } of [...page.outline.lines].reverse()) {
    if (text === '' || text.length > LONGEST_LINE) continue;
    const plain = withoutReadings(text).text;
    organiser ??= isFooterLike(plain) ? (LABELLED_OPERATOR.exec(plain)?.[1] ?? null) : null;
    owner ??= ownerIn(plain);
    icp ??= ICP.exec(plain)?.[0] ?? null;
    police ??= POLICE.exec(plain)?.[0] ?? null;
    siteCode ??= SITE_CODE.exec(plain)?.[1] ?? null;
  }
  const evidence: PublisherEvidence[] = [];
  if (organiser !== null) evidence.push({ kind: 'organiser', text: organiser });
  if (owner !== null) evidence.push({ kind: 'copyright', text: owner });
  if (icp !== null) evidence.push({ kind: 'icp', text: icp });
  if (police !== null) evidence.push({ kind: 'police-record', text: police });
  return { operator: organiser ?? owner, siteCode, evidence };
}

/** 主办单位 stands in notices of events, too; a footer's line is short or names the site's registrations. */
function isFooterLike(text: string): boolean {
  return text.length <= 60 || /[备備]|版[权權]|[标標][识識]码|[邮郵][编編]|[电電][话話]/u.test(text);
}

function ownerIn(text: string): string | null {
  const match =
    (text.includes('版') ? (OWNER_BEFORE.exec(text) ?? OWNER_AFTER.exec(text)) : null) ??
    (/©|copyright/iu.test(text) ? COPYRIGHT_OWNER.exec(text) : null);
  return match?.[1] ?? null;
}
