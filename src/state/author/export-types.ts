import type { Language } from '#core/language.ts';
import type { Exported, ExportName, PrintedPart } from '#formats/export.ts';
import type { PrintWords } from '#formats/print/page.ts';

/** A format in which a draft is wanted. */
export type WishedFormat = ExportName;
/** What came of it. */
export interface ExportResult extends Exported {
  /** Files of the draft that cannot be read, and are not in it. */
  readonly unread: readonly string[];
}

/** What is written beside the words of the pack. */
export type ExportWords = PrintWords;
/** Which questions are printed. */
export type ExportPart = PrintedPart;

/** In the order of the menu: our own forms first. */
export const exportFormats = [
  'mondo',
  'mondo-json',
  'folder',
  'markdown',
  'moodle-xml',
  'gift',
  'qti',
  'anki-text',
  'csv',
  'paper',
  'answers',
  'cards',
] as const satisfies readonly ExportName[];

export interface ExportWish {
  readonly to: ExportName;
  readonly language: Language;
  readonly words: ExportWords;
  readonly part: ExportPart;
  /** Of a paper: another order of options. */
  readonly variant: number;
}
