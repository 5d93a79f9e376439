import type { Language } from '#core/language.ts';
import { lineText } from '#core/pack/document.ts';
import { limits } from '#core/pack/limits.ts';
import type { OptionText, Origin, ScenarioText } from '#core/pack/model.ts';
import { readHtml, readHtmlLine } from '#formats/html.ts';
import type { ImportedItem, ImportedQuestion, Remark } from '#formats/imported.ts';
import type { Pictures } from '#formats/picture.ts';
import { splitStem } from '#formats/stem.ts';
import { childOf, childrenOf, escapeXml, textOf, type XmlElement } from '#formats/xml.ts';
import { readMultichoice, readMultiresponse, readTrueFalse } from './choices.ts';
import { readCloze } from './cloze.ts';
import {
  documentIn,
  isBlank,
  lineIn,
  readField,
  wordsOf,
  type Field,
  type Sheet,
} from './field.ts';
import { filesLeft, filesOf } from './files.ts';
import { readGaps } from './gaps.ts';
import { keptOf } from './kept.ts';
import { cutByLanguage, htmlIn, languagesIn } from './languages.ts';
import { cutRightWhen } from './marks.ts';
import { isTaken, tooMany, type Choice, type Outcome, type Taken } from './outcome.ts';
import { readMatching, readOrdering } from './pairs.ts';
import { readNumerical, readShort } from './typed.ts';

/** What a question stands in and among. */
export interface Surroundings {
  readonly path: readonly string[];
  readonly language: Language;
  readonly pictures: Pictures;
  /** Its number in the file, from 1. */
  readonly number: number;
}

type ReadType = (sheet: Sheet, stem: Field) => Outcome;

/** A calculated choice whose words hold no variable is a choice like any other. */
const readCalculatedChoice: ReadType = (sheet, stem) => {
  const texts = [sheet.element, ...childrenOf(sheet.element, 'answer')];
  const isFixed = texts.every((element) => {
    const words = wordsOf(childOf(element, 'questiontext') ?? element);
    return !/\{=|\{[A-Za-z]\w*\}/.test(words);
  });
  return isFixed ? readMultichoice(sheet, stem) : { code: 'moodle-calculated' };
};

const refuse = (remark: Remark) => (): Outcome => remark;

const types: ReadonlyMap<string, ReadType> = new Map([
  ['multichoice', readMultichoice],
  ['multichoiceset', readMultiresponse],
  ['oumultiresponse', readMultiresponse],
  ['truefalse', readTrueFalse],
  ['shortanswer', readShort],
  ['numerical', readNumerical],
  ['matching', readMatching],
  ['match', readMatching],
  ['ddmatch', readMatching],
  ['ordering', readOrdering],
  ['gapselect', readGaps],
  ['ddwtos', readGaps],
  ['cloze', readCloze],
  ['multianswer', readCloze],
  ['calculatedmulti', readCalculatedChoice],
  ['calculated', refuse({ code: 'moodle-calculated' })],
  ['calculatedsimple', refuse({ code: 'moodle-calculated' })],
  ['essay', refuse({ code: 'moodle-essay' })],
  ['description', refuse({ code: 'moodle-description' })],
  ['random', refuse({ code: 'moodle-random' })],
  ['randomsamatch', refuse({ code: 'moodle-random' })],
  ['missingtype', refuse({ code: 'moodle-no-answer' })],
]);

export const typeOf = (element: XmlElement): string =>
  (element.attributes.get('type') ?? '').trim().toLowerCase();

/** Parts of a question above which nobody can have meant it. */
const MOST = 1_000;

/** Why a question is not even looked at. */
function refusalOf(element: XmlElement): Remark | null {
  const type = typeOf(element);
  if (!types.has(type)) return { code: 'moodle-type', params: { type: type.slice(0, 60) } };
  if (!element.isWhole) return { code: 'moodle-cut' };
  return element.children.length > MOST * 2 ? tooMany(childrenOf(element).length) : null;
}

function outcomeOf(sheet: Sheet): Outcome {
  const { element } = sheet;
  const stem = readField(sheet, childOf(element, 'questiontext'), oldImage(element));
  return types.get(typeOf(element))?.(sheet, stem) ?? { code: 'moodle-no-answer' };
}

/** Moodle 1 kept one picture beside the text. */
function oldImage(element: XmlElement): string {
  const image = childOf(element, 'image');
  const data = childOf(element, 'image_base64');
  if (!image || !data) return '';
  const name = textOf(image).trim();
  const base64 = textOf(data).replaceAll(/\s+/g, '');
  return ` <img src="data:image/png;base64,${escapeXml(base64)}" alt="${escapeXml(name)}">`;
}

function optionText(sheet: Sheet, { id, text, why }: Choice, language: Language): OptionText {
  const feedback = cutRightWhen(why ? htmlIn(why.pieces, language) : '');
  const reason = readHtml(feedback.why, why?.findImage);
  const condition = readHtmlLine(feedback.rightWhen ?? '', why?.findImage);
  sheet.remarks.push(...reason.remarks, ...condition.remarks);
  return {
    id,
    text: lineIn(sheet, text, language),
    ...(reason.blocks.length === 0 ? {} : { why: reason.blocks }),
    ...(condition.line.length === 0 ? {} : { rightWhen: condition.line }),
  };
}

function textIn(sheet: Sheet, taken: Taken, decides: Field, language: Language): ScenarioText {
  const stem = splitStem(documentIn(sheet, taken.stem, language));
  return {
    ...stem,
    options: taken.choices.map((choice) => optionText(sheet, choice, language)),
    decides: documentIn(sheet, decides, language),
  };
}

const tagsOf = (element: XmlElement): readonly string[] => [
  ...new Set(
    ['tags', 'coursetags']
      .flatMap((name) => childrenOf(element, name))
      .flatMap((tags) => childrenOf(tags, 'tag'))
      .map((tag) => wordsOf(tag))
      .filter((tag) => tag !== ''),
  ),
];

function originOf(sheet: Sheet, taken: Taken, name: string): Origin {
  const { kept, remarks } = keptOf(sheet.element, taken.key.kind);
  sheet.remarks.push(...remarks);
  const idnumber = wordsOf(childOf(sheet.element, 'idnumber'));
  return {
    format: 'moodle-xml',
    ...(idnumber === '' ? {} : { name: idnumber }),
    kept: { type: typeOf(sheet.element), ...(name === '' ? {} : { name }), ...kept },
  };
}

function languagesOf(sheet: Sheet, { stem, choices }: Taken): readonly Language[] {
  const own = new Set(
    [stem, ...choices.map(({ text }) => text)].flatMap(({ pieces }) => languagesIn(pieces)),
  );
  return own.size === 0 ? [sheet.language] : [...own].slice(0, limits.languages);
}

function textsOf(sheet: Sheet, taken: Taken, title: string): readonly [Language, ScenarioText][] {
  const decides = readField(sheet, childOf(sheet.element, 'generalfeedback'));
  return languagesOf(sheet, taken).map((language) => {
    const text = textIn(sheet, taken, decides, language);
    // A text of tables and code alone: its name says what is asked.
    const question = text.question.length === 0 && title !== '' ? [title] : text.question;
    return [language, { ...text, question }];
  });
}

function questionOf(
  sheet: Sheet,
  taken: Taken,
  title: string,
  { path }: Surroundings,
): ImportedQuestion | Remark {
  const texts = textsOf(sheet, taken, title);
  if (texts.some(([, { question }]) => question.length === 0)) return { code: 'moodle-no-text' };
  // A picture that cannot be had may have been all that an answer is.
  if (texts.some(([, { options }]) => options.some(({ text }) => text.length === 0)))
    return { code: 'moodle-answer-lost' };
  const words = texts.map(([, { question }]) => lineText(question).trim().slice(0, 60))[0] ?? '';
  return {
    ...taken.key,
    title: title || words,
    path,
    tags: tagsOf(sheet.element),
    text: Object.fromEntries(texts),
    origin: originOf(sheet, taken, title),
  };
}

const unrepeated = (remarks: readonly Remark[]): readonly Remark[] => [
  ...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values(),
];

/** One `<question>`, taken or not. */
export function readQuestion(element: XmlElement, surroundings: Surroundings): ImportedItem {
  const { language, pictures, number } = surroundings;
  const sheet: Sheet = { element, language, pictures, files: filesOf(element), remarks: [] };
  const pieces = cutByLanguage(wordsOf(childOf(element, 'name')));
  const title = htmlIn(pieces, language).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  const item = { name: title || String(number), file: '', line: element.line };
  const outcome = refusalOf(element) ?? outcomeOf(sheet);
  // What was lost of a question that was not taken concerns nobody.
  if (!isTaken(outcome)) return { ...item, remarks: [outcome] };
  if (isBlank(outcome.stem)) return { ...item, remarks: [{ code: 'moodle-no-text' }] };
  const question = questionOf(sheet, outcome, title, surroundings);
  if ('code' in question) return { ...item, remarks: [question] };
  const remarks = unrepeated([...sheet.remarks, ...filesLeft(sheet.files)]);
  return { ...item, remarks, question };
}
