import { describe, expect, test } from 'vitest';
import {
  codes,
  condition,
  equal,
  feedback1,
  field,
  labels,
  material,
  metadata,
  onlyItem,
  optionsOf,
  pairsOf,
  questionIn,
  readText,
  version1,
} from './sample-qti.ts';

const only = (item: string) => onlyItem(readText(version1(item)));

const lid = (cardinality: string, ...idents: readonly string[]): string =>
  `<response_lid ident="r" rcardinality="${cardinality}">${labels(...idents)}</response_lid>`;

const scored = (presentation: string, processing: string, more = '', before = ''): string =>
  `<item ident="i1" title="Question 1">${before}<presentation>${material('<div><p>What helps?</p></div>')}${presentation}</presentation><resprocessing>${processing}</resprocessing>${more}</item>`;

describe('choices', () => {
  test('the option that is given points is right, with its reason, and general words decide', () => {
    const item = only(
      scored(
        lid('Single', '11', '22'),
        condition('<other/>', 0, 'general_fb') +
          condition(equal('r', '11'), 0, '11_fb') +
          condition(equal('r', '22'), 100, 'correct_fb'),
        feedback1('general_fb', '<p>Dark.</p>') + feedback1('11_fb', '<p>No light.</p>'),
        metadata(
          field('question_type', 'multiple_choice_question'),
          field('points_possible', '2.0'),
        ),
      ),
    );
    const question = questionIn(item);
    expect(item).toMatchObject({ name: 'i1', file: '', line: 2, remarks: [] });
    expect([question.kind, optionsOf(question)]).toEqual(['single', ['Option 11', '*Option 22']]);
    expect(question.text['en']).toMatchObject({
      situation: [],
      question: ['What helps?'],
      decides: [{ type: 'paragraph', children: ['Dark.'] }],
      options: [{ why: [{ type: 'paragraph', children: ['No light.'] }] }, {}],
    });
    expect(question).toMatchObject({
      title: 'What helps?',
      path: ['Harbour quiz'],
      origin: { format: 'qti', name: 'i1', kept: { points_possible: '2.0' } },
    });
  });

  test('words after a wrong answer are put aside, and so are those after a right one beside general ones', () => {
    const item = only(
      scored(
        lid('Single', 'a', 'b'),
        condition(equal('r', 'a'), 100, 'correct_fb') +
          condition('<other/>', 0, 'general_incorrect_fb'),
        feedback1('correct_fb', 'Well done') +
          feedback1('general_incorrect_fb', 'Oh no') +
          feedback1('general_fb', 'Dark'),
      ),
    );
    expect(questionIn(item).origin.kept).toEqual({
      'feedback-correct': '<div><div>Well done</div></div>',
      'feedback-incorrect': '<div><div>Oh no</div></div>',
    });
    expect(item.remarks).toEqual([
      { code: 'qti-kept', params: { name: 'feedback-correct' } },
      { code: 'qti-kept', params: { name: 'feedback-incorrect' } },
    ]);
  });

  test.each([
    [
      'one rule for all',
      condition(
        `<and>${equal('r', 'a')}<not>${equal('r', 'b')}</not>${equal('r', 'c')}</and>`,
        100,
      ),
    ],
    [
      'a rule for each',
      condition(equal('r', 'a'), 50) +
        condition(equal('r', 'b'), -50) +
        condition(equal('r', 'c'), 50),
    ],
    [
      'nots in nots',
      condition(`${equal('r', ' a ')}${equal('r', 'c')}<not>${equal('r', 'b')}</not>`, 1) +
        condition(`<and><not>${equal('r', 'a')}<not>${equal('r', 'b')}</not></not></and>`, 0),
    ],
    [
      'counters of right and wrong',
      ['a', 'b', 'c']
        .map(
          (ident) =>
            `<respcondition><conditionvar>${equal('r', ident)}</conditionvar><setvar varname="D2L_${ident === 'b' ? 'Incorrect' : 'Correct'}" action="Add">1</setvar></respcondition>`,
        )
        .join(''),
    ],
  ])('several right options: %s', (_name, processing) => {
    const question = questionIn(only(scored(lid('Multiple', 'a', 'b', 'c'), processing)));
    expect(question).toMatchObject({ kind: 'multiple', choose: 2 });
    expect(optionsOf(question)).toEqual(['*Option a', 'Option b', '*Option c']);
  });

  test('a rule that wants several is believed more than a single cardinality', () => {
    const processing = condition(`<and>${equal('r', 'a')}${equal('r', 'b')}</and>`, 'SCORE.max');
    const question = questionIn(only(scored(lid('Single', 'a', 'b', 'c'), processing)));
    expect(question).toMatchObject({ kind: 'multiple', choose: 2 });
  });

  test('two options of which either is right are no question with one right option', () => {
    const processing = condition(equal('r', 'a'), 100) + condition(equal('r', 'b'), 100);
    expect(codes(only(scored(lid('Single', 'a', 'b', 'c'), processing)))).toEqual(['qti-any-of']);
  });

  test('half points are a loss, and make nothing right', () => {
    const item = only(
      scored(
        lid('Single', 'a', 'b', 'c'),
        condition(equal('r', 'a'), 100) + condition(equal('r', 'b'), 50),
      ),
    );
    expect(codes(item)).toEqual(['qti-partial']);
    expect(optionsOf(questionIn(item))).toEqual(['*Option a', 'Option b', 'Option c']);
  });

  test('ids in the rules that no option has are taken by their place, and that is said', () => {
    const test1 = ['x', 'y'].map((id) => `<not>${equal('r', id)}</not>`).join('');
    const item = only(
      scored(lid('Multiple', 'a', 'b', 'c'), condition(`<and>${test1}${equal('r', 'z')}</and>`, 1)),
    );
    expect(codes(item)).toEqual(['qti-key-by-place']);
    expect(optionsOf(questionIn(item))).toEqual(['Option a', 'Option b', '*Option c']);
  });

  test('a question without a key, one without options, and options without words are told apart', () => {
    expect(codes(only(scored(lid('Single', 'a', 'b'), '')))).toEqual(['qti-no-key']);
    expect(codes(only(scored(lid('Single', 'a'), condition(equal('r', 'a'), 1))))).toEqual([
      'qti-one-option',
    ]);
    const blank = lid('Single', 'a', 'b', 'c').replace(/&lt;p>Option b&lt;\/p>/, '');
    const item = only(scored(blank, condition(equal('r', 'a'), 1)));
    expect(item.remarks).toEqual([{ code: 'qti-blank-option', params: { count: 1 } }]);
    expect(optionsOf(questionIn(item))).toEqual(['*Option a', 'Option c']);
    expect(codes(only(scored(blank, condition(equal('r', 'b'), 1))))).toEqual(['qti-blank-key']);
  });

  test('reasons by the id of the option, in a block of responses', () => {
    const label = (ident: string) =>
      `<flow_label class="Block"><response_label ident="${ident}"><flow_mat class="FORMATTED_TEXT_BLOCK"><material><mat_extension><mat_formattedtext type="HTML">&lt;p&gt;Option ${ident}&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow_mat></response_label></flow_label>`;
    const item = only(
      `<item maxattempts="0"><itemmetadata><bbmd_asi_object_id>_1_1</bbmd_asi_object_id><bbmd_questiontype>Multiple Choice</bbmd_questiontype></itemmetadata><presentation><flow class="Block"><flow class="QUESTION_BLOCK"><flow class="FORMATTED_TEXT_BLOCK"><material><mat_extension><mat_formattedtext type="SMART_TEXT">What helps?</mat_formattedtext></mat_extension></material></flow></flow><flow class="RESPONSE_BLOCK"><response_lid ident="response" rcardinality="Single"><render_choice>${label('a')}${label('b')}</render_choice></response_lid></flow></flow></presentation><resprocessing scoremodel="SumOfScores"><respcondition title="correct"><conditionvar><varequal case="No" respident="response">b</varequal></conditionvar><setvar variablename="SCORE" action="Set">SCORE.max</setvar><displayfeedback feedbacktype="Response" linkrefid="correct"/></respcondition><respcondition><conditionvar><varequal respident="a" case="No"/></conditionvar><setvar variablename="SCORE" action="Set">0</setvar><displayfeedback feedbacktype="Response" linkrefid="a"/></respcondition></resprocessing><itemfeedback ident="correct" view="All"><flow_mat class="Block"/></itemfeedback><itemfeedback ident="a" view="All"><solution view="All" feedbackstyle="Complete"><solutionmaterial><flow_mat class="Block"><flow_mat class="FORMATTED_TEXT_BLOCK"><material><mat_extension><mat_formattedtext type="HTML">Dark.</mat_formattedtext></mat_extension></material></flow_mat></flow_mat></solutionmaterial></solution></itemfeedback></item>`,
    );
    const question = questionIn(item);
    expect(item.remarks).toEqual([]);
    expect(optionsOf(question)).toEqual(['Option a', '*Option b']);
    expect(question.text['en']?.options[0]?.why).toEqual([
      { type: 'paragraph', children: ['Dark.'] },
    ]);
    expect(question.origin.kept).toMatchObject({ bbmd_asi_object_id: '_1_1' });
  });
});

describe('order', () => {
  test('stands in one rule; what it does not name is spare', () => {
    const question = questionIn(
      only(
        scored(
          lid('Ordered', 'a', 'b', 'c'),
          condition(`<and>${equal('r', 'c')}${equal('r', 'a')}</and>`, 1),
        ),
      ),
    );
    expect(question).toMatchObject({ kind: 'ordering', steps: ['a', 'b'], spare: ['c'] });
    expect(optionsOf(question)).toEqual(['Option c', 'Option a', 'Option b']);
  });

  test('or each step tells its place', () => {
    const group = lid('Ordered', 'a', 'b')
      .replaceAll('response_lid', 'response_grp')
      .replace('ident="r"', 'respident="r"');
    const question = questionIn(
      only(
        scored(
          group,
          condition(equal('a', '2'), 1) +
            condition(`<not>${equal('a', '2')}</not>`, 1) +
            condition(equal('b', '1'), 1),
        ),
      ),
    );
    expect(optionsOf(question)).toEqual(['Option b', 'Option a']);
  });
});

const prompted = (ident: string, prompt: string, ...idents: readonly string[]): string =>
  `<response_lid ident="${ident}">${material(prompt)}${labels(...idents)}</response_lid>`;

describe('matching', () => {
  test('one response for each prompt; prompts without words are left out', () => {
    const item = only(
      scored(
        prompted('r1', 'Mars', 'x', 'y') +
          prompted('r2', 'Earth', 'x', 'y') +
          prompted('r3', '', 'x', 'y'),
        condition(equal('r1', 'y'), 50) +
          condition(equal('r2', 'x'), 50) +
          condition(equal('r3', 'x'), 0),
      ),
    );
    expect(item.remarks).toEqual([{ code: 'qti-unmatched', params: { count: 1 } }]);
    expect(pairsOf(questionIn(item))).toEqual(['Mars = Option y', 'Earth = Option x']);
  });

  test('menus with options of their own are offered all, and that is said', () => {
    const item = only(
      scored(
        prompted('r1', 'one', 'x', 'y') + prompted('r2', 'two', 'z', 'w'),
        condition(equal('r1', 'y'), 50) + condition(equal('r2', 'z'), 50),
        '',
        metadata(field('question_type', 'multiple_dropdowns_question')),
      ),
    );
    expect(codes(item)).toEqual(['qti-own-choices']);
    expect(pairsOf(questionIn(item))).toEqual(['[one] = Option y', '[two] = Option z']);
    expect(questionIn(item)).toMatchObject({ choices: ['c', 'd', 'e', 'f'] });
  });

  test('categories with several members: the members ask', () => {
    const item = only(
      scored(
        prompted('r1', 'Fish', 'x', 'y', 'z', 'q') + prompted('r2', 'Bird', 'x', 'y', 'z', 'q'),
        condition(equal('r1', 'x') + equal('r1', 'y'), 50) + condition(equal('r2', 'z'), 50),
      ),
    );
    expect(codes(item)).toEqual(['qti-unmatched']);
    expect(pairsOf(questionIn(item))).toEqual([
      'Option x = Fish',
      'Option y = Fish',
      'Option z = Bird',
    ]);
  });

  test('choices that stand apart belong to the responses by their place', () => {
    const part = (ident: string, prompt: string) =>
      `<flow class="Block"><flow class="FORMATTED_TEXT_BLOCK">${material(prompt)}</flow><response_lid ident="${ident}" rcardinality="Single"><render_choice><flow_label><response_label ident="${ident}1"/><response_label ident="${ident}2"/></flow_label></render_choice></response_lid></flow>`;
    const item = only(
      `<item><presentation><flow><flow class="QUESTION_BLOCK">${material('Match.')}</flow><flow class="RESPONSE_BLOCK">${part('m', 'Mars')}${part('e', 'Earth')}</flow><flow class="RIGHT_MATCH_BLOCK"><flow class="Block">${material('Luna')}</flow><flow class="Block">${material('Phobos')}</flow></flow></flow></presentation><resprocessing>${condition(equal('m', 'm2'), '50.0')}${condition(equal('e', 'e1'), '50.0')}</resprocessing></item>`,
    );
    expect(pairsOf(questionIn(item))).toEqual(['Mars = Phobos', 'Earth = Luna']);
    expect(questionIn(item).text['en']?.question).toEqual(['Match.']);
  });

  test('a group of labels, whose pairs are subsets', () => {
    const group = `<response_grp ident="MQ" rcardinality="Multiple"><render_choice><response_label ident="1" match_max="1" match_group="8,9">${material('Mars')}</response_label><response_label ident="8">${material('Luna')}</response_label><response_label ident="9">${material('Phobos')}</response_label></render_choice></response_grp>`;
    const processing = `<respcondition><conditionvar><varsubset respident="MQ">9,1</varsubset></conditionvar><setvar action="Add">4</setvar></respcondition>`;
    expect(pairsOf(questionIn(only(scored(group, processing))))).toEqual(['Mars = Phobos']);
  });
});

const typedAs = (ident: string, type = 'String'): string =>
  `<response_str ident="${ident}" rcardinality="Single"><render_fib fibtype="${type}"><response_label ident="${ident}_ANS"/></render_fib></response_str>`;

describe('typed answers', () => {
  test('several values in one rule are alternatives, in any case of letters', () => {
    const item = only(
      scored(typedAs('r'), condition(equal('r', 'Illinois') + equal('r', 'IL'), 100)),
    );
    expect(item.remarks).toEqual([]);
    expect(questionIn(item)).toMatchObject({
      kind: 'short',
      compare: 'prose',
      answers: [
        { id: 'a', right: true, texts: ['Illinois'] },
        { id: 'b', right: true, texts: ['IL'] },
      ],
    });
    expect(questionIn(item).text['en']?.question).toEqual(['What helps?']);
  });

  test('the field may be named by its label, and letters may count', () => {
    const exact = '<varequal respident="r_ANS" case="Yes">ls -l</varequal>';
    expect(questionIn(only(scored(typedAs('r'), condition(exact, 100))))).toMatchObject({
      compare: 'exact',
    });
  });

  test('a right answer may be known by its feedback alone', () => {
    const processing = `<respcondition title="x1"><conditionvar><varequal case="No" respident="r">purple</varequal></conditionvar><displayfeedback linkrefid="correct"/></respcondition>`;
    expect(questionIn(only(scored(typedAs('r'), processing)))).toMatchObject({
      answers: [{ texts: ['purple'] }],
    });
  });

  test('a number is accepted in its short form, too; a range around it is a loss', () => {
    const near = `<or>${equal('r', '77.0')}<and><vargte respident="r">70</vargte><varlte respident="r">84</varlte></and></or>`;
    const item = only(scored(typedAs('r', 'Decimal'), condition(near, 100)));
    expect(codes(item)).toEqual(['qti-range']);
    expect(questionIn(item)).toMatchObject({ answers: [{ texts: ['77.0'] }, { texts: ['77'] }] });
    const range = '<vargte respident="r">70</vargte><varlte respident="r">84</varlte>';
    expect(codes(only(scored(typedAs('r', 'Decimal'), condition(range, 100))))).toEqual([
      'qti-range-only',
    ]);
  });

  test('a field within a sentence leaves a gap', () => {
    const body = `<material><mattext>Now is the </mattext></material>${typedAs('r')}<material><mattext> of our discontent.</mattext></material>`;
    const item = only(
      `<item ident="i"><presentation>${body}</presentation><resprocessing>${condition(equal('r', 'winter'), 1)}</resprocessing></item>`,
    );
    expect(questionIn(item).text['en']?.question).toEqual(['Now is the ____ of our discontent.']);
  });

  test('one blank whose accepted answers are labels', () => {
    const blank = `<response_lid ident="response_x">${material('x')}${labels('1', '2')}</response_lid>`;
    const kind = metadata(field('question_type', 'fill_in_multiple_blanks_question'));
    const item = only(
      scored(
        blank,
        condition(equal('response_x', '1'), 100) + condition(equal('response_x', '2'), 100),
        '',
        kind,
      ),
    );
    expect(questionIn(item)).toMatchObject({
      answers: [{ texts: ['Option 1'] }, { texts: ['Option 2'] }],
    });
  });
});

test.each([
  ['qti-essay', typedAs('r'), 'essay_question'],
  ['qti-several-blanks', typedAs('r') + typedAs('s'), ''],
  [
    'qti-several-blanks',
    prompted('r', 'x', '1') + prompted('s', 'y', '2'),
    'fill_in_multiple_blanks_question',
  ],
  ['qti-hotspot', '<response_xy ident="r"><render_hotspot/></response_xy>', 'hot_spot_question'],
  ['qti-template', typedAs('r'), 'calculated_question'],
  ['qti-upload', typedAs('r'), 'file_upload_question'],
  ['qti-survey', lid('Single', 'a', 'b'), 'Opinion Scale'],
  ['qti-composite', lid('Single', 'a', 'b') + typedAs('s'), ''],
  ['qti-no-question', '', 'text_only_question'],
])('what is not taken says why: %s', (code, presentation, type) => {
  const item = only(
    scored(presentation, condition('<other/>', 0), '', metadata(field('question_type', type))),
  );
  expect(codes(item)).toEqual([code]);
  expect(item.question).toBeUndefined();
});

describe('a file', () => {
  const plain = (ident: string, before = '', more = '') =>
    `<item ident="${ident}" title="${ident}" ${more}>${before}<presentation>${material(`<p>About ${ident}</p>`)}${lid('Single', 'a', 'b')}</presentation><resprocessing>${condition(equal('r', 'a'), 1)}</resprocessing></item>`;

  test('gives every item once and in order, those of sections with their path', () => {
    const found = readText(
      version1(
        `${plain('one')}<section title="Group 1">${plain('two')}${plain('two')}</section>${plain('three')}`,
      ),
    );
    expect(found.items.map(({ name }) => name)).toEqual(['one', 'two', 'two', 'three']);
    expect(found.items.map((item) => questionIn(item).path)).toEqual([
      ['Harbour quiz'],
      ['Harbour quiz', 'Group 1'],
      ['Harbour quiz', 'Group 1'],
      ['Harbour quiz'],
    ]);
    expect(found.title).toBe('Harbour quiz');
  });

  test('a text that other items name stands before each of them', () => {
    const passage = `<item ident="p" title="Story"><presentation>${material('<p>Once.</p>')}</presentation></item>`;
    const child = metadata(field('parent_stimulus_item_ident', 'p'));
    const section = `<section parent_stimulus_item_ident="p">${plain('two')}</section>`;
    const found = readText(version1(`${passage}${plain('one', child)}${section}${plain('three')}`));
    expect(found.items.map(codes)).toEqual([['qti-passage'], [], [], []]);
    expect(
      found.items.slice(1).map((item) => questionIn(item).text['en']?.situation.length),
    ).toEqual([1, 1, 0]);
  });

  test('words of a section stand before its items, words of the whole are reported', () => {
    const words = (text: string) =>
      `<presentation_material><flow_mat>${material(text)}</flow_mat></presentation_material>`;
    const found = readText(
      `<questestinterop><assessment title="t"><rubric>${material('Be quick.')}</rubric><section>${words('A map.')}${plain('one')}</section></assessment></questestinterop>`,
    );
    expect(found.remarks).toEqual([{ code: 'qti-instructions', params: { file: '' } }]);
    expect(found.items.map((item) => questionIn(item).text['en']?.situation)).toEqual([
      [{ type: 'paragraph', children: ['A map.'] }],
    ]);
  });

  test('the language that the file says goes before the one that was told', () => {
    const found = readText(version1(plain('one', '', 'xml:lang="ja-JP"')));
    expect(Object.keys(questionIn(onlyItem(found)).text)).toEqual(['ja']);
  });

  test('that breaks off gives what was complete, and says what was cut', () => {
    const whole = version1(plain('one') + plain('two'));
    const found = readText(whole.slice(0, whole.lastIndexOf('</resprocessing>')));
    expect(found.items.map((item) => [item.name, codes(item)])).toEqual([
      ['one', []],
      ['two', ['qti-cut']],
    ]);
    expect(found.remarks.map(({ code }) => code)).toContain('xml-broken');
  });

  test('a bare document type says nothing, one with rules of its own is reported', () => {
    const bare = version1(plain('one')).replace(
      '?>',
      '?><!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd">',
    );
    expect(readText(bare).remarks).toEqual([]);
    const own = bare.replace('dtd">', 'dtd" [<!ENTITY x "y">]>');
    expect(readText(own).remarks.map(({ code }) => code)).toEqual(['xml-doctype']);
    expect(readText(own).items).toHaveLength(1);
  });

  test('without an item is told from a file of something else', () => {
    expect(readText('<questestinterop/>').remarks.map(({ code }) => code)).toEqual([
      'qti-empty',
      'qti-none',
    ]);
    expect(readText('<media_tracks/>').remarks.map(({ code }) => code)).toEqual(['qti-none']);
    expect(readText('no XML at all').remarks.map(({ code }) => code)).toEqual([
      'xml-none',
      'qti-none',
    ]);
  });
});
