import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  childOf,
  childrenOf,
  escapeXml,
  innerXml,
  outermost,
  readXml,
  textOf,
  xmlLimits,
  type XmlElement,
} from './xml.ts';
import { cpuTime } from './cpu-time.ts';

/** For what takes long on a machine that has other work too. */
const PATIENCE = 60_000;

function only(text: string): XmlElement {
  const { roots, remarks } = readXml(text);
  expect(remarks).toEqual([]);
  const [root] = roots;
  if (!root || roots.length > 1) throw new Error(`${roots.length} roots`);
  return root;
}

describe('a sound file', () => {
  test('elements have their local name, prefix, attributes and line', () => {
    const root = only(
      '\n<?xml version="1.0" encoding="UTF-8"?>\n<q:item xmlns:q="urn:q"\n  xml:lang="ja">\n<q:a/>\n</q:item>',
    );
    expect(root).toMatchObject({ name: 'item', prefix: 'q', line: 3, isWhole: true });
    expect(root.attributes.get('xml:lang')).toBe('ja');
    expect(childOf(root, 'a')).toMatchObject({ name: 'a', prefix: 'q', line: 5, isWhole: true });
  });

  test('a name that ends its line does not move the element to the next', () => {
    expect(only('<a\nb="1"/>').line).toBe(1);
  });

  test('text, entities and CDATA are one text', () => {
    const root = only('<a>x &amp; &#x79; <![CDATA[<b> & ]]]]><![CDATA[> z]]><!-- no --></a>');
    expect(root.children).toEqual(['x & y <b> & ]]> z']);
  });

  test('keys that objects have by themselves are attributes like others', () => {
    const root = only('<a __proto__="1" constructor="2"/>');
    expect([...root.attributes]).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });

  test('elements are asked by name, directly or wherever they stand outermost', () => {
    const root = only('<a><b>1<b>2</b></b><c><b>3</b></c></a>');
    expect(childrenOf(root, 'b').map(textOf)).toEqual(['12']);
    expect(outermost([root], 'b').map(textOf)).toEqual(['12', '3']);
    expect(childrenOf(root)).toHaveLength(2);
  });

  test('mixed content comes back as text for a reader of HTML', () => {
    const root = only(
      '<a>1 &lt; 2<h:p class="&quot;x">b<h:br/></h:p><span/><img src="k.png"></img></a>',
    );
    expect(innerXml(root)).toBe(
      '1 &lt; 2<p class="&quot;x">b<br/></p><span></span><img src="k.png"/>',
    );
  });

  test('what is escaped is read again as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const root = only(`<a b="${escapeXml(words)}">x${escapeXml(words)}</a>`);
        expect(textOf(root)).toBe(`x${words}`);
        expect(root.attributes.get('b')).toBe(words);
      }),
    );
  });
});

describe('a broken file gives what can be had', () => {
  test('what was complete before the end is whole, what was cut is not', () => {
    const { roots, remarks } = readXml('<quiz>\n<q>1</q>\n<q>2');
    expect(outermost(roots, 'q').map(({ isWhole }) => isWhole)).toEqual([true, false]);
    expect(remarks[0]).toEqual({
      code: 'xml-broken',
      params: { message: 'unclosed tag: q' },
      line: 3,
    });
  });

  test('an end tag that nobody opened costs the element around it, not those that follow', () => {
    const { roots, remarks } = readXml('<quiz><q>1</q><q>2</i></q><q>3</q></quiz>');
    const found = outermost(roots, 'q').map((q) => [textOf(q), q.isWhole]);
    expect(found).toEqual([
      ['1', true],
      ['2', false],
      ['3', true],
    ]);
    expect(remarks[0]?.code).toBe('xml-broken');
  });

  test('an element without an end tag ends with the one around it', () => {
    const { roots } = readXml('<q><text>a<br>b</text></q>');
    const text = outermost(roots, 'text')[0];
    expect(text).toMatchObject({ isWhole: true });
    expect(text && innerXml(text)).toBe('a<br/>b');
    expect(text && textOf(text)).toBe('ab');
  });

  test('signs that should have been entities are taken as signs', () => {
    const { roots, remarks } = readXml('<a>\nx < 2 && y&nbsp;<b c="?a=1&b=2"/>Q&A</a>');
    expect(roots.map(textOf)).toEqual(['\nx < 2 && y&nbsp;Q&A']);
    expect(outermost(roots, 'b')[0]?.attributes.get('c')).toBe('?a=1&b=2');
    expect(remarks).toEqual([{ code: 'xml-signs', params: { count: 6 }, line: 2 }]);
  });

  test('control characters become blanks', () => {
    const { roots, remarks } = readXml('<a>\nx\u000by</a>');
    expect(roots.map(textOf)).toEqual(['\nx y']);
    expect(remarks).toEqual([{ code: 'xml-control', line: 2 }]);
  });

  test.each(['', 'no XML', '{"a":1}', '<?xml version="1.0"?>', '<!-- a -->'])(
    'what is no XML is said: %j',
    (text) => {
      const { roots, remarks } = readXml(text);
      expect(roots).toEqual([]);
      expect(remarks.at(-1)).toEqual({ code: 'xml-none' });
    },
  );
});

describe('a hostile file', () => {
  test('a document type is not obeyed, and its entities are not expanded', () => {
    const { roots, remarks } = readXml(
      '<!DOCTYPE a [<!ENTITY b "bomb"><!ENTITY c "&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&c;&x;&amp;</a>',
    );
    expect(roots.map(textOf)).toEqual(['&c;&x;&']);
    expect(remarks).toContainEqual({ code: 'xml-doctype', line: 1 });
  });

  test('elements nested without end are left out beyond the limit', () => {
    const depth = 100_000;
    const { roots, remarks } = readXml(
      `<q>${'<i>'.repeat(depth)}deep${'</i>'.repeat(depth)}</q><p>after</p>`,
    );
    expect(remarks).toEqual([
      { code: 'xml-too-deep', params: { limit: xmlLimits.nesting }, line: 1 },
    ]);
    expect(roots.map(textOf)).toEqual(['', 'after']);
  });

  test('more elements than the limit are left', { timeout: PATIENCE }, () => {
    const { roots, remarks } = readXml(`<q>${'<i/>'.repeat(xmlLimits.elements)}</q>`);
    expect(roots[0]?.children).toHaveLength(xmlLimits.elements - 1);
    expect(remarks.map(({ code }) => code)).toEqual(['xml-too-long']);
  });

  test.each([
    ['end tags', '</a>'],
    ['declarations', '<!x'],
    ['references', '&#xfffffff;'],
    ['open sections', '<![CDATA['],
    ['open tags', '<a '],
    ['attributes', '<a b=1 b=2 '],
    ['questions', '<?'],
  ])('%s without end are given up in time', { timeout: PATIENCE }, (_name, piece) => {
    const text = `<quiz>${piece.repeat(1_000_000 / piece.length)}`;
    expect(cpuTime(() => readXml(text))).toBeLessThan(1_000);
    const { remarks } = readXml(text);
    expect(remarks.length).toBeGreaterThan(0);
    expect(remarks.length).toBeLessThan(12);
  });
});

test('nothing that is thrown at it is thrown back', { timeout: PATIENCE }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<a>',
      '</a>',
      '<a',
      '<b:c d="',
      '"',
      '>',
      '/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<!DOCTYPE',
      '[',
      '<!ENTITY',
      '&',
      '&#',
      '&lt;',
      ';',
      '<?xml',
      '?>',
      '=',
      '\0',
      '\ud800',
    ),
    fc.string({ maxLength: 5, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { roots, remarks } = readXml(pieces.join(''));
      expect(roots.length + remarks.length).toBeGreaterThan(0);
      for (const root of roots) expect(readXml(`<a>${innerXml(root)}</a>`).roots).toHaveLength(1);
    }),
    { numRuns: 10_000 },
  );
});
