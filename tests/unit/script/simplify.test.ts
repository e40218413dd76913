import fc from 'fast-check';
import { Converter, ConverterFactory } from 'opencc-js';
import * as Locale from 'opencc-js/preset';
import { describe, expect, test } from 'vitest';
import { regionalVocabulary } from '../../../utils/script/regional-vocabulary';
import { createSimplifier, simplify } from '../../../utils/script/simplify';
import { PHRASES } from '../../../utils/script/table';

describe('simplify', () => {
  test.each([
    ['廣陵區區委書記陳鍇竑率隊專題調研', '广陵区区委书记陈锴竑率队专题调研'],
    ['著名學者穿著舊衣', '著名学者穿着旧衣'],
    ['什麼時候裡面有人', '什么时候里面有人'],
    ['什么地方', '什么地方'],
    ['市政府説明啓用新綫', '市政府说明启用新线'],
    ['為爲衞衛着著', '为为卫卫着着'],
    ['乾隆年間的衣物乾淨', '乾隆年间的衣物干净'],
    ['揹着伕役', '背着夫役'],
    ['编著一本论著', '编著一本论著'],
  ])('%s → %s', (traditional, simplified) => {
    expect(simplify(traditional)).toBe(simplified);
  });

  test.each([
    ['乾安縣', '乾安县'],
    ['松原市乾安', '松原市乾安'],
    ['乾縣', '乾县'],
    ['浚縣', '浚县'],
    ['濬縣', '浚县'],
    ['澂江市', '澄江市'],
    ['乾潭鎮', '乾潭镇'],
    ['鉅鹿縣', '巨鹿县'],
    ['餘杭區', '余杭区'],
    ['瀋陽市', '沈阳市'],
    ['新幹縣', '新干县'],
  ])('official place %s → %s', (traditional, simplified) => {
    expect(simplify(traditional)).toBe(simplified);
  });

  test('the same string comes back when nothing changes', () => {
    const text = '全市工作会议';
    expect(simplify(text)).toBe(text);
    expect(createSimplifier().convertAll([text, '會議'])).toEqual([text, '会议']);
  });

  test('characters beyond the BMP, both ways', () => {
    expect(simplify('殢圞𣨼')).toBe('𣨼𪢮𣨼');
    expect(simplify('二噁英')).toBe('二𫫇英');
  });

  test('compatibility ideographs become unified before conversion', () => {
    expect(simplify('\uf90a車\uf902')).toBe('金车车');
    expect(simplify('\u{2f800}說')).toBe('\u4e3d说');
    expect(simplify('\ufa0e說')).toBe('\ufa0e说');
  });

  test('an ideographic description is not text', () => {
    expect(simplify('⿰車專說')).toBe('⿰車專说');
    expect(simplify('⿲車車⿱車車說')).toBe('⿲車車⿱車車说');
    expect(simplify('⿰車')).toBe('⿰车');
  });

  test('lone surrogates, controls, combining and bidi marks stay', () => {
    const marks = '\ud800說\udc00 \u0000\ufeff\u200b\u202e\u0301說\ud83d';
    expect(simplify(marks)).toBe(marks.replaceAll('說', '说'));
    expect(simplify('\ufeff說')).toBe('\ufeff说');
  });

  test('a text of many groups and chunks comes out whole', () => {
    const paragraph = '因為商圈的生命就在於它的誠信。';
    const converted = '因为商圈的生命就在于它的诚信。';
    expect(simplify(paragraph.repeat(10_000))).toBe(converted.repeat(10_000));
    expect(createSimplifier().convertAll(Array(5_000).fill(paragraph))).toEqual(Array(5_000).fill(converted));
  });

  test('hostile texts take no longer than their length', () => {
    for (const unit of ['\ufa0e', '⿰', '\ud800', '\ud840', '乾', '\uf90a⿰']) {
      expect(simplify(unit.repeat(200_000)).length).toBe(200_000 * unit.length);
    }
  });
});

describe('against opencc-js', () => {
  const composed = ConverterFactory(...Locale.from.hk!, ...Locale.from.tw!, ...Locale.to.cn!);
  const dictionaries = [...Locale.from.hk!, ...Locale.from.tw!, ...Locale.to.cn!].flat() as string[];
  const keys = dictionaries.flatMap((dictionary) => dictionary.split('|').map((line) => line.split(' ')[0]!));
  /** Entries that this project adds, by the keys in which they show. */
  const added = /[圞樠殢揹伕拏燄荳菓籐耡隄濬澂]|[編论論專专原譯遺拙撰土卓]著|著[錄述录]|乾(?:安|縣|佑|丰|豐)/;

  test('every dictionary key converts as in the chain of its three passes', () => {
    const different = keys.filter((key) => !added.test(key) && simplify(key) !== composed(key));
    expect(keys.length).toBeGreaterThan(5_000);
    expect(different).toEqual([]);
  });

  test('any string of dictionary characters that start no phrase converts alike', () => {
    const starts = new Set(PHRASES.split(/[ |]/).map((word) => word.codePointAt(0)));
    const characters = keys.filter(
      (key) => [...key].length === 1 && !starts.has(key.codePointAt(0)) && !added.test(key),
    );
    const convert = Converter({ from: 't', to: 'cn' });
    const plain = characters.filter((character) => convert(character) === composed(character));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...plain)), (parts) => {
        expect(simplify(parts.join(''))).toBe(convert(parts.join('')));
      }),
    );
  });
});

describe('properties', () => {
  const texts = fc.string({
    unit: fc.constantFrom(...'乾安縣著名著於說话の⿰殢\ud800\udc00\uf90aA(', '𪢮'),
    maxLength: 60,
  });

  test('the number of code points stays without regional words', () => {
    const anyText = fc.oneof(texts, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...simplify(text)].length).toBe([...text].length);
      }),
    );
  });

  test('a batch gives what each text gives alone', () => {
    const simplifier = createSimplifier({ protect: ['安著', '乾安縣'], words: regionalVocabulary() });
    fc.assert(
      fc.property(fc.array(texts), (batch) => {
        expect(simplifier.convertAll(batch)).toEqual(batch.map((text) => simplifier.convert(text)));
      }),
    );
  });
});

describe('protected names', () => {
  test('keep the characters that simplified names keep', () => {
    expect(simplify('徐乾學')).toBe('徐干学');
    expect(createSimplifier({ protect: ['徐乾學'] }).convert('徐乾學說徐乾学的衣物乾了')).toBe(
      '徐乾学说徐乾学的衣物干了',
    );
    expect(createSimplifier({ protect: ['李昇明', '王著', '周鉅'] }).convert('李昇明、王著和周鉅')).toBe(
      '李昇明、王著和周钜',
    );
  });

  test('are found in traditional text when given in simplified script, and the other way round', () => {
    expect(createSimplifier({ protect: ['徐乾学'] }).convert('徐乾學')).toBe('徐乾学');
    expect(createSimplifier({ protect: ['陳乾'] }).convert('陈乾')).toBe('陈乾');
  });

  test('win over a phrase that begins before them or at them', () => {
    expect(simplify('沈沒有說')).toBe('沉没有说');
    expect(createSimplifier({ protect: ['沒有'] }).convert('沈沒有說')).toBe('沈没有说');
    expect(createSimplifier({ protect: ['沈沒'] }).convert('沈沒有說')).toBe('沈没有说');
  });

  test('the longer of two names is taken, and single characters are no names', () => {
    expect(createSimplifier({ protect: ['王乾', '王乾著'] }).convert('王乾著書')).toBe('王乾著书');
    expect(createSimplifier({ protect: ['乾', ''] }).convert('乾燥')).toBe('干燥');
  });

  test('one simplifier leaves the others alone', () => {
    createSimplifier({ protect: ['乾燥'], words: regionalVocabulary() });
    expect(createSimplifier().convert('乾燥的軟體')).toBe('干燥的软体');
  });
});

describe('regional words', () => {
  test('are replaced only when asked for, and may change the length', () => {
    const regional = createSimplifier({ words: regionalVocabulary() });
    expect(simplify('下載軟體')).toBe('下载软体');
    expect(regional.convert('下載軟體')).toBe('下载软件');
    expect(regional.convert('字串')).toBe('字符串');
    expect(regional.convert('方程式')).toBe('方程式');
    expect(regional.convert('建立政府網站的互動機制')).toBe('建立政府网站的互动机制');
    expect(regional.convertAll(['字串'.repeat(3_000), '蚌埠'])).toEqual(['字符串'.repeat(3_000), '蚌埠']);
  });
});
