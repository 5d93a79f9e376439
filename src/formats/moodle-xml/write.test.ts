import { describe, expect, test } from 'vitest';
import { documentText, type Line } from '#core/pack/document.ts';
import type { Pack, Scenario } from '#core/pack/model.ts';
import {
  packOf,
  paragraph,
  sampleConcept,
  samplePack,
  sampleScenario,
} from '#core/pack/rules/sample.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { readXml } from '#formats/xml.ts';
import { moodleLosses } from './losses.ts';
import { answer, question, quiz, read, taken, text } from './sample.ts';
import { writeMoodleXml } from './write.ts';

const surroundings = {
  media: new Map(),
  rightWhen: (language: string) => (language === 'ja' ? '正解になる場合：' : 'Right when'),
};
const write = (pack: Pack) => writeMoodleXml(pack, surroundings);

describe('a pack as Moodle XML', () => {
  const xml = write(samplePack());
  const { items } = read(xml, 'en');

  test('each concept is a category, each scenario a question with the id of both', () => {
    expect(items.map(({ question: found }) => [found?.path, found?.origin.name])).toEqual(
      ['harbour', 'hills', 'cellar'].map((id) => [
        ['Sample', 'Nights', 'Night work'],
        `night-work/${id}`,
      ]),
    );
    expect(items[0]).toMatchObject({
      name: 'Night work: harbour',
      remarks: [],
      question: { kind: 'single', tags: ['Nights', 'Night work'] },
    });
  });

  test('both languages are there, with reasons, conditions, what decides and the references', () => {
    const found = items[0]?.question?.text;
    expect(Object.keys(found ?? {})).toEqual(['en', 'ja']);
    const { situation, question: asked, options, decides } = found?.['ja'] ?? {};
    expect(documentText(situation ?? [])).toContain('港のパン屋');
    expect(asked).toEqual(['どうすればよいですか。']);
    expect(options?.[1]).toEqual({
      id: 'b',
      text: ['ロープを使う'],
      why: paragraph('そうだからです。'),
      rightWhen: ['ほかにないとき'],
    });
    const link = { type: 'link', url: 'https://example.org/page', children: ['A page'] };
    expect(decides).toEqual([
      ...paragraph('決め手は夜です。'),
      { type: 'list', ordered: false, items: [[{ type: 'paragraph', children: [link] }]] },
    ]);
  });

  test('a slash in a title is no other category, and the rule describes the category', () => {
    const concept = sampleConcept({
      text: { en: { title: 'Either/or', rule: paragraph('Be quiet.') } },
    });
    const one = write(samplePack({ concepts: [concept], languages: ['en'] }));
    expect(read(one).items[0]?.question?.path).toEqual(['Sample', 'Nights', 'Either/or']);
    expect(one).toContain('<info format="html"><text><![CDATA[<p>Be quiet.</p>]]></text></info>');
  });

  test('a case is repeated above the question', () => {
    const shared = { id: 'yard', text: { en: { title: 'Yard', situation: paragraph('A yard.') } } };
    const scenario = sampleScenario('harbour', 0, { case: 'yard' });
    const pack = { ...packOf(scenario), cases: [shared], languages: ['en'] };
    expect(read(write(pack)).items[0]?.question?.text['en']?.situation[0]).toEqual(
      paragraph('A yard.')[0],
    );
  });

  test('the words that decide cannot be seen in the question, and come back', () => {
    const line: Line = ['Use ', { type: 'mark', children: ['no name'] }];
    const scenario = sampleScenario('harbour', 0);
    const en = scenario.text['en'];
    if (!en) throw new Error('no text');
    const marked = write(packOf({ ...scenario, text: { en: { ...en, question: line } } }));
    expect(marked).not.toContain('<mark>');
    expect(read(marked).items[0]?.question?.text['en']?.question).toEqual(line);
  });

  test('hostile words are words', () => {
    const evil = ']]><script>alert(1)</script>&x;\0</text>';
    const scenario = sampleScenario('harbour', 0);
    const en = scenario.text['en'];
    if (!en) throw new Error('no text');
    const pack = packOf({
      ...scenario,
      origin: {
        format: 'moodle-xml',
        kept: {
          name: evil,
          penalty: '</penalty><x>',
          hint: evil,
          'hint flags': 'clearwrong x/><y',
          'hint format': '"><z',
        },
      },
      text: { en: { ...en, question: [evil], situation: [{ type: 'code', text: evil }] } },
    });
    const one = write({ ...pack, title: { en: evil } });
    const { roots, remarks } = readXml(one);
    expect([roots.length, remarks]).toEqual([1, []]);
    const [found] = read(one).items;
    expect(found?.question?.text['en']?.question).toEqual([evil.replace('\0', '')]);
    expect(found?.question?.origin.kept).toMatchObject({
      penalty: '</penalty><x>',
      hint: evil.replace('\0', ''),
      'hint flags': 'clearwrong',
    });
  });
});

describe('what came from Moodle goes back as it was', () => {
  const packFrom = (found: ImportedQuestion): Pack => {
    const { title: _title, path: _path, tags: _tags, ...rest } = found;
    const base = { id: 'q', was: [], reserve: false, references: [], aged: [] };
    const scenario: Scenario = { ...base, textRev: '', keyRev: '', ...rest };
    return { ...packOf(scenario), languages: ['en'] };
  };
  const again = (xml: string) => taken(write(packFrom(taken(xml))));

  test('marks, hints, feedback, shares and flags', () => {
    const xml = quiz(
      question(
        'multichoice',
        'x?',
        `<defaultgrade>2.5</defaultgrade><penalty>0</penalty><hidden>1</hidden>
        <single>false</single><shuffleanswers>false</shuffleanswers><answernumbering>ABCD</answernumbering>
        <correctfeedback format="html">${text('<p>Good.</p>')}</correctfeedback>
        <incorrectfeedback format="markdown"><text>*No*</text></incorrectfeedback><shownumcorrect/>
        ${answer(50, 'a')}${answer(50, 'b')}${answer(-25, 'c')}
        <hint format="html"><text>First</text><clearwrong/></hint><hint format="html"><text>Second</text></hint>`,
      ),
    );
    expect(again(xml).origin.kept).toEqual(taken(xml).origin.kept);
    expect(again(xml).origin.kept).toMatchObject({ fractions: '50 50 -25', 'hint 2': 'Second' });
  });

  test.each([
    ['truefalse', answer(100, 'true', 'So it is.') + answer(0, 'false')],
    [
      'ddmatch',
      '<subquestion><text>a</text><answer format="html"><text>&lt;b&gt;x&lt;/b&gt;</text></answer></subquestion>' +
        '<subquestion><text>b</text><answer format="html"><text>y</text></answer></subquestion>',
    ],
    ['ordering', `<layouttype>HORIZONTAL</layouttype>${answer(1, 'x')}${answer(2, 'y')}`],
    ['shortanswer', `<usecase>1</usecase>${answer(100, 'a\\*b')}${answer(0, 'c', 'No.')}`],
  ])('%s', (type, rest) => {
    const xml = quiz(question(type, 'x?', rest));
    const { path: _path, tags: _tags, origin, ...found } = again(xml);
    expect(taken(xml)).toMatchObject(found);
    expect(origin.kept).toMatchObject(taken(xml).origin.kept ?? {});
  });
});

test('what would be lost is said before', () => {
  const single = sampleScenario('harbour', 0, { pin: ['drum'], case: 'yard', reserve: true });
  const { options, pin: _pin, kind: _kind, ...rest } = sampleScenario('hills', 0);
  const multiple: Scenario = { ...rest, kind: 'multiple', choose: 1, options, pin: [] };
  const pack = packOf(single, multiple, sampleScenario('cellar', 1));
  expect(moodleLosses(pack)).toEqual([
    { name: '', remarks: [{ code: 'moodle-loses-structure' }] },
    {
      name: 'night-work/harbour',
      remarks: ['moodle-loses-pins', 'moodle-loses-case', 'moodle-loses-reserve'].map((code) => ({
        code,
      })),
    },
    { name: 'night-work/hills', remarks: [{ code: 'moodle-loses-count' }] },
  ]);
});
