import type { Document, Line } from '#core/pack/document.ts';
import type { OptionText } from '#core/pack/model.ts';
import { lineToHtml, toHtml, type HtmlDialect } from '#formats/to-html.ts';
import { DECIDING } from './markup.ts';

/** Pieces of an item of version 2.1. */

const dialect: HtmlDialect = {
  image: (source) => `../media/${source}`,
  mark: [`<span class="${DECIDING}">`, '</span>'],
};

/** XML closes what HTML leaves open, and knows no control characters. */
const asXml = (html: string): string =>
  html
    .replaceAll(/<img ([^<>]*)>/g, '<img $1/>')
    // oxlint-disable-next-line no-control-regex -- what XML may not hold
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

export const blocksXml = (blocks: Document): string => asXml(toHtml(blocks, dialect));
export const lineXml = (line: Line): string => asXml(lineToHtml(line, dialect));

/** Identifiers may not begin with a digit, and those of prompts and choices may be alike. */
export const identifier = (id: string): string => `o_${id}`;

/** Values that are declared right. */
export const correctXml = (values: readonly string[]): string =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;

export const responseXml = (cardinality: string, baseType: string, inside: string): string =>
  `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}">${inside}</responseDeclaration>`;

/** The words of a part by its id. */
export const textById = (options: readonly OptionText[], id: string): string =>
  lineXml(options.find((option) => option.id === id)?.text ?? []);

export const simpleChoice = (options: readonly OptionText[], id: string, isFixed = false): string =>
  `<simpleChoice identifier="${identifier(id)}"${isFixed ? ' fixed="true"' : ''}>${textById(options, id)}</simpleChoice>`;
