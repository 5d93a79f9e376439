import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '#formats/base64.ts';
import { looksLikeMoodleXml, pathOf, readMoodleXml } from './read.ts';
import { answer, codes, item, question, quiz, read, taken, text } from './sample.ts';

/** Shapes that programs write, sound and less sound. */

const paragraph = (...children: readonly unknown[]) => ({ type: 'paragraph', children });
const answers = answer(100, 'a') + answer(0, 'b');
const png = (...rest: readonly number[]) =>
  Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest);
const file = (name: string, bytes: Uint8Array, path = '/') =>
  `<file name="${name}" path="${path}" encoding="base64">${encodeBase64(bytes)}</file>`;

const written = (format: string, words: string) =>
  quiz(
    `<question type="multichoice"><name><text>Q</text></name><questiontext${format}>${text(words)}
    </questiontext>${answers}</question>`,
  );
const asked = (xml: string) => {
  const { situation, question: last } = taken(xml).text['en'] ?? { situation: [], question: [] };
  return [...situation, { type: 'paragraph', children: last }];
};

describe('formats of a text', () => {
  test.each([
    [
      'html',
      ' format="html"',
      'a <b>b</b>\nc',
      [paragraph('a ', { type: 'strong', children: ['b'] }, ' c')],
    ],
    ['none', '', 'a<br>b', [paragraph('a'), paragraph('b')]],
    ['plain text', ' format="plain_text"', 'a < b\n<i>', [paragraph('a < b'), paragraph('<i>')]],
    [
      'Moodle',
      ' format="moodle_auto_format"',
      'a\n<i>b</i>',
      [paragraph('a'), paragraph({ type: 'emphasis', children: ['b'] })],
    ],
    [
      'Markdown',
      ' format="markdown"',
      '*a*\n\n`b`',
      [paragraph({ type: 'emphasis', children: ['a'] }), paragraph({ type: 'code', text: 'b' })],
    ],
    [
      'one that nobody knows',
      ' format="unknown"',
      '<i>a</i>',
      [paragraph({ type: 'emphasis', children: ['a'] })],
    ],
  ])('%s', (_name, format, words, blocks) => {
    expect(asked(written(format, words))).toEqual(blocks);
  });

  test('answers and feedback without a format have that of the question', () => {
    const xml = quiz(
      `<question type="multichoice"><name><text>Q</text></name>
      <questiontext format="markdown"><text>Which?</text></questiontext>
      <answer fraction="100"><text>*a*</text><feedback><text>\`why\`</text></feedback></answer>
      <answer fraction="0" format="html"><text>*b*</text></answer></question>`,
    );
    expect(taken(xml).text['en']?.options).toEqual([
      {
        id: 'a',
        text: [{ type: 'emphasis', children: ['a'] }],
        why: [paragraph({ type: 'code', text: 'why' })],
      },
      { id: 'b', text: ['*b*'] },
    ]);
  });

  test('formulas are kept as written, which is said', () => {
    expect(codes(written('', 'What is \\(x^2\\)?'))).toEqual(['formula-kept']);
  });

  test('lists within an answer are joined to a line, which is said', () => {
    const xml = quiz(
      question('multichoice', 'x?', answer(100, '<ul><li>a<li>b</ul>') + answer(0, 'c')),
    );
    expect(item(xml).question?.text['en']?.options[0]?.text).toEqual(['a, b']);
    expect(codes(xml)).toEqual(['blocks-joined']);
  });
});

describe('pictures', () => {
  const withPictures = (stem: string, files: string, rest = answers) =>
    quiz(
      `<question type="multichoice"><name><text>Q</text></name>
      <questiontext format="html">${text(stem)}${files}</questiontext>${rest}</question>`,
    );
  const image = (address: string, alt = 'x') => `<img src="${address}" alt="${alt}">`;
  const source = (xml: string) => {
    const node = item(xml).question?.text['en']?.question.find(
      (one) => typeof one !== 'string' && one.type === 'image',
    );
    return node && typeof node !== 'string' && node.type === 'image' ? node.source : null;
  };

  test.each([
    ['beside the text', '@@PLUGINFILE@@/map.png', file('map.png', png())],
    ['with a query', '@@PLUGINFILE@@/map.png?time=1', file('map.png', png())],
    ['in a folder', '@@PLUGINFILE@@/a/map.png', file('map.png', png(), '/a/')],
    [
      'with letters that addresses escape',
      '@@PLUGINFILE@@/ma%20p%C3%A9.png',
      file('ma pé.png', png()),
    ],
    ['within the address', `data:image/png;base64,${encodeBase64(png())}`, ''],
  ])('%s', (_name, address, files) => {
    const xml = withPictures(image(address), files);
    expect(taken(xml).kind).toBe('single');
    expect([...read(xml).media.keys()]).toEqual([source(xml)]);
    expect([...read(xml).media.values()]).toEqual([png()]);
  });

  test('files of the same name in two places are two pictures, the same file is one', () => {
    const feedback = (bytes: Uint8Array) =>
      `<answer fraction="100"><text>a</text><feedback format="html">${text(image('@@PLUGINFILE@@/m.png'))}
      ${file('m.png', bytes)}</feedback></answer>${answer(0, 'b')}`;
    const stem = image('@@PLUGINFILE@@/m.png');
    const two = withPictures(stem, file('m.png', png(1)), feedback(png(2)));
    expect([...read(two).media.keys()]).toEqual(['m.png', 'm-2.png']);
    const one = withPictures(stem, file('m.png', png(1)), feedback(png(1)));
    expect([...read(one).media.keys()]).toEqual(['m.png']);
  });

  test('one beside the question, as Moodle 1 wrote it', () => {
    const xml = quiz(
      question(
        'multichoice',
        'Which?',
        `<image>m.png</image><image_base64>
      ${encodeBase64(png())}
      </image_base64>${answers}`,
      ),
    );
    expect(taken(xml).text['en']?.question).toEqual([
      'Which? ',
      { type: 'image', source: 'picture.png', alt: 'm.png' },
    ]);
  });

  test.each([
    [
      'what is no picture',
      '@@PLUGINFILE@@/a.png',
      file('a.png', new TextEncoder().encode('<svg>')),
      ['picture-kind', 'image-lost'],
    ],
    ['what is not there', '@@PLUGINFILE@@/a.png', '', ['image-lost']],
    [
      'what is damaged',
      '@@PLUGINFILE@@/a.png',
      '<file name="a.png">§</file>',
      ['picture-broken', 'image-lost'],
    ],
    ['what is far away', 'http://x.org/a.png', '', ['image-lost']],
    [
      'what nobody shows',
      'http://x.org/a.png',
      file('b.pdf', png()),
      ['image-lost', 'moodle-file'],
    ],
  ])('%s is said', (_name, address, files, expected) => {
    const xml = withPictures(`Which? ${image(address)}`, files);
    expect(codes(xml)).toEqual(expected);
    expect(item(xml).question?.text['en']?.question).toEqual(['Which? [x]']);
    expect(read(xml).media.size).toBe(0);
  });
});

describe('several languages', () => {
  const both = (en: string, ja: string) =>
    `<span lang="en" class="multilang">${en}</span><span lang="ja" class="multilang">${ja}</span>`;

  test('each has its words, and what is shared is in all', () => {
    const xml = quiz(
      question(
        'multichoice',
        both('<p>Which?</p>', '<p>どれ?</p>'),
        answer(100, both('key', '鍵'), both('fits', '合う')) + answer(0, 'KMS'),
      ),
    );
    expect(taken(xml).text).toEqual({
      en: {
        situation: [],
        question: ['Which?'],
        options: [
          { id: 'a', text: ['key'], why: [paragraph('fits')] },
          { id: 'b', text: ['KMS'] },
        ],
        decides: [],
      },
      ja: {
        situation: [],
        question: ['どれ?'],
        options: [
          { id: 'a', text: ['鍵'], why: [paragraph('合う')] },
          { id: 'b', text: ['KMS'] },
        ],
        decides: [],
      },
    });
  });

  test('typed answers of all languages hold', () => {
    const xml = quiz(
      question('shortanswer', 'x', answer(100, '{mlang en}key{mlang}{mlang ja}鍵{mlang}')),
    );
    expect(taken(xml)).toMatchObject({ answers: [{ texts: ['key', '鍵'] }] });
  });

  test('names and categories are those of the language that was said', () => {
    const xml = quiz(
      `<question type="category"><category>${text(both('Keys', '鍵'))}</category></question>`,
      question('multichoice', 'x?', answers).replace('<text>Q</text>', text(both('One', '一'))),
    );
    expect(taken(xml, 'ja')).toMatchObject({ title: '一', path: ['鍵'] });
  });
});

describe('what has no place here is kept for the way back', () => {
  test('marks, hints and combined feedback, but not what is usual', () => {
    const xml = quiz(
      question(
        'multichoice',
        'x?',
        `<defaultgrade>2.5</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>q-7</idnumber>
        <single>true</single><shuffleanswers>false</shuffleanswers><answernumbering>ABCD</answernumbering>
        <correctfeedback format="html">${text('<p>Good.</p>')}</correctfeedback>
        <incorrectfeedback format="markdown"><text>*No*</text></incorrectfeedback><shownumcorrect/>${answers}
        <hint format="html"><text>First</text><clearwrong/><shownumcorrect/></hint>
        <hint format="html"><text>Second</text></hint>
        <tags><tag><text>keys</text></tag><tag><text>keys</text></tag></tags>
        <coursetags><tag><text>mock</text></tag></coursetags>`,
      ),
    );
    expect(taken(xml).tags).toEqual(['keys', 'mock']);
    expect(taken(xml).origin).toEqual({
      format: 'moodle-xml',
      name: 'q-7',
      kept: {
        type: 'multichoice',
        name: 'Q',
        defaultgrade: '2.5',
        shuffleanswers: 'false',
        answernumbering: 'ABCD',
        correctfeedback: '<p>Good.</p>',
        incorrectfeedback: '*No*',
        'incorrectfeedback format': 'markdown',
        shownumcorrect: 'true',
        hint: 'First',
        'hint flags': 'clearwrong shownumcorrect',
        'hint 2': 'Second',
      },
    });
  });

  test('what is too long to be kept is said', () => {
    const xml = quiz(
      question('multichoice', 'x?', `<hint><text>${'x'.repeat(30_000)}</text></hint>${answers}`),
    );
    expect(item(xml).remarks).toEqual([{ code: 'moodle-kept-too-long', params: { name: 'hint' } }]);
  });
});

describe('files that are not as they should be', () => {
  test('HTML that was not escaped is still HTML', () => {
    const xml = quiz(
      question('multichoice', '', answers).replace(
        '<text><![CDATA[]]></text>',
        '<text>a<br>b <i>c</i></text>',
      ),
    );
    const { situation, question: last } = item(xml).question?.text['en'] ?? {};
    expect(situation).toEqual([paragraph('a')]);
    expect(last).toEqual(['b ', { type: 'emphasis', children: ['c'] }]);
  });

  test('words beside <text>, elements beside questions, question without a name', () => {
    const xml = `<quiz><p></p>${question('multichoice', 'What is it that is asked here?', answers).replace(/<name>.*<\/name>/, '')}</quiz>`;
    expect(item(xml)).toMatchObject({
      name: '1',
      question: { title: 'What is it that is asked here?' },
    });
    expect(
      taken(
        quiz(
          '<question type="shortanswer"><questiontext>Which?</questiontext><answer fraction="100">x</answer></question>',
        ),
      ),
    ).toMatchObject({
      kind: 'short',
      text: { en: { question: ['Which?'] } },
    });
  });

  test('a text without a paragraph is asked by its name; nothing at all is not', () => {
    expect(
      taken(quiz(question('multichoice', '<pre>x = 1</pre>', answers))).text['en'],
    ).toMatchObject({
      situation: [{ type: 'code', text: 'x = 1' }],
      question: ['Q'],
    });
    expect(codes(quiz(question('multichoice', ' &nbsp;<br>', answers)))).toEqual([
      'moodle-no-text',
    ]);
  });

  test('a question in which the file ends is said, those before it are taken', () => {
    const xml = quiz(
      question('multichoice', 'x?', answers),
      question('multichoice', 'y?', answers),
    );
    const { items, remarks } = read(xml.slice(0, xml.lastIndexOf('<answer')));
    expect(
      items.map(({ question: found, remarks: [first] }) => found?.kind ?? first?.code),
    ).toEqual(['single', 'moodle-cut']);
    expect(remarks[0]?.code).toBe('xml-broken');
  });

  test('an old encoding is recognised', () => {
    const xml = quiz(question('multichoice', 'Où?', answers));
    const bytes = Uint8Array.from(xml, (letter) => letter.charCodeAt(0));
    const { items } = readMoodleXml({ name: 'q.xml', bytes, language: 'fr' });
    expect(items[0]?.question?.text['fr']?.question).toEqual(['Où?']);
  });

  test('what holds no question is said', () => {
    expect(read('<quiz></quiz>').remarks).toEqual([{ code: 'moodle-no-questions' }]);
    expect(read('').remarks).toEqual([{ code: 'xml-none' }]);
    expect(read('<html><body>x</body></html>').remarks).toEqual([{ code: 'moodle-no-questions' }]);
  });

  test('the description of a category is said to be left out', () => {
    const xml = quiz(
      '<question type="category"><category><text>top/Keys</text></category><info format="html"><text>All of them</text></info></question>',
      question('multichoice', 'x?', answers),
    );
    expect(read(xml).remarks).toEqual([
      { code: 'moodle-category-info', params: { category: 'Keys' }, line: 3 },
    ]);
  });
});

test.each([
  ['$course$/top/Default for C1/Roots', ['Default for C1', 'Roots']],
  ['$module$/Arithmetic (1/2)', ['Arithmetic (1', '2)']],
  ['$cat1$/a', ['a']],
  ['top', []],
  ['Plain', ['Plain']],
  ['a//b/c', ['a/b', 'c']],
  [' / a / ', ['a']],
])('the category %s is %j', (category, path) => {
  expect(pathOf(category)).toEqual(path);
});

test.each([
  ['<?xml version="1.0"?>\n<!-- a --><quiz>', 1],
  ['<?latexml class="article"?>\n<quiz>\n<p/>', 1],
  ['<question type="essay"><questiontext>', 0.9],
  ['<examview><question type="mc">', 0.3],
  ['<questestinterop><item>', 0],
  ['a text about <quiz> and <question type="x">', 0],
  ['', 0],
])('%j looks like Moodle XML: %d', (begin, guess) => {
  expect(looksLikeMoodleXml(begin)).toBe(guess);
});
