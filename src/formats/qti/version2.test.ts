import { describe, expect, test } from 'vitest';
import {
  choice2,
  codes,
  item2,
  mapped,
  onlyItem,
  optionsOf,
  pairsOf,
  questionIn,
  readText,
  response,
} from './sample-qti.ts';

const only = (text: string) => onlyItem(readText(text));
const abc = ['a', 'b', 'c'];

const plain = (text: string) => [{ type: 'paragraph', children: [text] }];

describe('choices', () => {
  test('the declared value is right, the prompt asks, the rest is the situation', () => {
    const item = only(
      item2(response('single', 'identifier', ['b']), `<p>It is <em>dark</em>.</p>${choice2(abc)}`),
    );
    const question = questionIn(item);
    expect(item).toMatchObject({ name: 'A lamp', line: 2, remarks: [] });
    expect(optionsOf(question)).toEqual(['Option a', '*Option b', 'Option c']);
    expect(question.text['en']).toMatchObject({
      situation: [
        { type: 'paragraph', children: ['It is ', { type: 'emphasis', children: ['dark'] }, '.'] },
      ],
      question: ['Which?'],
    });
    expect(question.origin).toEqual({ format: 'qti', name: 'lamp' });
  });

  test('without a prompt the last paragraph asks', () => {
    const body = `<p>It is dark.</p><p>What helps?</p>${choice2(abc).replace(/<prompt>.*<\/prompt>/, '')}`;
    const question = questionIn(only(item2(response('single', 'identifier', ['b']), body)));
    expect(question.text['en']).toMatchObject({
      situation: plain('It is dark.'),
      question: ['What helps?'],
    });
  });

  test.each([
    ['several declared values', response('multiple', 'identifier', ['a', 'c']), []],
    [
      'values with equal points',
      response('multiple', 'identifier', [], mapped({ a: 1, b: 0, c: 1 })),
      [],
    ],
    [
      'values with more and fewer points',
      response('multiple', 'identifier', [], mapped({ a: 1, b: -1, c: 0.5 })),
      ['qti-partial'],
    ],
  ])('several right options: %s', (_name, declaration, lost) => {
    const item = only(item2(declaration, choice2(abc, 'maxChoices="0"')));
    expect(codes(item)).toEqual(lost);
    expect(optionsOf(questionIn(item))).toEqual(['*Option a', 'Option b', '*Option c']);
    expect(questionIn(item)).toMatchObject({ kind: 'multiple', choose: 2 });
  });

  test('more right options than can be chosen: the key is believed, and that is said', () => {
    const item = only(item2(response('multiple', 'identifier', ['a', 'c']), choice2(abc)));
    expect(item.remarks).toEqual([{ code: 'qti-more-keys', params: { allowed: 1, count: 2 } }]);
  });

  test('points of a single response: the best is right; equals are either right', () => {
    const best = only(
      item2(response('single', 'identifier', [], mapped({ a: 1, b: 2 })), choice2(abc)),
    );
    expect([codes(best), optionsOf(questionIn(best))[1]]).toEqual([['qti-partial'], '*Option b']);
    const equals = only(
      item2(response('single', 'identifier', [], mapped({ a: 1, b: 1 })), choice2(abc)),
    );
    expect(codes(equals)).toEqual(['qti-any-of']);
  });

  test('where nothing is declared, the rules tell what is right', () => {
    const test1 =
      '<match><variable identifier="RESPONSE"/><baseValue baseType="identifier">c</baseValue></match>';
    const rule = `<responseProcessing><responseCondition><responseIf>${test1}<setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">5</baseValue></sum></setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse></responseCondition></responseProcessing>`;
    const item = only(item2(response('single', 'identifier', []), choice2(abc), rule));
    expect([codes(item), optionsOf(questionIn(item))[2]]).toEqual([[], '*Option c']);
    expect(codes(only(item2(response('single', 'identifier', []), choice2(abc))))).toEqual([
      'qti-no-key',
    ]);
  });

  test('options that are fixed at the end stay there', () => {
    const body = choice2(abc).replace('identifier="c"', 'identifier="c" fixed="true"');
    expect(questionIn(only(item2(response('single', 'identifier', ['a']), body)))).toMatchObject({
      pin: ['c'],
    });
  });

  test('a menu in a sentence leaves a gap', () => {
    const menu =
      '<inlineChoiceInteraction responseIdentifier="RESPONSE"><inlineChoice identifier="g">Gloucester</inlineChoice><inlineChoice identifier="y">York</inlineChoice></inlineChoiceInteraction>';
    const body = `<p>Which house?</p><p>This sun of ${menu};</p><p>And all the clouds.</p>`;
    const question = questionIn(only(item2(response('single', 'identifier', ['y']), body)));
    expect(optionsOf(question)).toEqual(['Gloucester', '*York']);
    expect(question.text['en']).toMatchObject({ question: ['This sun of ____;'] });
  });

  test('words of the text as options are marked in it and listed', () => {
    const body =
      '<hottextInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Which is wrong?</prompt><p>He <hottext identifier="a">were</hottext> <hottext identifier="b">late</hottext>.</p></hottextInteraction>';
    const item = only(item2(response('single', 'identifier', ['a']), body));
    expect([codes(item), optionsOf(questionIn(item))]).toEqual([
      ['qti-hottext'],
      ['*were', 'late'],
    ]);
    expect(questionIn(item).text['en']?.situation).toHaveLength(1);
  });
});

describe('feedback', () => {
  const set = (value: string) =>
    `<setOutcomeValue identifier="FEEDBACK">${value}</setOutcomeValue>`;
  const named = (name: string) => set(`<baseValue baseType="identifier">${name}</baseValue>`);
  const modal = (name: string, words: string) =>
    `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${name}" showHide="show">${words}</modalFeedback>`;
  const isCorrect =
    '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>';
  const processing = (inside: string) => `<responseProcessing>${inside}</responseProcessing>`;
  const branches = (right: string, wrong: string) =>
    processing(
      `<responseCondition><responseIf>${isCorrect}${right}</responseIf><responseElse>${wrong}</responseElse></responseCondition>`,
    );

  test('within an option, or by its identifier, is its reason', () => {
    const inside = choice2(abc).replace(
      'Option a<',
      'Option a <feedbackInline outcomeIdentifier="FEEDBACK" identifier="a" showHide="show">It is dark.</feedbackInline><',
    );
    const item = only(
      item2(
        response('single', 'identifier', ['b']),
        inside,
        processing(set('<variable identifier="RESPONSE"/>')) + modal('b', '<p>It shines.</p>'),
      ),
    );
    expect(item.remarks).toEqual([]);
    expect(optionsOf(questionIn(item))[0]).toBe('Option a');
    expect(questionIn(item).text['en']?.options.map(({ why }) => why)).toEqual([
      plain('It is dark.'),
      plain('It shines.'),
      undefined,
    ]);
  });

  test('after right answers decides, after wrong ones is put aside', () => {
    const more =
      branches(named('f1'), named('f2')) + modal('f1', 'Dark.') + modal('f2', 'Look again.');
    const item = only(item2(response('single', 'identifier', ['b']), choice2(abc), more));
    expect(questionIn(item).text['en']?.decides).toEqual(plain('Dark.'));
    expect(questionIn(item).origin.kept).toEqual({
      'feedback-incorrect': '<div>Look again.</div>',
    });
  });

  test('that one value shows is the reason of that option', () => {
    const isA =
      '<match><variable identifier="RESPONSE"/><baseValue baseType="identifier">a</baseValue></match>';
    const more =
      processing(
        `<responseCondition><responseIf>${isA}${named('f1')}</responseIf></responseCondition>`,
      ) + modal('f1', 'Dark.');
    const item = only(item2(response('single', 'identifier', ['b']), choice2(abc), more));
    expect(questionIn(item).text['en']?.options[0]?.why).toEqual(plain('Dark.'));
  });
});

const order =
  '<orderInteraction responseIdentifier="RESPONSE"><prompt>Sort.</prompt><simpleChoice identifier="x">X</simpleChoice><simpleChoice identifier="y">Y</simpleChoice><simpleChoice identifier="z">Z</simpleChoice></orderInteraction>';

test('order is declared, or taken from the order of the points', () => {
  const declared = only(item2(response('ordered', 'identifier', ['z', 'x']), order));
  expect([codes(declared), optionsOf(questionIn(declared))]).toEqual([[], ['Z', 'X', 'Y']]);
  expect(questionIn(declared)).toMatchObject({ steps: ['a', 'b'], spare: ['c'] });
  const points = only(
    item2(response('ordered', 'identifier', [], mapped({ y: 1, x: 1, z: 1 })), order),
  );
  expect([codes(points), optionsOf(questionIn(points))]).toEqual([
    ['qti-order-mapped'],
    ['Y', 'X', 'Z'],
  ]);
  expect(codes(only(item2(response('ordered', 'identifier', ['z', 'x', 'z']), order)))).toEqual([
    'qti-order-twice',
  ]);
});

describe('matching', () => {
  const set = (...idents: readonly string[]) =>
    `<simpleMatchSet>${idents.map((ident) => `<simpleAssociableChoice identifier="${ident}" matchMax="0">${ident.toUpperCase()}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
  const match = (left: string, right: string) =>
    `<matchInteraction responseIdentifier="RESPONSE"><prompt>Match.</prompt>${left}${right}</matchInteraction>`;
  const pairs = (...values: readonly string[]) => response('multiple', 'directedPair', values);

  test('each of the first set has its one partner', () => {
    const item = only(item2(pairs('a y', 'b x'), match(set('a', 'b'), set('x', 'y', 'z'))));
    expect([codes(item), pairsOf(questionIn(item))]).toEqual([[], ['A = Y', 'B = X']]);
    expect(questionIn(item)).toMatchObject({ choices: ['c', 'd', 'e'] });
  });

  test('or each of the second set, when those of the first have several', () => {
    const item = only(item2(pairs('a x', 'a y', 'b z'), match(set('a', 'b'), set('x', 'y', 'z'))));
    expect([codes(item), pairsOf(questionIn(item))]).toEqual([[], ['X = A', 'Y = A', 'Z = B']]);
  });

  test('several on both sides cannot be taken', () => {
    const item = only(item2(pairs('a x', 'a y', 'b x'), match(set('a', 'b'), set('x', 'y'))));
    expect(codes(item)).toEqual(['qti-many-to-many']);
  });

  test('spare choices give way when there are too many', () => {
    const many = Array.from({ length: 14 }, (_each, index) => `t${index}`);
    const item = only(item2(pairs('a t13', 'b t12'), match(set('a', 'b'), set(...many))));
    expect(item.remarks).toEqual([{ code: 'qti-spare-choices', params: { count: 4 } }]);
    expect(pairsOf(questionIn(item))).toEqual(['A = T13', 'B = T12']);
  });

  test('pairs of one set have an asking side', () => {
    const body = `<associateInteraction responseIdentifier="RESPONSE"><prompt>Rivals?</prompt>${set('a', 'b', 'x', 'y', 'z').replaceAll(/<\/?simpleMatchSet>/g, '')}</associateInteraction>`;
    const item = only(item2(response('multiple', 'pair', ['a x', 'y b']), body));
    expect([codes(item), pairsOf(questionIn(item))]).toEqual([['qti-sides'], ['A = X', 'Y = B']]);
  });

  test('gaps in a text are numbered prompts', () => {
    const body =
      '<gapMatchInteraction responseIdentifier="RESPONSE"><prompt>Fill in.</prompt><gapText identifier="w" matchMax="1">winter</gapText><gapText identifier="s" matchMax="1">summer</gapText><p>Now is the <gap identifier="g1"/> made <gap identifier="g2"/>.</p></gapMatchInteraction>';
    const item = only(item2(pairs('w g1', 's g2'), body));
    expect([codes(item), pairsOf(questionIn(item))]).toEqual([
      [],
      ['[1] ____ = winter', '[2] ____ = summer'],
    ]);
    expect(questionIn(item).text['en']?.situation).toEqual(
      plain('Now is the [1] ____ made [2] ____.'),
    );
  });

  test('several menus in a text are prompts; options of their own are a loss', () => {
    const menu = (name: string, ...options: readonly string[]) =>
      `<inlineChoiceInteraction responseIdentifier="${name}">${options.map((option) => `<inlineChoice identifier="${option}">${option}</inlineChoice>`).join('')}</inlineChoiceInteraction>`;
    const declared = (name: string, value: string) =>
      response('single', 'identifier', [value]).replace('RESPONSE', name);
    const both = declared('R1', 'red') + declared('R2', 'blue');
    const same = only(
      item2(
        both,
        `<p>Roses are ${menu('R1', 'red', 'blue')}, violets ${menu('R2', 'blue', 'red')}.</p>`,
      ),
    );
    expect([codes(same), pairsOf(questionIn(same))]).toEqual([
      [],
      ['[1] ____ = red', '[2] ____ = blue'],
    ]);
    const own = only(
      item2(
        both,
        `<p>Roses are ${menu('R1', 'red', 'x')}, violets ${menu('R2', 'blue', 'y')}.</p>`,
      ),
    );
    expect(codes(own)).toEqual(['qti-own-choices']);
  });
});

describe('typed answers', () => {
  const field = '<p>The capital is <textEntryInteraction responseIdentifier="RESPONSE"/>.</p>';

  test('leave a gap; letters count unless the points say otherwise', () => {
    const exact = questionIn(only(item2(response('single', 'string', ['York']), field)));
    expect(exact).toMatchObject({
      kind: 'short',
      compare: 'exact',
      answers: [{ texts: ['York'] }],
    });
    expect(exact.text['en']?.question).toEqual(['The capital is ____.']);
    const mapping = mapped({ York: 1, york: 1 }, ' caseSensitive="false"');
    expect(
      questionIn(only(item2(response('single', 'string', ['York'], mapping), field))),
    ).toMatchObject({
      compare: 'prose',
      answers: [{ texts: ['York'] }, { texts: ['york'] }],
    });
  });

  test('answers with fewer points are not accepted, and that is said', () => {
    const item = only(
      item2(response('single', 'string', [], mapped({ York: 1, Yorck: 0.5 })), field),
    );
    expect(codes(item)).toEqual(['qti-partial']);
    expect(questionIn(item)).toMatchObject({ answers: [{ texts: ['York'] }] });
  });

  test('a long text is judged by a person, unless the rules compare it', () => {
    const body =
      '<extendedTextInteraction responseIdentifier="RESPONSE"><prompt>Why?</prompt></extendedTextInteraction>';
    expect(codes(only(item2(response('single', 'string', ['A model answer.']), body)))).toEqual([
      'qti-essay',
    ]);
    const rule =
      '<responseProcessing><responseCondition><responseIf><stringMatch caseSensitive="false"><variable identifier="RESPONSE"/><baseValue baseType="string">two</baseValue></stringMatch><setOutcomeValue identifier="S"><baseValue baseType="integer">100</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>';
    expect(questionIn(only(item2(response('single', 'string', []), body, rule)))).toMatchObject({
      kind: 'short',
      compare: 'prose',
      answers: [{ texts: ['two'] }],
    });
  });
});

test.each([
  [
    'qti-hotspot',
    '<hotspotInteraction responseIdentifier="RESPONSE"><img src="a.png"/></hotspotInteraction>',
  ],
  ['qti-slider', '<sliderInteraction responseIdentifier="RESPONSE"/>'],
  ['qti-upload', '<uploadInteraction responseIdentifier="RESPONSE"/>'],
  ['qti-drawing', '<drawingInteraction responseIdentifier="RESPONSE"/>'],
  ['qti-custom', '<customInteraction responseIdentifier="RESPONSE"/>'],
  ['qti-unknown', '<danceInteraction responseIdentifier="RESPONSE"/>'],
  ['qti-no-question', '<p>Read this.</p>'],
  ['qti-composite', choice2(abc) + choice2(abc)],
  [
    'qti-several-blanks',
    '<p><textEntryInteraction responseIdentifier="RESPONSE"/> <textEntryInteraction responseIdentifier="R2"/></p>',
  ],
  ['qti-template', `<p><printedVariable identifier="X"/></p>${choice2(abc)}`],
  ['qti-too-many-parts', choice2(Array.from({ length: 13 }, (_each, index) => `o${index}`))],
])('what is not taken says why: %s', (code, body) => {
  const item = only(item2(response('single', 'identifier', ['a', 'o1']), body));
  expect([codes(item), item.question]).toEqual([[code], undefined]);
});

test('points, weights and names of tools are kept', () => {
  const outcome = (name: string, value: string) =>
    `<outcomeDeclaration identifier="${name}" cardinality="single" baseType="float"><defaultValue><value>${value}</value></defaultValue></outcomeDeclaration>`;
  const declarations =
    response('single', 'identifier', ['a'], mapped({ a: 2, b: -1 })) +
    outcome('MAXSCORE', '2') +
    outcome('MINSCORE', '0');
  const item = only(
    item2(declarations, choice2(abc), '', 'toolName="Pen" toolVersion="3" label="L7"'),
  );
  expect(questionIn(item).origin.kept).toEqual({
    label: 'L7',
    toolName: 'Pen',
    toolVersion: '3',
    MAXSCORE: '2',
    outcomes: 'MINSCORE',
    mapping: 'a=2; b=-1',
  });
});

test('words for the marker are kept, words for the learner belong to the situation', () => {
  const body = `<rubricBlock view="scorer"><p>Be kind.</p></rubricBlock><rubricBlock view="candidate"><p>Take care.</p></rubricBlock>${choice2(abc)}`;
  const item = only(item2(response('single', 'identifier', ['a']), body));
  expect(item.remarks).toEqual([{ code: 'qti-kept', params: { name: 'rubricBlock' } }]);
  expect(questionIn(item).text['en']?.situation).toEqual(plain('Take care.'));
});

test('version 3 says the same with other names', () => {
  const item = only(`<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="cities" title="Cities" xml:lang="ja" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="directed-pair">
    <qti-correct-response><qti-value>fr paris</qti-value><qti-value>de berlin</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-item-body>
    <qti-match-interaction response-identifier="RESPONSE" max-associations="3">
      <qti-prompt>Which capital?</qti-prompt>
      <qti-simple-match-set><qti-simple-associable-choice identifier="fr" match-max="1">France</qti-simple-associable-choice><qti-simple-associable-choice identifier="de" match-max="1">Germany</qti-simple-associable-choice></qti-simple-match-set>
      <qti-simple-match-set><qti-simple-associable-choice identifier="berlin" match-max="1">Berlin</qti-simple-associable-choice><qti-simple-associable-choice identifier="paris" match-max="1">Paris</qti-simple-associable-choice></qti-simple-match-set>
    </qti-match-interaction>
  </qti-item-body>
  <qti-modal-feedback outcome-identifier="F" identifier="fr" show-hide="show"><qti-content-body><p>By the Seine.</p></qti-content-body></qti-modal-feedback>
</qti-assessment-item>`);
  const question = questionIn(item);
  expect([item.name, item.line, item.remarks]).toEqual(['Cities', 2, []]);
  expect(pairsOf(question)).toEqual(['France = Paris', 'Germany = Berlin']);
  expect(question.text['ja']).toMatchObject({
    question: ['Which capital?'],
    options: [{ why: plain('By the Seine.') }, {}, {}, {}],
  });
});

test('a value in quotes within quotes breaks its attribute alone', () => {
  const broken = item2(
    response('multiple', 'identifier', ['a', 'c']),
    choice2(abc, 'maxChoices="2"'),
  ).replace('title="A lamp"', 'title="Two, maxChoices="2""');
  const found = readText(broken);
  expect(found.remarks.map(({ code }) => code)).toContain('xml-broken');
  expect(optionsOf(questionIn(onlyItem(found)))).toEqual(['*Option a', 'Option b', '*Option c']);
});

test('formulas are told by the TeX that they carry', () => {
  const math =
    '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:semantics><m:mi>x</m:mi><m:annotation encoding="LaTeX">\\frac{x}{2}</m:annotation></m:semantics></m:math>';
  const item = only(
    item2(response('single', 'identifier', ['a']), `<p>Half: ${math}</p>${choice2(abc)}`),
  );
  expect(item.remarks).toEqual([{ code: 'markup-lost', params: { tag: 'math' } }]);
  expect(questionIn(item).text['en']?.situation).toEqual(plain('Half: \\frac{x}{2}'));
});
