import type { Language } from '#core/language.ts';
import { lineText, type Document, type Line } from '#core/pack/document.ts';
import { asLine, readHtml, type FindImage } from '#formats/html.ts';
import type { Remark } from '#formats/imported.ts';
import { hasInvisible } from '#formats/invisible.ts';
import { markdownToHtml } from '#formats/markdown-to-html.ts';
import type { Pictures } from '#formats/picture.ts';
import { childOf, childrenOf, escapeXml, innerXml, textOf, type XmlElement } from '#formats/xml.ts';
import { imagesOf, type Files } from './files.ts';
import { cutByLanguage, htmlIn, languagesIn, type Pieces } from './languages.ts';
import { markClose, markOpen } from './marks.ts';

/** One question while it is read. */
export interface Sheet {
  readonly element: XmlElement;
  /** What all texts are in that don't say otherwise. */
  readonly language: Language;
  /** Those of the whole file. */
  readonly pictures: Pictures;
  readonly files: Files;
  /** What was lost so far; may repeat itself. */
  readonly remarks: Remark[];
}

/** A text of a question, as HTML. */
export interface Field {
  readonly pieces: Pieces;
  readonly findImage: FindImage;
}

const lines = (text: string): string => text.replaceAll('\n', '<br>');
const plain = (text: string): string => lines(escapeXml(text));

/** What Moodle would make of a text in one of its formats. */
function asHtml(sheet: Sheet, text: string, format: string): string {
  switch (format) {
    case 'plain_text':
    case 'wiki_like':
      return plain(text);
    case 'moodle_auto_format':
      return lines(text);
    case 'markdown': {
      const html = markdownToHtml(text);
      if (html === null) sheet.remarks.push({ code: 'markdown-too-heavy' });
      return html ?? plain(text);
    }
    default:
      return text;
  }
}

/** The words of an element: those of its `<text>`, else its own, as very old files have them. */
export function wordsOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const text = childOf(element, 'text');
  const own = element.children.filter((node) => typeof node === 'string').join('');
  if (!text) return own.trim();
  // Some programs forget to escape their HTML.
  return (childrenOf(text).length > 0 ? innerXml(text) : textOf(text)).trim();
}

const formula = /\\\(|\\\[|\$\$/;

function field(sheet: Sheet, html: string, element: XmlElement | undefined): Field {
  if (formula.test(html)) sheet.remarks.push({ code: 'formula-kept' });
  if (hasInvisible(html)) sheet.remarks.push({ code: 'letters-invisible' });
  const marked = html.includes(markOpen)
    ? html.replaceAll(markOpen, '<mark>').replaceAll(markClose, '</mark>')
    : html;
  return { pieces: cutByLanguage(marked), findImage: imagesOf(sheet, element) };
}

/** A text with a format of its own, else that of the question's text, else HTML. */
export function readField(sheet: Sheet, element: XmlElement | undefined, appended = ''): Field {
  const own = element?.attributes.get('format');
  const inherited = childOf(sheet.element, 'questiontext')?.attributes.get('format');
  const html = asHtml(sheet, wordsOf(element), (own ?? inherited ?? 'html').trim());
  return field(sheet, html + appended, element);
}

/** A text that never has markup, whatever format it names. */
export const readPlain = (sheet: Sheet, element: XmlElement | undefined): Field =>
  plainField(sheet, wordsOf(element));

export function plainField(sheet: Sheet, text: string): Field {
  // The multilang filter works on plain texts too.
  const pieces = cutByLanguage(text).map((piece) =>
    typeof piece === 'string'
      ? plain(piece)
      : piece.map((wording) => ({ ...wording, html: plain(wording.html) })),
  );
  return { ...field(sheet, text, undefined), pieces };
}

/** A text that is HTML already. */
export const htmlField = (sheet: Sheet, html: string): Field =>
  field(sheet, html, childOf(sheet.element, 'questiontext'));

/** The same text with its HTML changed, in each of its languages. */
export function rewritten({ pieces, findImage }: Field, rewrite: (html: string) => string): Field {
  const languages = languagesIn(pieces);
  const changed = languages.map((language) => ({
    languages: [language],
    html: rewrite(htmlIn(pieces, language)),
  }));
  return { pieces: changed.length === 0 ? [rewrite(htmlIn(pieces, ''))] : [changed], findImage };
}

export const isBlank = ({ pieces }: Field): boolean =>
  pieces
    .flatMap((piece) => (typeof piece === 'string' ? [piece] : piece.map(({ html }) => html)))
    .every((html) => html.replaceAll(/<(?!img\b)[^<>]*>|&nbsp;|\s/gi, '') === '');

export function documentIn(
  sheet: Sheet,
  { pieces, findImage }: Field,
  language: Language,
): Document {
  const { blocks, remarks } = readHtml(htmlIn(pieces, language), findImage);
  sheet.remarks.push(...remarks);
  return blocks;
}

export function lineIn(sheet: Sheet, one: Field, language: Language): Line {
  const blocks = documentIn(sheet, one, language);
  if (blocks.some(({ type }) => type !== 'paragraph'))
    sheet.remarks.push({ code: 'blocks-joined' });
  return asLine(blocks);
}

/** The wordings of a text in all its languages, without markup. */
export const wordings = (sheet: Sheet, one: Field): readonly string[] => [
  ...new Set(
    [...languagesIn(one.pieces), sheet.language].map((language) =>
      lineText(lineIn(sheet, one, language)).trim(),
    ),
  ),
];
