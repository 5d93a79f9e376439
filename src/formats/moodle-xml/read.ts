import { decodeText } from '#formats/decode.ts';
import type { ImportedItem, Reader, Remark } from '#formats/imported.ts';
import type { Pictures } from '#formats/picture.ts';
import { childOf, outermost, readXml, type XmlElement } from '#formats/xml.ts';
import { wordsOf } from './field.ts';
import { cutByLanguage, htmlIn } from './languages.ts';
import { readQuestion, typeOf } from './question.ts';

/** Contexts that a path of categories may begin with; they say nothing of the subject. */
const context = /^\$(?:course|module|system|coursecat|cat\d*)\$$/;

/** `$course$/top/Plants/Roots`; a slash within a name is written twice. */
export function pathOf(category: string): readonly string[] {
  const names = category
    .split(/(?<!\/)\/(?!\/)/)
    .map((name) => name.replaceAll('//', '/').trim())
    .filter((name) => name !== '');
  const [first = ''] = names;
  const own = context.test(first) ? names.slice(1) : names;
  return own[0] === 'top' ? own.slice(1) : own;
}

function categoryOf(element: XmlElement, language: string): readonly string[] {
  // Some programs write the path as a name.
  const words = wordsOf(childOf(element, 'category')) || wordsOf(childOf(element, 'name'));
  return pathOf(htmlIn(cutByLanguage(words), language));
}

/** Moodle XML, as Moodle itself and many programs write it. */
export const readMoodleXml: Reader = ({ bytes, language, tell }) => {
  const { roots, remarks: broken } = readXml(decodeText(bytes).text);
  const remarks: Remark[] = [...broken];
  const pictures: Pictures = new Map();
  const items: ImportedItem[] = [];
  let path: readonly string[] = [];
  const questions = outermost(roots, 'question');
  const count = questions.filter((element) => typeOf(element) !== 'category').length;
  for (const element of questions) {
    if (typeOf(element) === 'category') {
      path = categoryOf(element, language);
      const category = path.join(' / ').slice(0, 200);
      if (wordsOf(childOf(element, 'info')) !== '')
        remarks.push({ code: 'moodle-category-info', params: { category }, line: element.line });
      continue;
    }
    tell?.(items.length, count);
    items.push(readQuestion(element, { path, language, pictures, number: items.length + 1 }));
  }
  if (items.length === 0 && roots.length > 0) remarks.push({ code: 'moodle-no-questions' });
  return { format: 'moodle-xml', items, remarks, media: pictures };
};

/** How much a text looks like Moodle XML, from 0 to 1, by its beginning. */
export function looksLikeMoodleXml(text: string): number {
  const begin = text
    .slice(0, 20_000)
    .replaceAll(/<!--[^<>]*-->|<\?[^<>]*>/g, '')
    .trimStart();
  // Canvas calls the head of a quiz so too, which has a namespace.
  if (/^<quiz(?![^<>]*canvas\.instructure)[\s>]/.test(begin)) return 1;
  const question = /<question\s[^<>]*\btype\s*=/.test(begin);
  if (!question || !begin.startsWith('<')) return 0;
  return /<questiontext[\s>]/.test(begin) ? 0.9 : 0.3;
}
