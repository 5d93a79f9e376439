import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Imported } from '#formats/imported.ts';
import { flaws } from '#formats/readers-for-tests.ts';
import { readQti } from './read-qti.ts';
import {
  choice2,
  codes,
  condition,
  equal,
  feedback1,
  field,
  item2,
  labels,
  mapped,
  material,
  metadata,
  onlyItem,
  questionIn,
  readPackage,
  readText,
  response,
  version1,
} from './sample-qti.ts';

/** What is wrong with a report: whatever comes in, each item and the file are told of in words, media have safe names. */
function faultsOf(found: Imported): readonly string[] {
  const { format, items, remarks, media } = found;
  const checks: readonly (readonly [string, boolean])[] = [
    ['format', format === 'qti'],
    ['nothing said', items.length + remarks.length > 0],
    ['media', [...media.keys()].every((name) => /^[\w-]+\.(?:png|jpg|webp)$/.test(name))],
  ];
  return [...flaws(found), ...checks.flatMap(([fault, isSound]) => (isSound ? [] : [fault]))];
}

const script =
  '<script>alert(1)</script><p onclick="x()">Hi <a href="javascript:alert(1)">there</a><img src="x" onerror="alert(1)"/></p><a href="data:text/html,x">d</a><iframe src="https://example.org/"></iframe>';

/** All that a question holds, as text. */
const inside = (found: Imported): string =>
  JSON.stringify(found.items.map(({ question }) => question));

const harmless = (text: string): void => {
  expect(text).not.toContain('alert');
  expect(text).not.toContain('javascript:');
  expect(text).not.toContain('data:text');
  expect(text).not.toContain('onclick');
  expect(text).not.toContain('iframe');
};

describe('script, and addresses that run or call home', () => {
  test('are gone from every text of version 1', () => {
    const item = `<item ident="i"><presentation>${material(script)}<response_lid ident="r"><render_choice><response_label ident="a">${material(script)}</response_label><response_label ident="b">${material(script)}</response_label></render_choice></response_lid></presentation><resprocessing>${condition(equal('r', 'a'), 1)}</resprocessing>${feedback1('a', script)}${feedback1('general', script)}</item>`;
    const found = readText(version1(item));
    harmless(inside(found));
    expect(codes(onlyItem(found))).toContain('link-lost');
    expect(codes(onlyItem(found))).toContain('image-lost');
  });

  test('are gone from every text of version 2', () => {
    const body = `${script}<choiceInteraction responseIdentifier="RESPONSE"><prompt>${script}</prompt><simpleChoice identifier="a">${script}</simpleChoice><simpleChoice identifier="b">${script}</simpleChoice></choiceInteraction>`;
    const feedback = `<modalFeedback outcomeIdentifier="F" identifier="a">${script}</modalFeedback><modalFeedback outcomeIdentifier="F" identifier="general">${script}</modalFeedback>`;
    const found = readText(item2(response('single', 'identifier', ['a']), body, feedback));
    harmless(inside(found));
    expect(onlyItem(found).question).toBeDefined();
  });
});

test('names that objects have by themselves are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const kept = metadata(...names.map((name) => field(name, 'x')));
  const item = `<item ident="__proto__" title="constructor">${kept}<presentation>${material('What?')}<response_lid ident="__proto__">${labels(...names)}</response_lid></presentation><resprocessing>${condition(equal('__proto__', 'constructor'), 1)}</resprocessing>${feedback1('__proto__', 'No')}</item>`;
  const question = questionIn(onlyItem(readText(version1(item))));
  expect(question.text['en']?.options[0]?.why).toBeDefined();
  expect(Object.keys(question.origin.kept ?? {})).toEqual(names);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('letters that nobody sees are kept, and said, in options and in typed answers', () => {
  const turned = 'A\u202eB';
  const options = choice2(['a', 'b']).replace('Option a', turned);
  const chosen = onlyItem(readText(item2(response('single', 'identifier', ['a']), options)));
  expect(codes(chosen)).toEqual(['letters-invisible']);
  expect(questionIn(chosen).text['en']?.options[0]?.text).toEqual([turned]);
  const body = '<p>Type it: <textEntryInteraction responseIdentifier="RESPONSE"/></p>';
  const typed = onlyItem(readText(item2(response('single', 'string', [turned]), body)));
  expect(codes(typed)).toEqual(['letters-invisible']);
});

test('entities of a document type are not expanded', () => {
  const bomb = `<!DOCTYPE x [${Array.from({ length: 20 }, (_each, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(50)}">`).join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
  const text = item2(
    response('single', 'identifier', ['a']),
    `<p>&e20; &f;</p>${choice2(['a', 'b'])}`,
  );
  const found = readText(text.replace('?>', `?>${bomb}`));
  expect(found.remarks.map(({ code }) => code)).toContain('xml-doctype');
  expect(inside(found)).toContain('&e20; &f;');
});

describe('sizes', () => {
  const many = Array.from({ length: 100_000 }, (_each, index) => `o${index}`);

  test('100,000 choices are refused', () => {
    const found = readText(
      item2(response('multiple', 'identifier', many), choice2(many, 'maxChoices="0"')),
    );
    expect(onlyItem(found).remarks[0]).toEqual({
      code: 'qti-too-many-parts',
      params: { count: 100_000, limit: 12 },
    });
  }, 20_000);

  test('so are 100,000 pairs, answers, labels and rules', () => {
    const set = `<simpleMatchSet>${many.map((ident) => `<simpleAssociableChoice identifier="${ident}">${ident}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
    const pairs = readText(
      item2(
        response(
          'multiple',
          'directedPair',
          many.map((ident) => `${ident} ${ident}`),
        ),
        `<matchInteraction responseIdentifier="RESPONSE">${set}${set}</matchInteraction>`,
      ),
    );
    const entries = Object.fromEntries(many.map((ident) => [ident, 1]));
    const typed = readText(
      item2(
        response('single', 'string', [], mapped(entries)),
        '<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>',
      ),
    );
    const rules = many
      .slice(0, 20_000)
      .map((ident) => condition(equal('r', ident), 1))
      .join('');
    const item = `<item ident="i"><presentation><response_lid ident="r" rcardinality="Multiple">${labels(...many.slice(0, 20_000))}</response_lid></presentation><resprocessing>${rules}</resprocessing></item>`;
    for (const found of [pairs, typed, readText(version1(item))])
      expect(codes(onlyItem(found))).toEqual(['qti-too-many-parts']);
  }, 60_000);

  test('more items than a pack holds are all reported', () => {
    const item = `<item ident="i"><presentation>${material('What?')}<response_lid ident="r">${labels('a', 'b')}</response_lid></presentation><resprocessing>${condition(equal('r', 'a'), 1)}</resprocessing></item>`;
    const found = readText(version1(item.repeat(5_003)));
    expect(found.items).toHaveLength(5_003);
    expect(found.items.filter(({ question }) => question)).toHaveLength(5_000);
    expect(found.items.slice(5_000).map(codes)).toEqual([
      ['qti-too-many-items'],
      ['qti-too-many-items'],
      ['qti-too-many-items'],
    ]);
  }, 60_000);

  test('conditions that multiply one another are cut', () => {
    const or = `<or>${equal('r', 'a')}${equal('r', 'b')}</or>`;
    const item = `<item ident="i"><presentation>${material('What?')}<response_lid ident="r">${labels('a', 'b', 'c')}</response_lid></presentation><resprocessing>${condition(`<and>${or.repeat(60)}</and>`, 1)}</resprocessing></item>`;
    expect(faultsOf(readText(version1(item)))).toEqual([]);
  });

  test('elements in one another, ten thousand deep', () => {
    expect(faultsOf(readText(version1('<section>'.repeat(10_000))))).toEqual([]);
    expect(
      faultsOf(
        readText(
          item2(
            response('single', 'identifier', ['a']),
            '<div>'.repeat(10_000) + choice2(['a', 'b']),
          ),
        ),
      ),
    ).toEqual([]);
    const nots = `${'<not>'.repeat(10_000)}${'</not>'.repeat(10_000)}`;
    expect(
      faultsOf(
        readText(
          version1(`<item ident="i"><resprocessing>${condition(nots, 1)}</resprocessing></item>`),
        ),
      ),
    ).toEqual([]);
  });

  test('gigantic numbers', () => {
    const item = only2(
      response('single', 'identifier', [], mapped({ a: 1e308, b: Number.NaN })),
      'maxChoices="99999999999999999999"',
    );
    expect(questionIn(item)).toMatchObject({ kind: 'single' });
  });
});

const only2 = (declaration: string, attributes: string) =>
  onlyItem(readText(item2(declaration, choice2(['a', 'b'], attributes))));

describe('archives', () => {
  const one = item2(response('single', 'identifier', ['a']), choice2(['a', 'b']));

  test('entries that lead out of it are left out', () => {
    const found = readPackage({ '../evil.xml': one, 'one.xml': one });
    expect(found.items).toHaveLength(1);
    expect(found.remarks.map(({ code }) => code)).toContain('zip-path');
  });

  test('addresses that lead out of it find nothing outside', () => {
    const found = readPackage({
      'one.xml': one,
      'imsmanifest.xml':
        '<manifest><resources><resource type="imsqti_item_xmlv2p1" href="../../../etc/passwd"/><resource type="imsqti_item_xmlv2p1" href="https://example.org/x.xml"/><resource type="imsqti_item_xmlv2p1" href="%E0%A4%A"/></resources></manifest>',
    });
    expect(found.items.map(codes)).toEqual([[], ['qti-missing-file'], ['qti-missing-file']]);
  });

  test('that announce less than they hold give what they announced', () => {
    const bytes = zipSync({ 'one.xml': strToU8(one), 'bomb.xml': new Uint8Array(5_000_000) });
    const lying = new Uint8Array(bytes);
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 30; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 200, true);
    expect(faultsOf(readQti({ name: 'x.zip', bytes: lying, language: 'en' }))).toEqual([]);
  });

  test('manifests, passages and sections that refer to one another end', () => {
    const nested = '<manifest><resources/>'.repeat(50) + '</manifest>'.repeat(50);
    const found = readPackage({
      'imsmanifest.xml': nested,
      'a/imsmanifest.xml':
        '<manifest><resources><resource type="imsqti_item_xmlv2p1" href="../imsmanifest.xml"/></resources></manifest>',
      'one.xml': one.replace('<itemBody>', '<assessmentStimulusRef href="one.xml"/><itemBody>'),
      't.xml':
        '<assessmentTest><testPart><assessmentSectionRef href="t.xml"/><assessmentItemRef href="t.xml"/></testPart></assessmentTest>',
    });
    expect(faultsOf(found)).toEqual([]);
    expect(found.items.filter(({ question }) => question)).toHaveLength(1);
  });
});

test('bytes that are no text, and half of a letter', () => {
  for (const bytes of [
    new Uint8Array([0xff, 0xfe, 0x3c]),
    new Uint8Array([0x50, 0x4b, 3, 4, 0xff]),
    new Uint8Array([
      ...strToU8('<questestinterop><item ident="'),
      0xe3,
      0x81,
      ...strToU8('"/></questestinterop>'),
    ]),
    new Uint8Array(),
  ])
    expect(faultsOf(readQti({ name: 'x', bytes, language: 'en' }))).toEqual([]);
});

describe('anything at all', () => {
  const elements =
    'questestinterop assessment section item presentation material mattext response_lid response_str response_grp render_choice render_fib response_label resprocessing respcondition conditionvar varequal varsubset and or not other setvar displayfeedback itemfeedback itemmetadata qtimetadatafield fieldlabel fieldentry flow assessmentItem responseDeclaration correctResponse value mapping mapEntry itemBody choiceInteraction simpleChoice prompt matchInteraction simpleMatchSet simpleAssociableChoice gapMatchInteraction gap gapText orderInteraction textEntryInteraction inlineChoiceInteraction inlineChoice associateInteraction hottextInteraction hottext responseProcessing responseCondition responseIf match variable baseValue setOutcomeValue modalFeedback feedbackInline assessmentTest testPart assessmentSection assessmentItemRef qti-assessment-item qti-item-body qti-choice-interaction manifest resources resource file p img math object'.split(
      ' ',
    );
  const names = [
    'ident',
    'identifier',
    'respident',
    'responseIdentifier',
    'rcardinality',
    'cardinality',
    'baseType',
    'mapKey',
    'mappedValue',
    'linkrefid',
    'href',
    'title',
    'class',
    'maxChoices',
    'xml:lang',
    'fixed',
    '__proto__',
  ];
  const values = [
    'a',
    'b',
    'R',
    'RESPONSE',
    'Multiple',
    'ordered',
    'multiple',
    '1',
    '-1',
    '1e999',
    'RESPONSE_BLOCK',
    'RIGHT_MATCH_BLOCK',
    'text_only_question',
    'one.xml',
    '../x',
    '',
    '{',
    'ja',
  ];
  const word = fc.constantFrom(
    ...values,
    'a b',
    '&amp;',
    '&lt;p&gt;x',
    '<![CDATA[<b>]]>',
    '鍵',
    '\u0000',
    '&x;',
    '<',
    '____',
  );
  const attribute = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...values))
    .map(([name, value]) => ` ${name}="${value}"`);

  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      word,
      fc
        .tuple(
          fc.constantFrom(...elements),
          fc.array(attribute, { maxLength: 3 }),
          fc.array(tie('node'), { maxLength: 4 }),
          fc.boolean(),
        )
        .map(
          ([name, attributes, children, isClosed]) =>
            `<${name}${attributes.join('')}>${children.join('')}${isClosed ? `</${name}>` : ''}`,
        ),
    ),
  }));
  const whole = fc
    .tuple(
      fc.constantFrom('questestinterop', 'assessmentItem', 'qti-assessment-item', 'assessmentTest'),
      fc.array(node, { maxLength: 6 }),
    )
    .map(([name, nodes]) => `<${name}>${nodes.join('')}</${name}>`);

  test('gives a report: trees of the words of QTI', () => {
    fc.assert(
      fc.property(whole, (text) => {
        expect(faultsOf(readText(text))).toEqual([]);
      }),
      { numRuns: 6_000 },
    );
  }, 120_000);

  const sound = [
    item2(response('single', 'identifier', ['a']), choice2(['a', 'b'])),
    item2(
      response('multiple', 'directedPair', ['a x']),
      '<gapMatchInteraction responseIdentifier="RESPONSE"><gapText identifier="a">A</gapText><p><gap identifier="x"/></p></gapMatchInteraction>',
    ),
    version1(
      `<item ident="i"><presentation>${material('What?')}<response_lid ident="r">${labels('a', 'b')}</response_lid></presentation><resprocessing>${condition(equal('r', 'a'), 1, 'a')}</resprocessing>${feedback1('a', 'x')}</item>`,
    ),
  ];

  test('gives a report: sound files with a piece cut out or written over', () => {
    const change = fc.tuple(fc.nat(2_000), fc.nat(40), word);
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (text, changes) => {
          const spoiled = changes.reduce(
            (done, [at, length, inserted]) =>
              done.slice(0, at % done.length) + inserted + done.slice((at % done.length) + length),
            text,
          );
          expect(faultsOf(readText(spoiled))).toEqual([]);
        },
      ),
      { numRuns: 3_000 },
    );
  }, 120_000);

  test('gives a report: archives and bytes', () => {
    const files = fc.dictionary(
      fc.constantFrom(
        'imsmanifest.xml',
        'one.xml',
        'a/two.xml',
        't.xml',
        'k.png',
        'res.dat',
        '../x.xml',
      ),
      fc.oneof(whole, fc.constantFrom(...sound)),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      files.map((entries) =>
        zipSync(
          Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])),
        ),
      ),
    );
    fc.assert(
      fc.property(bytes, fc.nat(300), fc.nat(255), (content, at, value) => {
        const spoiled = new Uint8Array(content);
        if (value % 2 === 1 && at < spoiled.length) spoiled[at] = value;
        expect(faultsOf(readQti({ name: 'x', bytes: spoiled, language: 'en' }))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);
});
