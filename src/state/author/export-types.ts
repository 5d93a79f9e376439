import type { Language } from '#core/language.ts';
import type { Exported, ExportName } from '#formats/export.ts';

/** A format in which a draft is wanted. */
export type WishedFormat = ExportName;
/** What came of it. */
export type ExportResult = Exported;

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
] as const satisfies readonly ExportName[];

export interface ExportWish {
  readonly to: ExportName;
  readonly language: Language;
  /** In the interface's language: "Right when". */
  readonly rightWhen: string;
}
