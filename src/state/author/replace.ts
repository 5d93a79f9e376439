import type { DraftFiles } from '#core/author/history.ts';
import {
  findText,
  replaceText,
  type Occurrence,
  type Replaced,
  type Sought,
} from '#formats/markdown/replace-text.ts';

export type FoundText = Occurrence;

/** Where a text stands in a draft, and the draft with another in its place. */
export const textSearch = {
  find: (files: DraftFiles, sought: Sought): readonly Occurrence[] => findText(files, sought),
  replace: (files: DraftFiles, sought: Sought, by: string): Replaced =>
    replaceText(files, sought, by),
} as const;
