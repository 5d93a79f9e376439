import { expect, test } from 'vitest';
import { lineText } from '#core/pack/document.ts';
import { readMarkdownLine } from './foreign-markdown.ts';
import { asLine, readHtml } from './html.ts';
import { tagsAsWords } from './tag-words.ts';

const words = (html: string) => lineText(asLine(readHtml(tagsAsWords(html)).blocks));

test.each([
  ['no element', 'git merge <branch-name> and a < b <c'],
  ['nobody closes it', 'What is the <title> of a page?'],
  ['it would hide all that follows', 'Which is right: <script> or <link>?'],
  ['nothing else is there', '<br>'],
  ['nothing else is there, with attributes', '<img src="a.png">'],
  ['it ends what nobody began', 'It stands before </html>, last.'],
])('a tag is a word where %s', (_why, text) => {
  expect(words(text)).toBe(text);
});

test.each([
  ['closed', 'a <b>bold</b> word', 'a bold word'],
  ['of a layout', 'one<br>two <p> three', 'one two three'],
  ['with attributes', 'a <span class="x">b', 'a b'],
  ['closed around nothing but words', '<div> a </div>', 'a'],
])('a tag %s is a tag', (_what, text, read) => {
  expect(words(text)).toBe(read);
});

test('Markdown keeps such words without a loss', () => {
  const { line, remarks } = readMarkdownLine('Type git switch <name> *now*, or Vec<i32>');
  expect(lineText(line)).toBe('Type git switch <name> now, or Vec<i32>');
  expect(remarks).toEqual([]);
});

test('tags without end take no time', () => {
  const begun = performance.now();
  tagsAsWords('<b> <i> <u> '.repeat(20_000));
  tagsAsWords('<'.repeat(200_000));
  expect(performance.now() - begun).toBeLessThan(1_000);
});
