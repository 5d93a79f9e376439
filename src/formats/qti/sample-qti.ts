import { strToU8, zipSync } from 'fflate';
import type { Imported, ImportedItem, ImportedQuestion } from '#formats/imported.ts';
import { lineText } from '#core/pack/document.ts';
import { readQti } from './read-qti.ts';

/** Short ways to write QTI, for tests. */

export const readText = (text: string, language = 'en'): Imported =>
  readQti({ name: 'quiz.xml', bytes: strToU8(text), language });

export const readPackage = (files: Readonly<Record<string, string | Uint8Array>>): Imported => {
  const entries = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  const bytes = new Uint8Array(zipSync(Object.fromEntries(entries)));
  return readQti({ name: 'quiz.zip', bytes, language: 'en' });
};

export function onlyItem(found: Imported): ImportedItem {
  const [item] = found.items;
  if (!item || found.items.length !== 1) throw new Error(`${found.items.length} items`);
  return item;
}

export function questionIn(item: ImportedItem): ImportedQuestion {
  if (!item.question) throw new Error(JSON.stringify(item.remarks));
  return item.question;
}

export const codes = (item: ImportedItem): readonly string[] =>
  item.remarks.map(({ code }) => code);

/** The words of each option in its order, the right ones with a star. */
export function optionsOf(question: ImportedQuestion): readonly string[] {
  const text = Object.values(question.text)[0];
  const right =
    question.kind === 'single' || question.kind === 'multiple'
      ? question.options.filter((option) => option.right).map(({ id }) => id)
      : [];
  return (text?.options ?? []).map(
    ({ id, text: line }) => `${right.includes(id) ? '*' : ''}${lineText(line)}`,
  );
}

/** `prompt = choice` for each prompt. */
export function pairsOf(question: ImportedQuestion): readonly string[] {
  if (question.kind !== 'matching') throw new Error(question.kind);
  const words = new Map(
    Object.values(question.text)[0]?.options.map(({ id, text }) => [id, lineText(text)]),
  );
  return question.prompts.map(({ id, choice }) => `${words.get(id)} = ${words.get(choice)}`);
}

/** A file of version 1 with these items. */
export const version1 = (items: string): string =>
  `<?xml version="1.0"?>\n<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="quiz" title="Harbour quiz"><section ident="root_section">${items}</section></assessment></questestinterop>`;

const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const material = (html: string): string =>
  `<material><mattext texttype="text/html">${escaped(html)}</mattext></material>`;

export const field = (label: string, entry: string): string =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;

export const metadata = (...fields: readonly string[]): string =>
  `<itemmetadata><qtimetadata>${fields.join('')}</qtimetadata></itemmetadata>`;

export const labels = (...idents: readonly string[]): string =>
  `<render_choice>${idents.map((ident) => `<response_label ident="${ident}">${material(`<p>Option ${ident}</p>`)}</response_label>`).join('')}</render_choice>`;

export const equal = (about: string, value: string): string =>
  `<varequal respident="${about}">${value}</varequal>`;

export const condition = (test: string, points: number | string, shows = ''): string =>
  `<respcondition continue="Yes"><conditionvar>${test}</conditionvar><setvar action="Set" varname="SCORE">${points}</setvar>${shows === '' ? '' : `<displayfeedback feedbacktype="Response" linkrefid="${shows}"/>`}</respcondition>`;

export const feedback1 = (ident: string, html: string): string =>
  `<itemfeedback ident="${ident}"><flow_mat>${material(html)}</flow_mat></itemfeedback>`;

/** An item of version 2.1. */
export const item2 = (declarations: string, body: string, more = '', attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="lamp" title="A lamp" adaptive="false" timeDependent="false" ${attributes}>${declarations}<itemBody>${body}</itemBody>${more}</assessmentItem>`;

export const response = (
  cardinality: string,
  baseType: string,
  values: readonly string[],
  mapping = '',
): string =>
  `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}">${values.length === 0 ? '' : `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`}${mapping}</responseDeclaration>`;

export const mapped = (entries: Readonly<Record<string, number>>, more = ''): string =>
  `<mapping defaultValue="0">${Object.entries(entries)
    .map(([key, points]) => `<mapEntry mapKey="${key}" mappedValue="${points}"${more}/>`)
    .join('')}</mapping>`;

export const choice2 = (idents: readonly string[], attributes = 'maxChoices="1"'): string =>
  `<choiceInteraction responseIdentifier="RESPONSE" ${attributes}><prompt>Which?</prompt>${idents.map((ident) => `<simpleChoice identifier="${ident}">Option ${ident}</simpleChoice>`).join('')}</choiceInteraction>`;
