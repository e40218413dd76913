import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LibrarySearch, matchClips, termsOf } from '../../../utils/clips/search';
import { searchTextOf } from '../../../utils/clips/search-form';
import { simplify } from '../../../utils/script/simplify';
import { makeClip } from './make-clip';

const ids = (clips: readonly { id: string }[]) => clips.map(({ id }) => id);

test.each([
  ['', []],
  ['  ', []],
  ['廣陵區 調研', ['广陵区', '调研']],
  ['"文昌 商圈" 党建', ['文昌 商圈', '党建']],
  ['“文昌商圈”黨建', ['文昌商圈', '党建']],
  ['「商圈」', ['商圈']],
  ['"文昌 商', ['文昌 商']],
  ['"" " "', []],
  ['a"b', ['a', 'b']],
])('%j asks for %j', (query, terms) => {
  expect(termsOf(query)).toEqual(terms);
});

describe('a search', () => {
  const clips = [
    makeClip({
      id: 'a',
      title: '區委書記調研文昌商圈',
      note: '记得引用',
      tags: ['黨建'],
      card: {
        source: '揚州日報',
        agency: '广陵区人民政府',
        documentNumber: '扬府发〔2012〕5号',
        host: 'www.yangzhou.example',
        people: [{ name: '陳鍇竑', simplified: '陈锴竑', roles: [] }],
        places: [{ name: '珍園', simplified: '珍园', chain: ['江苏省', '扬州市', '广陵区'] }],
      },
    }),
    makeClip({ id: 'b', title: '市政府会议', card: { people: [{ name: '王小明', simplified: '王小明', roles: [] }] } }),
  ];
  const texts = new Map([
    ['a', searchTextOf('區委書記調研文昌商圈', ['聽取了汶河街道的匯報。', '召開座談會。'])],
    ['b', searchTextOf('市政府会议', ['会议听取了汇报。'])],
  ]);

  test.each([
    '调研',
    '記得',
    '党建',
    '扬州日报',
    '廣陵區人民政府',
    '[2012]',
    '〔2012〕5号',
    'YANGZHOU',
    '陈锴竑',
    '珍园',
    '江蘇省',
  ])('finds %s in the header alone', (query) => {
    expect(ids(matchClips(clips, null, query))).toEqual(['a']);
  });

  test('finds the body once it is there', () => {
    expect(matchClips(clips, null, '匯報')).toEqual([]);
    expect(ids(matchClips(clips, texts, '匯報'))).toEqual(['a', 'b']);
    expect(ids(matchClips(clips, texts, '汶河'))).toEqual(['a']);
  });

  test('needs every word, wherever it stands, and phrases as they are', () => {
    expect(ids(matchClips(clips, texts, '汇报 陈锴竑'))).toEqual(['a']);
    expect(ids(matchClips(clips, texts, '汇报 王小明'))).toEqual(['b']);
    expect(ids(matchClips(clips, texts, '听取 汇报'))).toEqual(['a', 'b']);
    expect(ids(matchClips(clips, texts, '"听取了汇报"'))).toEqual(['b']);
    expect(matchClips(clips, texts, '汇报召开')).toEqual([]);
    expect(matchClips(clips, texts, '"记得引用 党建"')).toEqual([]);
  });

  test('without a word finds everything, in the order given', () => {
    expect(ids(matchClips(clips.toReversed(), texts, ' '))).toEqual(['b', 'a']);
  });

  test('traditional finds simplified, and back', () => {
    const text = fc.string({ unit: fc.constantFrom(...'廣陵區委書記著乾畫發後裏調研'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        const traditional = before + part + after;
        const library = [makeClip({ id: 't', title: '' }), makeClip({ id: 's', title: '' })];
        const written = new Map([
          ['t', searchTextOf('', [traditional])],
          ['s', searchTextOf('', [simplify(traditional)])],
        ]);
        expect(ids(matchClips(library, written, part))).toEqual(['t', 's']);
        expect(ids(matchClips(library, written, simplify(part)))).toEqual(['t', 's']);
      }),
    );
  });

  test('a search that is typed finds what one at once finds', () => {
    const word = fc.string({ unit: fc.constantFrom(...'会议听取了汇报调研 "'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (queries) => {
        const search = new LibrarySearch(clips, texts);
        for (const query of queries) expect(search.find(query)).toEqual(matchClips(clips, texts, query));
      }),
    );
  });

  test('a query that shrinks finds more again', () => {
    const search = new LibrarySearch(clips, texts);
    expect(ids(search.find('汇报'))).toEqual(['a', 'b']);
    expect(ids(search.find('汇报 汶河'))).toEqual(['a']);
    expect(ids(search.find('汇报'))).toEqual(['a', 'b']);
    expect(ids(search.find('市政府'))).toEqual(['b']);
  });
});
