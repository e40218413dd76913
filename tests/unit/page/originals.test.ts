import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { changedWords } from '../../../utils/page/changed-words';
import { originalSentence } from '../../../utils/page/original-on-hover';
import { PageChanges } from '../../../utils/page/page-changes';

/** A paragraph whose text nodes show something else, and the nodes. */
function page(html: string, shown: string[]): { changes: PageChanges; nodes: Text[] } {
  const { document } = new JSDOM(`<body><p>${html}</p></body>`).window;
  const walker = document.createTreeWalker(document.body, 4);
  const changes = new PageChanges();
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const [index, node] of nodes.entries()) changes.setText(node, node.data, shown[index] ?? node.data, []);
  return { changes, nodes };
}

const same = { originalOffset: (_: Text, offset: number) => offset, shownOffset: (_: Text, offset: number) => offset };

describe('the original of a sentence', () => {
  const { changes, nodes } = page('他指出。聽取<b>匯報</b>後參觀。人民', ['他指出。听取', '汇报', '后参观。人民']);

  test('runs over inline tags, from one sentence end to the next', () => {
    for (const place of [
      { node: nodes[0] as Text, offset: 5 },
      { node: nodes[1] as Text, offset: 1 },
      { node: nodes[2] as Text, offset: 2 },
    ])
      expect(originalSentence(place, changes, same)).toBe('聽取匯報後參觀。');
  });

  test('is null where nothing was changed', () => {
    expect(originalSentence({ node: nodes[0] as Text, offset: 1 }, changes, same)).toBeNull();
    expect(originalSentence({ node: nodes[2] as Text, offset: 5 }, changes, same)).toBeNull();
  });
});

describe('the list of changed words', () => {
  test('counts runs of changed characters, most frequent first', () => {
    const { changes } = page('調研報導<b>調研</b>國', ['调研报导', '调研', '国']);
    expect(changedWords(changes, 10)).toEqual([
      { from: '調', to: '调', count: 2 },
      { from: '報導', to: '报导', count: 1 },
      { from: '國', to: '国', count: 1 },
    ]);
    expect(changedWords(changes, 1)).toHaveLength(1);
  });

  test('leaves out what the page has rewritten since', () => {
    const { changes, nodes } = page('調研', ['调研']);
    (nodes[0] as Text).data = '別的';
    expect(changedWords(changes, 10)).toEqual([]);
  });
});
