import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { guessFormat, readerOf } from './guess.ts';
import { formatNames, type ForeignFile } from './imported.ts';

const file = (content: string | Uint8Array<ArrayBuffer>): ForeignFile => ({
  name: 'file',
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

test.each(formatNames)('there is a reader of %s that reports instead of throwing', async (name) => {
  const reader = await readerOf(name);
  const read = await reader(file('\u0000 no file of this sort'));
  expect(read.format).toBe(name);
});
