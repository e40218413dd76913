import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../../training/corpus';
import { DEFAULT_OPTIONS, train } from '../../../training/trainer';
import { LABEL_COUNT } from '../../../utils/digest/labels';
import { normalise } from '../../../utils/digest/normalise';
import { LABEL_BITS, type PackedModel, packModel, unpackModel } from '../../../utils/digest/packed-model';
import { partsOf, tagLine } from '../../../utils/digest/tagger';

const TEXT = `#doc a url=none
5月17日,县长[p:张三]率队来到[v:东风公园]。
副县长[p:李小四]、[p:王小明]出席会议。
[p:赵小五]指出,[o:青山县教育局]要抓好落实。
[l:青山县][l:红旗镇]的村民来到[v:光明广场]参观。
会议强调,要高度重视安全生产,全面落实各项工作。
#doc b url=none
区委书记[p:周大勇]前往[l:新华村]走访。
[o:青山县人民政府]召开会议,局长[p:吴小芳]主持。
[p:郑建国]表示,[l:红旗镇]的工作走在前列。
高速公路全线贯通,方便群众出行。
`;
const SMALL = { ...DEFAULT_OPTIONS, epochs: 4, augmented: 8, rowCount: 2 ** 13, l1: 0.1 };
const trainSmall = (): PackedModel => train(readLabelled('composed.txt', TEXT), [], SMALL);
const PACKED = trainSmall();
const MODEL = unpackModel(PACKED);
const tagged = (text: string) =>
  tagLine(normalise(text), MODEL)
    .spans.filter(({ probability }) => probability > 0.5)
    .map(({ start, end, type }) => [text.slice(start, end), type]);

describe('a small model trained on composed text', () => {
  test('is the same model every time', () => {
    expect(trainSmall()).toEqual(PACKED);
    expect(train(readLabelled('composed.txt', TEXT), [], { ...SMALL, seed: 7 })).not.toEqual(PACKED);
  });

  test('tags names it has not seen, in both scripts', () => {
    expect(tagged('县长钱小红率队来到东风公园。')).toEqual([
      ['钱小红', 'person'],
      ['东风公园', 'venue'],
    ]);
    expect(tagged('副縣長孫國華、陳美玲出席會議。')).toEqual([
      ['孫國華', 'person'],
      ['陳美玲', 'person'],
    ]);
  });

  test('tags nothing in a sentence without names', () => {
    expect(tagged('会议强调,要高度重视安全生产。')).toEqual([]);
  });

  test('gives each stretch a probability', () => {
    const line = tagLine('县长钱小红率队来到东风公园。', MODEL);
    const right = line.probability('person', 2, 5);
    expect(right).toBeGreaterThan(0.5);
    expect(right).toBeLessThanOrEqual(1 + 1e-9);
    expect(line.probability('person', 2, 4)).toBeLessThan(1 - right + 1e-9);
    expect(line.probability('person', 5, 5)).toBe(0);
    expect(line.probability('person', -1, 3)).toBe(0);
    expect(line.probability('person', 0, 100)).toBe(0);
  });
});

describe('the packed form', () => {
  test('keeps where weights are not zero, and small and large ones apart', () => {
    const weights = new Float32Array(2 ** 12 * LABEL_COUNT);
    weights.set([4, -0.04, 0.5], 3);
    weights[weights.length - 1] = -4;
    const model = unpackModel(packModel(weights, new Float32Array(LABEL_COUNT ** 2).fill(0.25), 0.01));
    const row = (index: number): Map<number, number> => {
      const [start = 0, end = 0] = model.starts.slice(index, index + 2);
      return new Map(
        [...model.cells.slice(start, end)].map((cell) => [
          cell % 2 ** LABEL_BITS,
          model.weights[cell >> LABEL_BITS] ?? 0,
        ]),
      );
    };
    expect([...row(0).keys()]).toEqual([3, 4, 5]);
    expect(row(0).get(3)).toBeCloseTo(4, 5);
    expect(row(0).get(4)).toBeCloseTo(-0.04, 1);
    expect(row(0).get(4)).toBeLessThan(0);
    expect(row(0).get(5)).toBeCloseTo(0.5, 1);
    expect(row(1).size).toBe(0);
    expect(row(2 ** 12 - 1).get(LABEL_COUNT - 1)).toBeCloseTo(-4, 5);
    expect(model.transitions[0]).toBe(0.25);
  });
});

test('long lines are cut behind a sentence, or at the longest part', () => {
  expect(partsOf('')).toEqual([]);
  expect(partsOf(`${'字'.repeat(300)}。${'字'.repeat(200)}`)).toEqual([
    [0, 301],
    [301, 501],
  ]);
  expect(partsOf('字'.repeat(900)).map(([start, end]) => end - start)).toEqual([400, 400, 100]);
});
