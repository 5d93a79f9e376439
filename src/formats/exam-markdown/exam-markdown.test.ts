import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOf, flaws, mangled, repeated, timed, told } from '#formats/readers-for-tests.ts';
import { looksLikeExamMarkdown } from './looks-like.ts';
import { readExamMarkdown } from './read.ts';
import { shapes } from './shapes-for-tests.ts';

const read = (text: string) => readExamMarkdown(fileOf(text));

describe('what other authors write', () => {
  test.each([
    [
      'a blank between number and dot',
      '### 1 . Which is wet?\n\n- [x] Rain\n- [ ] Sand\n',
      ['1 single: Which is wet? [*Rain, Sand]'],
    ],
    [
      'a number that is called one',
      '## QUESTION NO: 1\nWhich is wet?\n\nA. Rain\nB. Sand\n\n**Answer: A**\n',
      ['1 single: Which is wet? [*Rain, Sand]'],
    ],
    [
      'labels in italics with their words',
      'Q1. Which is wet?\n   A) Sand\n   B) Rain\n   *Answer: B*\n   *Explanation: It *is* water.*\n',
      ['1 single: Which is wet? [Sand, *Rain] It is water.'],
    ],
    [
      'what visitors voted, which is no word of option or reason',
      'Question #1 Topic 1\n\nWhich is wet?\n\nA. Rain Most Voted\nB. Sand\n\nCorrect Answer: A 🗳️\nCommunity vote distribution\nA (89%)\n8%\n',
      ['1 single: Which is wet? [*Rain, Sand]'],
    ],
    [
      'a key in small letters at the end',
      '1. Which is wet?\n- a) Rain\n- b) Sand\n\n2. Which is dry?\n- a) Rain\n- b) Sand\n\n## Answers\n\n1. a\n2. b\n',
      ['1 single: Which is wet? [*Rain, Sand]', '5 single: Which is dry? [Rain, *Sand]'],
    ],
    [
      'points of a list, and one of them as the answer',
      '**1. Which is wet?**\n   - Rain\n     - from above\n   - `sand`\n\n   **Answer:** Rain\n',
      ['1 single: Which is wet? [*Rain from above, sand]'],
    ],
    [
      'numbered options with a tick at the right one',
      '**Q1. Which is wet?**\n\n1. Rain ✅\n2. Sand\n\n**Q2. Which is dry?**\n\n1. Rain\n2. Sand ✅\n',
      ['1 single: Which is wet? [*Rain, Sand]', '6 single: Which is dry? [Rain, *Sand]'],
    ],
    [
      'questions by their label alone',
      'Q: Which is wet?\nA: Sand\nB: Rain\nAnswer: B\n\nQ: Which is dry?\nA: Sand\nB: Rain\nAnswer: A\n',
      ['1 single: Which is wet? [Sand, *Rain]', '6 single: Which is dry? [*Sand, Rain]'],
    ],
    [
      'round boxes',
      '## 1. Which is wet?\n\n- ( ) Sand\n- (x) Rain\n',
      ['1 single: Which is wet? [Sand, *Rain]'],
    ],
    [
      'questions as headings over points with a tick',
      '### Which is wet?\n\n- Sand\n- **Rain** ✔\n\n### Which is dry?\n\n- **Sand** ✔\n- Rain\n',
      ['1 single: Which is wet? [Sand, *Rain]', '6 single: Which is dry? [*Sand, Rain]'],
    ],
    [
      'a label in italics before its words',
      '**Question 1:** Which is wet?\n\n(A) Sand\n(B) Rain\n\n*Answer:* (B) Rain\n',
      ['1 single: Which is wet? [Sand, *Rain]'],
    ],
    [
      'numbers and letters that a converter has escaped',
      '1\\. Which is wet?\n\n  - A\\. Sand\n\n  - B\\. Rain\n\nAnswer: B\n\n2\\. Which is dry?\n\nA\\) Sand\n\nB\\) Rain\n\nAnswer: A\n',
      ['1 single: Which is wet? [Sand, *Rain]', '9 single: Which is dry? [*Sand, Rain]'],
    ],
    [
      'a pictogram before the number',
      '### 🟢 **Question 1:** Which is wet?\n\n**A)** Sand  \n**B)** Rain  \n\n**✅ Correct Answer: B) Rain**\n',
      ['1 single: Which is wet? [Sand, *Rain]'],
    ],
    [
      'a callout around the answer',
      '## Question 1\n\nWhich is wet?\n\nA. Sand\n\nB. Rain\n\n> [!question]- Show answer\n> **Correct Answer: B.** It is.\n',
      ['1 single: Which is wet? [Sand, *Rain] It is.'],
    ],
    [
      'bullets that stand alone',
      'Q1. Which is wet?\n\n•\nA. Sand\n•\nB. Rain\n\nCorrect answer: B\n',
      ['1 single: Which is wet? [Sand, *Rain]'],
    ],
    [
      'numbered options within numbered questions',
      '1. Which is wet?\n   1. Sand\n   2. Rain\n\n   **Answer:** 2\n\n2. Which is dry?\n   1. Sand\n   2. Rain\n\n   **Answer:** 1\n',
      ['1 single: Which is wet? [Sand, *Rain]', '7 single: Which is dry? [*Sand, Rain]'],
    ],
    [
      'a fence that nobody closed',
      '#### Q1. Which is wet?\n\n```\n\n- [ ] Sand\n- [x] Rain\n\n#### Q2. Which is dry?\n\n````js\nx();\n````\n\n- [x] Sand\n- [ ] Rain\n',
      ['1 single: Which is wet? [Sand, *Rain]', '8 single: x(); | Which is dry? [*Sand, Rain]'],
    ],
    [
      'a longer fence, with fences in its code',
      '## 1. Which is wet?\n\n````md\n```js\n- [x] none\n```\n````\n\n- [x] Rain\n- [ ] Sand\n',
      ['1 single: ```js\n- [x] none\n``` | Which is wet? [*Rain, Sand]'],
    ],
    [
      'questions that begin unlike the others',
      '#### Q1. Which is wet?\n\n- [ ] Sand\n- [x] Rain\n\nQ2. Which is dry?\n\n- [x] Sand\n- [ ] Rain\n\nSee Q4 there.\n\n####Q4. Which is cold?\n\n- [x] Ice\n- [ ] Steam\n\n#### Q5. Which is hot?\n\n- [ ] Ice\n- [x] Steam\n',
      [
        '1 single: Which is wet? [Sand, *Rain]',
        '6 single: Which is dry? [*Sand, Rain] See Q4 there.',
        '13 single: Which is cold? [*Ice, Steam]',
        '18 single: Which is hot? [Ice, *Steam]',
      ],
    ],
    [
      'boxes with nothing but code below them',
      '#### Q1. Which is wet?\n\n- [ ]\n\n```\nsand()\n```\n\n- [x]\n\n```\nrain()\n```\n',
      ['1 single: Which is wet? [sand(), *rain()]'],
    ],
    [
      'the word for an answer in other languages',
      '###### 1. Which is wet?\n\n- A: Sand\n- B: Rain\n\n<details><summary><b>Réponse</b></summary>\n<p>\n\n#### Réponse : B\n\nIt falls.\n\n</p>\n</details>\n\n###### 2. Which is dry?\n\n- A: Sand\n- B: Rain\n\n#### Respuesta correcta: A\n\n###### 3. Which is cold?\n\n- A: Steam\n- B: Ice\n\n<details><summary>답</summary>\n\n#### 답: B\n</details>\n',
      [
        '1 single: Which is wet? [Sand, *Rain] It falls.',
        '16 single: Which is dry? [*Sand, Rain]',
        '23 single: Which is cold? [Steam, *Ice]',
      ],
    ],
    [
      'letters of an answer apart, and an option behind another',
      '1. Which are wet? (Choose two.)\n\n    A. Sand\n    B. Rain                 C. Salt\n    D. Water\n\nHint Answers: D B\n',
      ['1 multiple: Which are wet? (Choose two.) [Sand, *Rain, Salt, *Water]'],
    ],
    [
      'no answer, but a judgement of each option',
      '# water-1\n\nWhich is wet?\n\nA. Sand\n\nB. Rain\n\n## Feedback\n\nA is not correct because it is dry.\n\nB is correct because it falls.\n',
      [
        '1 single: water-1 | Which is wet? [Sand, *Rain] Feedback\nA is not correct because it is dry.\nB is correct because it falls.',
      ],
    ],
    [
      'points of a question that are no options, and a picture below it',
      '#### Q1. Which two are wet?\n\nA. Sand\nB. Rain\nC. Snow\n\n- [ ] A, B\n- [x] B, C\n\n#### Q2. Which is shown?\n\n![sea](a.png)\n\n- [x] Sea\n- [ ] Sand\n',
      [
        '1 single: A. Sand B. Rain C. Snow | Which two are wet? [A, B, *B, C]',
        '10 single: [sea] | Which is shown? [*Sea, Sand] !image-lost',
      ],
    ],
    [
      'words for a question and signs of other languages',
      '### 第1問。どれが濡れていますか？\n\n- [ ] 砂\n- [x] 雨\n\n### Frage 2: Was ist trocken?\n\n- [x] Sand\n- [ ] Regen\n',
      ['1 single: どれが濡れていますか？ [砂, *雨]', '6 single: Was ist trocken? [*Sand, Regen]'],
    ],
  ])('%s', (_what, text, items) => {
    expect(told(read(text))).toEqual(items);
    expect(looksLikeExamMarkdown(text)).toBeGreaterThan(0.3);
  });

  test('the votes are kept', () => {
    const [item] = read(
      '1. Which is wet?\nA. Rain\nB. Sand\nAnswer: A\nCommunity vote distribution\nA (89%)\n11%\n',
    ).items;
    expect(item?.question?.origin.kept).toEqual({
      votes: 'Community vote distribution A (89%) 11%',
    });
  });
});

const expected: { readonly [K in keyof typeof shapes]: readonly string[] } = {
  details: [
    '7 single: Which sea is salty? [*Red Sea., Tap water.]',
    '15 multiple: Which are cold? (Choose TWO) [*Ice., Steam., *Snow.] https://example.org/cold',
  ],
  quotes: [
    '3 single: Which sea is salty? [*Red Sea, Tap water]',
    '10 single: Which is cold? | The log says: it snows. [Steam (It is hot.), *Ice] Snow as well. !markup-lost',
  ],
  headings: [
    '3 single: Which sea is salty? [*Red Sea, Tap water] Salt stays when water goes.',
    '11 single: Which is cold? [Steam, *Ice]',
  ],
  worded: [
    '5 single: Which sea is salty? [*Red Sea, Tap water] Salt stays.',
    '23 single: Which is cold? [Steam, *Ice]',
  ],
  boldJapanese: [
    '4 single: 塩辛い水はどれですか？ [*海水, 水道水] 水が蒸発しても塩は残ります。',
    '12 multiple: 冷たいものを 2 つ選んでください。 [*氷, 湯気, *雪]',
  ],
  situationJapanese: [
    '1 single: ある港では、次のことを調べたいと考えています。\n水の温度\n塩の濃さ | 最適な道具はどれですか？ [温度計 (塩の濃さは測れません), *塩分計付きの温度計] 両方を一度に測れます。',
  ],
  headedJapanese: [
    '3 single: 塩辛い水はどれですか？ [水道水, *海水] 塩が溶けているためです。',
    '13 single: 冷たいものはどれですか？ [湯気, *氷]',
  ],
  boxes: [
    '1 multiple: The harbour is large. Which two are wet? (Choose two.) [*Water, Sand, *Rain]',
    '9 single: Which is dry? [Water, *Sand] Reference',
  ],
  questionsAsHeadings: [
    '8 single: Which sea is salty? [*The Red Sea., Tap water.]',
    '15 not taken !options-too-few',
  ],
  labelled: [
    '1 multiple: Which two are wet? (Choose two.) [sand, *water, salty or not, *rain] Both are water.',
    '21 single: Which is dry? [*sand, water]',
  ],
  oneLine: [
    '1 multiple: Which two are wet? (Choose two.) [Sand, *Rain, *Water, Salt] Both are water. A and D are dry.',
    '9 single: Which is dry? [Rain, *Sand]',
  ],
  numbers: [
    '1 single: A harbour has these:\nsalt = 3\nsand = 1 | Which of them is wet? [Sand is wet. (Incorrect. Sand is dry.), *Water is wet. (Correct. It is.)]',
    '26 multiple: Which are dry? (Select two) [*Sand, Water, *Salt] Both are.',
  ],
  emptyBoxes: [
    '3 single: Which is wet? [Sand, *Rain] It is water.',
    '11 multiple: Which are dry? (Select two) [*Sand, Water, *Salt, of the sea]',
  ],
  code: ['1 single: # A. no option\nprint("A") | Code: [*A, B] print prints.'],
  paragraphs: ['1 multiple: Which are wet? (Choose two.) [*Rain., Sand., *Water.]'],
  bold: [
    '1 single: Which is wet? [Sand, *Rain]',
    '5 single: Which is dry? [*Sand, Rain]',
    '9 single: Which is cold? [Steam, *Ice]',
  ],
  key: [
    '1 single: Which is wet? [Sand, *Rain] it is water.',
    '8 single: Which is dry? [*Sand, Rain] it is not.',
  ],
  broken: [
    '1 single: Which is wet? [Sand, *Rain]',
    '7 not taken !exam-no-options',
    '11 not taken !exam-answer-unknown',
    '17 not taken !exam-no-answer',
    '21 not taken !exam-answers-differ',
    '27 single: Which two are wet? (Choose two) [Sand, *Rain] see\nthe first\nthe second !exam-choose-differs',
  ],
};

describe('the shapes of public repositories', () => {
  test.each(Object.entries(shapes))('%s', (name, text) => {
    expect(told(read(text))).toEqual(Object.entries(expected).find(([key]) => key === name)?.[1]);
  });

  test('a question knows its number, its sections and what else was said of it', () => {
    const { title, items } = read(shapes.worded);
    expect(title).toBe('Quiz');
    expect(items[0]).toMatchObject({
      name: '1',
      question: {
        path: ['Quiz', 'Questions'],
        origin: { format: 'exam-markdown', name: '1', kept: { difficulty: 'Easy' } },
      },
    });
  });

  test('lists in explanations begin no question', () => {
    const text =
      '1. Which?\n   - A. a\n   - B. b\n\n   Answer: A\n\n1. First\n2. Second\n\n2. And which?\n   - A. a\n   - B. b\n\n   Answer: B\n';
    expect(told(read(text)).map((line) => line.slice(0, 12))).toEqual([
      '1 single: Wh',
      '10 single: A',
    ]);
  });

  test('a question that begins in another way than the rest is said to be perhaps one', () => {
    const block = (start: string, answer: string) =>
      `${start}\nWhich is wet?\nA. Sand\nB. Rain\n\nAnswer: ${answer}\n\n`;
    const swallowed = block('## Question 1', 'B') + block('And now:', 'A');
    const imported = read(`${swallowed}${block('## Question 3', 'B')}`);
    expect(imported.items.map(({ name, remarks }) => [name, remarks])).toEqual([
      ['1', [{ code: 'exam-answer-other', params: { answer: 'A' } }]],
      ['3', []],
    ]);
    const before = read(
      block('To begin with:', 'B') + block('## Question 2', 'A') + block('## Question 3', 'A'),
    );
    expect(before.items).toHaveLength(2);
    expect(before.remarks).toEqual([{ code: 'exam-answers-left', params: { count: 1 }, line: 6 }]);
  });

  test('the same answer twice, in other words, is one', () => {
    const text =
      '## Q1\nWhich is wet?\nA. Sand\nB. Rain\n\nAnswer: B\n\nThe correct answer is **B. Rain**\n';
    expect(told(read(text))).toEqual(['1 single: Which is wet? [Sand, *Rain]']);
  });

  test.each([
    '<b>Answer:</b> B',
    '<strong>Correct answer: B</strong>',
    '<p><b>Answer: B</b></p>',
    '<details><summary><b>Answer</b></summary>\n\nB\n\n</details>',
  ])('an answer is known within marks of HTML: %s', (answer) => {
    const text = `## Q1\nWhich is wet?\nA. Sand\nB. Rain\n\n${answer}\n`;
    expect(told(read(text))).toEqual(['1 single: Which is wet? [Sand, *Rain]']);
  });

  test('a star before its letter marks a right option, and one that ends is emphasis', () => {
    const text =
      '1. Which is wet?\na) Sand\n*b) Rain\nc) Dust\n\n2. Which are dry?\n[*] Sand\n[ ] Rain\n[*] Dust\n';
    expect(told(read(text))).toEqual([
      '1 single: Which is wet? [Sand, *Rain, Dust]',
      '6 multiple: Which are dry? [*Sand, Rain, *Dust]',
    ]);
    const cursive = '## Q1\nWhich is wet?\n*A. Sand*\n*B. Rain*\n\nAnswer: B\n';
    expect(told(read(cursive))).toEqual(['1 single: Which is wet? [Sand, *Rain]']);
  });

  test.each([
    ['a wide blank', 'ア　砂\nイ　雨\nウ　塵\n\n正解：イ\n\n解説：水です。'],
    ['a blank', 'ア 砂\nイ 雨\nウ 塵\n\n【解答】イ\n\n【解説】水です。'],
    ['letters', 'Ａ　砂\nＢ　雨\nＣ　塵\n\n正解 Ｂ\n\n解説\n\n水です。'],
    ['circles', '① 砂\n② 雨\n③ 塵\n\n正解 ②\n\n解説：水です。'],
    ['circles alone', '①砂\n②雨\n③塵\n\n**答え：②**\n\n解説: 水です。'],
  ])('options of Japanese exams by %s', (_by, body) => {
    const text = `## 問1\n\n濡れるのはどれか。次の 1. と 2. を読んで答えよ。\n\n${body}\n\n`;
    const both = told(read(`${text}${text.replace('問1', '問2')}`));
    const one = 'single: 濡れるのはどれか。次の 1. と 2. を読んで答えよ。 [砂, *雨, 塵] 水です。';
    expect(both.map((line) => line.replace(/^\d+ /, ''))).toEqual([one, one]);
  });

  test('names of options alone are an answer, with whatever sign before them', () => {
    const block = (answer: string) => `## Q1\nWhich is wet?\n(a) Sand\n(b) Rain\n${answer}\n`;
    for (const answer of ['Ans. b', 'Answer - B', 'Answer B', 'Correct answer (b)'])
      expect(told(read(block(answer)))).toEqual(['1 single: Which is wet? [Sand, *Rain]']);
    expect(told(read(block('Answer bravely')))).toEqual(['1 not taken !exam-no-answer']);
  });

  test('what tools put below an answer is no explanation', () => {
    const text =
      'QUESTION 1\nWhich is wet?\nA. Sand\nB. Rain\n\nCorrect Answer: B\nSection: (none)\nExplanation\n\nExplanation/Reference:\nIt falls.\n';
    const { items } = read(text);
    expect(told(read(text))).toEqual(['1 single: Which is wet? [Sand, *Rain] It falls.']);
    expect(items[0]?.question?.origin.kept).toEqual({ section: '(none)' });
  });

  test.each([
    ['Rain is wet. True or False?', 'True', '[*True, False]'],
    ['Is sand wet?', 'No. It is dry.', '[Yes, *No] It is dry.'],
    ['雨は濡れている。', '○', '[*○, ×]'],
  ])('a question without options is true or false when its answer is: %s', (stem, answer, end) => {
    expect(told(read(`## Q1\n${stem}\n\nAnswer: ${answer}\n`))).toEqual([
      `1 single: ${stem} ${end}`,
    ]);
    const other = `## Q1\n${stem}\n\nAnswer: No changes are needed\n`;
    expect(told(read(other))).toEqual(['1 not taken !exam-no-options']);
  });

  test.each([
    ['【解答】\n問題1: 2\n問題2: 1\n'],
    ['解答\n\n- 問1 ②\n- 問2 ①\n'],
    ['**Answers**\n\nQ1. 2\nQ2. 1\n'],
  ])('numbered options have their answers at the end of the file: %j', (key) => {
    const text = `問題1　濡れるのはどれか。\n1. 砂\n2. 雨\n\n問題2　乾くのはどれか。\n1. 砂\n2. 雨\n\n${key}`;
    expect(told(read(text))).toEqual([
      '1 single: 濡れるのはどれか。 [砂, *雨]',
      '5 single: 乾くのはどれか。 [*砂, 雨]',
    ]);
    expect(read(text.slice(0, text.indexOf(key))).items).toEqual([]);
  });

  test('a file without questions says so', () => {
    expect(read('# Notes\n\n1. One\n2. Two\n')).toMatchObject({
      items: [],
      remarks: [{ code: 'nothing-found' }],
    });
  });
});

describe('hostile files', () => {
  test('nothing that runs comes through', () => {
    const bad =
      'x <script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://example.org/b.png)';
    const imported = read(
      `# __proto__\n\n## constructor\n\n1. ${bad}?\n   - A. ${bad}\n   - B. b \u202ec\u200b\n\n   Answer: B\n\n   Explanation: ${bad}\n`,
    );
    expect(flaws(imported)).toEqual([]);
    const [item] = imported.items;
    expect(item?.question?.path).toEqual(['__proto__', 'constructor']);
    expect(JSON.stringify(item?.question?.text)).not.toMatch(/script|onerror|b\.png/);
    expect(item?.remarks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['link-lost', 'image-lost']),
    );
  });

  test('more options than a learner can read are refused', () => {
    const text = `#### 1\n\nWhich?\n\n${'- [ ] a\n'.repeat(100_000)}- [x] b\n`;
    expect(told(read(text))).toEqual(['1 not taken !options-too-many']);
    expect(timed(readExamMarkdown, text)).toBeLessThan(1_000);
  });

  test('whatever the file holds, the result is well-formed', () => {
    fc.assert(
      fc.property(mangled(Object.values(shapes)), (text) => {
        expect(flaws(read(text))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test('no file of 200 kB takes longer than a second', () => {
    fc.assert(
      fc.property(repeated, (text) => {
        expect(timed(readExamMarkdown, text)).toBeLessThan(1_000);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});

test('5,000 questions are all read', () => {
  const text = Array.from(
    { length: 5_000 },
    (_, n) =>
      `${n + 1}. Which is number ${n}?\n    - A. One of them.\n    - B. Two of them.\n    - C. None.\n    - D. All of them.\n\n    <details markdown=1><summary markdown='span'>Answer</summary>\n      Correct answer: D\n    </details>\n`,
  ).join('\n');
  expect(read(text).items.filter(({ question }) => question)).toHaveLength(5_000);
}, 60_000);

test.each(Object.entries(shapes))('%s looks like exam questions', (_, text) => {
  expect(looksLikeExamMarkdown(text)).toBeGreaterThan(0.5);
});

test.each([
  ['GIFT', 'Which sea?{~Red =Black ~Dead}'],
  ['a list of things to do', '# To do\n\n- [x] Wash\n- [ ] Dry\n'],
  ['a note', '# Water\n\nIt is wet. Which is good.\n\n1. One\n2. Two\n'],
])('%s does not', (_, text) => {
  expect(looksLikeExamMarkdown(text)).toBeLessThan(0.5);
});
