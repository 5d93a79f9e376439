import type { DraftFiles } from '#core/author/history.ts';
import type { Language } from '#core/language.ts';
import type { KindName } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { formatNames, type FormatName, type Remark } from '#formats/imported.ts';
import type { NewPack } from '#formats/markdown/new-files.ts';
import type { Mapping } from '#formats/table/mapping.ts';

export type ImportRemark = Remark;
export type TableMapping = Mapping;

/** What a file can be read as: our own formats, then foreign ones. */
export const importFormats = ['mondo', ...formatNames] as const;
export type ImportFormat = 'mondo' | FormatName;

/** A file as it was chosen, with its path when it came in a folder. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ImportJob {
  readonly files: readonly ChosenFile[];
  /** `null`: by its content. */
  readonly format: ImportFormat | null;
  /** Of the words, where the file does not say. */
  readonly language: Language;
  /** What the columns of a table mean; `null`: by its content. */
  readonly mapping: Mapping | null;
}

/** How far a reading is: so many items, of so many where that is known. */
export interface ImportProgress {
  readonly read: number;
  readonly of: number | null;
}

/** One item of the report. */
export interface ReportItem {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly state: 'taken' | 'partly' | 'left';
  readonly remarks: readonly Remark[];
  readonly title: string;
  readonly kind: KindName | null;
}

/** A table for the mapping screen. */
export interface TableView {
  readonly sheets: readonly string[];
  readonly columns: readonly string[];
  /** The first rows that hold something. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
}

/** Where what was read is to go. */
export type ImportGoal =
  | { readonly to: 'new'; readonly pack: NewPack }
  | { readonly to: 'draft'; readonly files: DraftFiles };

/** What became of a reading. */
export type ImportReport =
  | {
      readonly type: 'items';
      readonly format: FormatName;
      readonly title: string;
      readonly items: readonly ReportItem[];
      readonly remarks: readonly Remark[];
      readonly table: TableView | null;
    }
  | {
      readonly type: 'pack';
      readonly format: 'mondo';
      readonly title: string;
      readonly files: DraftFiles;
      readonly concepts: number;
      readonly scenarios: number;
      readonly problems: readonly Problem[];
      /** It was made from a document: comments of its author are not in it. */
      readonly isFromDocument: boolean;
    }
  /** Like nothing that we know. */
  | { readonly type: 'unknown' };
