import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetMap } from '../../../utils/script/offsets';
import { applyRepair, countRepairs, learnRepair } from '../../../utils/script/repair';
import type { Repaired } from '../../../utils/script/script';
import { mirrored } from './mirror';

const READINGS = '區 qū 陳 chén 調 diào 設 shè 務 wù 驗 yàn';
const CLEAN = [
  '廣陵區區委書記陳鍇竑率隊專題調研文昌商圈建設工作。',
  '陳鍇竑首先察看服務平臺，調研各項服務內容。',
  '誠信商圈的品牌不斷保持下去，因為商圈的生命就在于它的誠信。',
];
const DAMAGED = CLEAN.map((line) => mirrored(line, READINGS));

function repair(texts: readonly string[]): Repaired[] {
  const plan = learnRepair(texts);
  return texts.map((text) => applyRepair(plan, text));
}

const textsOf = (repaired: readonly Repaired[]) => repaired.map((one) => one.text);

describe('a mirror page', () => {
  test('is damaged as the ones that are met', () => {
    expect(DAMAGED[0]).toBe('廣陵區(qū)區(qū)委書記陳(chén)鍇竑率隊專題調(diào)研文昌商圈建設(shè)工作。');
    expect(DAMAGED[2]).toBe('誠信商圈的品牌不斷保持下去，因?yàn)樯倘Φ纳\ue312\ue3c9驮谟谒\ue3c0恼\\信。');
  });

  test('is repaired exactly, and counted', () => {
    const repaired = repair(DAMAGED);
    expect(textsOf(repaired)).toEqual(CLEAN);
    expect(countRepairs(repaired)).toEqual({ annotations: 9, shiftedRuns: 1, unrepaired: 0 });
    expect(learnRepair(DAMAGED).families).toEqual(['tone-marked pinyin', 'shifted bytes']);
  });

  test('the seed sentence, with the narrow comma it was found with', () => {
    const found = '不斷保持下去,因?yàn)樯倘Φ纳\ue312\ue3c9驮谟谒\ue3c0恼\\信。三要健全文明累積分制度';
    const plan = learnRepair(DAMAGED);
    expect(applyRepair(plan, found).text).toBe('不斷保持下去,因為商圈的生命就在于它的誠信。三要健全文明累積分制度');
  });

  test('edits lead from the page to the clean text', () => {
    const [first] = repair(DAMAGED);
    expect(first!.edits[0]).toEqual({ start: 3, end: 7, replacement: '', reason: 'annotation' });
    const { toClean, toOriginal } = offsetMap(first!.edits);
    const original = DAMAGED[0]!;
    expect(toClean(original.indexOf('陳'))).toBe(CLEAN[0]!.indexOf('陳'));
    expect(original.slice(toOriginal(7), toOriginal(10))).toBe('陳(chén)鍇竑');
  });

  test('text outside the article is repaired by what the article taught', () => {
    const plan = learnRepair(DAMAGED);
    expect(applyRepair(plan, '信息來源:揚州.廣陵區(qū)').text).toBe('信息來源:揚州.廣陵區');
  });

  test('exactly the learned pairs are stripped', () => {
    const plan = learnRepair(DAMAGED);
    const kept = '鍇(kǎi)字讀作楷，區(ōu)姓，國內生產總值(GDP)，調(注)';
    expect(applyRepair(plan, kept)).toEqual({ text: kept, edits: [], damaged: [] });
  });

  test('readings that a space follows', () => {
    const padded = DAMAGED.map((line) => line.replaceAll(')', ' )'));
    expect(padded[0]).toContain('區(qū )區(qū )委');
    expect(textsOf(repair(padded))).toEqual(CLEAN);
  });

  test('a gloss on a damaged page stays', () => {
    const gloss = '陳鍇(kǎi)竑，字讀作楷';
    const plan = learnRepair([...DAMAGED, gloss]);
    expect(applyRepair(plan, gloss).text).toBe(gloss);
    expect(applyRepair(plan, DAMAGED[0]!).text).toBe(CLEAN[0]);
  });

  test('a run that ends at an annotated character', () => {
    const clean = [...CLEAN, '因為陳列', '因為設備', '因為報告服務'];
    expect(textsOf(repair(clean.map((line) => mirrored(line, READINGS))))).toEqual(clean);
  });

  test('what a swallowed byte took is left and marked, the rest of the run is mended', () => {
    const [run] = repair([mirrored('因為商圈的生命1', READINGS), ...DAMAGED]);
    expect(run!.text).toBe('因為商圈的生?');
    expect(run!.damaged).toEqual([{ start: 6, end: 7 }]);
    expect(run!.edits.map((edit) => edit.reason)).toEqual(['shifted-run']);
  });

  test('a run that no reading explains stays and is marked', () => {
    const broken = '因?zhuāng)樯倘\\信';
    const [run] = repair([broken, ...DAMAGED]);
    expect(run).toEqual({ text: broken, edits: [], damaged: [{ start: 1, end: 11 }] });
  });
});

describe('an innocent page', () => {
  test.each([
    ['a clean page', CLEAN],
    ['a gloss', ['陳鍇(kǎi)竑，字讀作楷', '陳鍇(kǎi)竑', '居益芬']],
    ['abbreviations', Array(9).fill('國內生產總值(gdp)、世界貿易組織(wto)、區(qu)')],
    ['a lesson that annotates ordinary characters', ['上(shàng)下(xià)左(zuǒ)右(yòu)前(qián)中(zhōng)人(rén)大(dà)']],
    [
      'a glossary that annotates each character once among many',
      ['區(qū)陳(chén)調(diào)設(shè)務(wù)驗(yàn)', ...CLEAN, ...CLEAN, ...CLEAN],
    ],
    ['too few characters', ['區(qū)區(qū)區(qū)陳(chén)陳(chén)調(diào)調(diào)']],
    ['different readings', ['區(qū)區(ōu)陳(chén)陳(zhèn)調(diào)調(tiáo)設(shè)務(wù)驗(yàn)長(zhǎng)長(cháng)']],
  ])('%s is left alone', (_, texts) => {
    const plan = learnRepair(texts);
    expect(plan.needed).toBe(false);
    expect(plan.families).toEqual([]);
    for (const text of texts) expect(applyRepair(plan, text)).toEqual({ text, edits: [], damaged: [] });
  });

  test('question marks after half-width brackets are not taken for damage', () => {
    const texts = ['為何?因為誠信)。', '區?qu)'];
    expect(learnRepair(texts)).toMatchObject({ needed: false, families: [] });
  });
});

describe('other families are named and left', () => {
  test.each([
    ['toneless pinyin', '區(qu)陳(chen)調(diao)設(she)務(wu)驗(yan)'],
    ['doubled pinyin', '學(xue)(xue)習(xi)(xi)好(hao)(hao)人(ren)(ren)大(da)(da)上(shang)(shang)'],
    ['lost bytes', '建設??工作，黨??建，服務???平臺'],
  ] as const)('%s', (family, text) => {
    const plan = learnRepair([text]);
    expect(plan.families).toContain(family);
    expect(plan.needed).toBe(false);
    expect(applyRepair(plan, text).text).toBe(text);
  });
});

describe('any input', () => {
  const pieces = [
    '區(qū)',
    '陳(chén)',
    '調(diào)',
    '設(shè)',
    '務(wù)',
    '驗',
    '因?yàn)',
    '樯',
    '倘',
    '?',
    '\\',
    '(',
    ')',
    'yàn)',
    '\ud800',
    '為',
    '\n',
    'a',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

  test('edits are sorted, do not overlap, and applying them gives the text', () => {
    const plan = learnRepair(DAMAGED);
    fc.assert(
      fc.property(text, (original) => {
        const { text: clean, edits, damaged } = applyRepair(plan, original);
        let applied = '';
        let at = 0;
        for (const edit of edits) {
          expect(edit.start).toBeGreaterThanOrEqual(at);
          expect(edit.end).toBeGreaterThan(edit.start);
          applied += original.slice(at, edit.start) + edit.replacement;
          at = edit.end;
        }
        expect(applied + original.slice(at)).toBe(clean);
        for (const run of damaged) {
          expect(run.start).toBeGreaterThanOrEqual(0);
          expect(run.end).toBeGreaterThan(run.start);
          expect(run.end).toBeLessThanOrEqual(clean.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('hostile texts take no longer than their length', () => {
    for (const piece of ['因?yàn)', '區(qū)', '區(', '因?yàn)樯', '(yàn', '??', 'āāāāā', '樯']) {
      const long = piece.repeat(50_000);
      expect(applyRepair(learnRepair([...DAMAGED, long]), long).text.length).toBeGreaterThan(0);
    }
  });
});
