import type { DraftFiles } from '#core/author/history.ts';

export interface Search {
  readonly words: string;
  readonly isCaseExact: boolean;
}

export interface Found {
  readonly file: string;
  readonly count: number;
}

const pattern = ({ words, isCaseExact }: Search): RegExp =>
  new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), isCaseExact ? 'gu' : 'giu');

/** In which text files of a draft some words stand, and how often. */
export function found(files: DraftFiles, search: Search): readonly Found[] {
  if (search.words === '') return [];
  return [...files].flatMap(([file, content]) => {
    const count = typeof content === 'string' ? content.match(pattern(search))?.length : 0;
    return count ? [{ file, count }] : [];
  });
}

/** The files with other words in the place of some, letter by letter as they are given. */
export function replaced(files: DraftFiles, search: Search, by: string): DraftFiles {
  if (search.words === '') return files;
  return new Map(
    [...files].map(([file, content]) => [
      file,
      typeof content === 'string' ? content.replaceAll(pattern(search), () => by) : content,
    ]),
  );
}
