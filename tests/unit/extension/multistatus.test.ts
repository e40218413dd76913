import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMultistatus } from '../../../utils/extension/multistatus';

const response = (href: string, prop: string, status = '200 OK') =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${prop}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat></D:response>`;
const answer = (...responses: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<D:multistatus xmlns:D="DAV:">${responses.join('')}</D:multistatus>`;

describe('reads', () => {
  test('files and folders', () => {
    const xml = answer(
      response('/clips/', '<D:resourcetype><D:collection/></D:resourcetype>'),
      response('/clips/a.json', '<D:getetag>"1"</D:getetag><D:resourcetype></D:resourcetype>'),
    );
    expect(parseMultistatus(xml)).toEqual([
      { href: '/clips/', etag: null, collection: true },
      { href: '/clips/a.json', etag: '"1"', collection: false },
    ]);
  });

  test.each([
    ['another prefix', 'd:', 'xmlns:d="DAV:"'],
    ['no prefix', '', "xmlns='DAV:'"],
  ])('names with %s', (_what, prefix, declaration) => {
    const xml = answer(response('/a', '<D:getetag>"1"</D:getetag>'))
      .replaceAll(' xmlns:D="DAV:"', ` ${declaration}`)
      .replaceAll('D:', prefix);
    expect(parseMultistatus(xml)).toEqual([{ href: '/a', etag: '"1"', collection: false }]);
  });

  test('a namespace that is declared where it is used', () => {
    const own = '<x:getetag xmlns:x="urn:x">"no"</x:getetag><e:getetag xmlns:e="DAV:">"yes"</e:getetag>';
    expect(parseMultistatus(answer(response('/a', own)))).toEqual([{ href: '/a', etag: '"yes"', collection: false }]);
  });

  test('entities, CDATA, comments and processing instructions', () => {
    const xml = answer(
      response('<!-- > --><?x <a> ?>/a&amp;b&#x2F;&#20013;', '<D:getetag><![CDATA["<1>"]]></D:getetag>'),
    );
    expect(parseMultistatus(xml)).toEqual([{ href: '/a&b/中', etag: '"<1>"', collection: false }]);
  });

  test('only properties that were found', () => {
    const xml = answer(response('/a', '<D:getetag>"1"</D:getetag>', '404 Not Found'));
    expect(parseMultistatus(xml)).toEqual([{ href: '/a', etag: null, collection: false }]);
  });

  test('a second propstat beside the first', () => {
    const missing = '<D:propstat><D:prop><D:getetag/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>';
    const xml = answer(
      response('/b/', '<D:resourcetype><D:collection/></D:resourcetype>').replace(
        '</D:response>',
        `${missing}</D:response>`,
      ),
    );
    expect(parseMultistatus(xml)).toEqual([{ href: '/b/', etag: null, collection: true }]);
  });

  test('an empty list', () => {
    expect(parseMultistatus('\uFEFF<multistatus xmlns="DAV:"/>\n')).toEqual([]);
  });
});

describe('refuses', () => {
  const whole = answer(response('/a', '<D:getetag>"1"</D:getetag>'));

  test('every answer that is cut short', () => {
    for (let length = 0; length < whole.length; length++) expect(parseMultistatus(whole.slice(0, length))).toBeNull();
  });

  test.each([
    ['a web page', '<!doctype html><html><body>Log in<br></body></html>'],
    ['a page of well-formed XML', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['an answer without its namespace', '<multistatus><response/></multistatus>'],
    ['entities of its own', `<!DOCTYPE m [<!ENTITY a "aaaa">]>${whole}`],
    ['elements that cross', '<D:multistatus xmlns:D="DAV:"><D:response></D:multistatus></D:response>'],
    ['a second root', `${whole.replace(/<\?.*?\?>/, '')}<a/>`],
    ['JSON', '{"error": "<"}'],
  ])('%s', (_what, xml) => {
    expect(parseMultistatus(xml)).toBeNull();
  });

  test('an answer 100,000 deep', () => {
    expect(parseMultistatus(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)).toBeNull();
  });
});

test('never throws', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&#x110000;',
    'D:href',
    ' xmlns="DAV:"',
    '"',
    'a',
    '<?',
    '<multistatus xmlns="DAV:">',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const resources = parseMultistatus(pieces.join(''));
      expect(resources === null || Array.isArray(resources)).toBe(true);
    }),
  );
});
