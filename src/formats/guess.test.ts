import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { guessFormat, readerOf } from './guess.ts';
import { formatNames, type ForeignFile } from './imported.ts';

const file = (content: string | Uint8Array<ArrayBuffer>, name = 'file'): ForeignFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  language: 'en',
});

const zip = (...names: readonly string[]): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

test.each([
  ['gift', '::Night:: What shines? {=lamp ~rope ~bell}\n\n::Day:: And now? {T}\n'],
  ['aiken', 'What shines?\nA. A lamp\nB. A rope\nANSWER: A\n'],
  ['anki-text', '#separator:tab\n#html:false\nWhat shines?\tA lamp\n'],
  ['moodle-xml', '<?xml version="1.0"?>\n<quiz>\n<question type="truefalse"></question></quiz>'],
  ['qti', '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>'],
  ['table', 'question,a,b,answer\nWhat shines?,A lamp,A rope,A\nWhat rings?,A bell,A rope,A\n'],
  ['qti', zip('imsmanifest.xml', 'item.xml')],
  ['anki-package', zip('collection.anki21', 'media')],
] as const)('the content says that it is %s', (format, content) => {
  expect(guessFormat(file(content))).toBe(format);
});

test.each([
  ['nothing', ''],
  ['prose', 'It was a dark night in the harbour. Nobody was awake.\n\nThe lamp was out.\n'],
  ['a web page', '<!doctype html>\n<title>Night</title>\n<p>It was dark.</p>\n'],
  ['another archive', zip('readme.txt')],
])('%s is no format that we know', (_what, content) => {
  expect(guessFormat(file(content))).toBeNull();
});

test.each([
  ['gift', 'essay.gift', 'What shines? {}'],
  ['table', 'words.csv', 'lamp\nrope'],
  ['exam-markdown', 'notes.MD', '## What shines?\n\nThe lamp does.'],
] as const)('a content that says too little is %s by its name', (format, name, content) => {
  expect(guessFormat(file(content, name))).toBe(format);
  expect(guessFormat(file(content))).toBeNull();
});

test('a content that says enough is believed more than the name', () => {
  expect(guessFormat(file('::Night:: What shines? {=lamp ~rope ~bell}\n', 'a.csv'))).toBe('gift');
});

test("the head of a quiz in Canvas's packages is no Moodle quiz", () => {
  const head =
    '<?xml version="1.0"?>\n<quiz identifier="a" xmlns="http://canvas.instructure.com/xsd/cccv1p0">';
  expect(guessFormat(file(`${head}<title>Sea</title></quiz>`))).toBeNull();
});

test('rows of Blackboard are as long as their kinds need', () => {
  const rows =
    'MC\tWhich is wet?\train\tcorrect\tsand\tincorrect\nTF\tSand is wet\tfalse\nESS\tWhy?\nFIB\tThe sea is\tblue\tgreen\nORD\tSort\ta\tb\tc\n';
  expect(guessFormat(file(rows))).toBe('table');
});

test.each(formatNames)('there is a reader of %s that reports instead of throwing', async (name) => {
  const reader = await readerOf(name);
  const read = await reader(file('\u0000 no file of this sort'));
  expect(read.format).toBe(name);
});
