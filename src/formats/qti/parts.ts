import { limits } from '#core/pack/limits.ts';
import type { OptionText } from '#core/pack/model.ts';
import type { ImportedQuestion, Remark } from '#formats/imported.ts';
import type { Part, Told } from './draft.ts';
import type { Scribe } from './scribe.ts';

/** `a` to `z`, then `aa`. */
export const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));

/** What each kind adds, or why it cannot be taken. */
export type Kind =
  | { readonly body: KindBody; readonly options: readonly OptionText[] }
  | { readonly refusal: Remark };

type WithoutWords<T> = T extends unknown
  ? Omit<T, 'title' | 'path' | 'tags' | 'text' | 'origin'>
  : never;
export type KindBody = WithoutWords<ImportedQuestion>;

export interface Written {
  readonly part: Part;
  readonly option: OptionText;
}

/** The parts with their letters and words, from the letter that `first` counts. */
export function written(
  parts: readonly Part[],
  told: Told,
  scribe: Scribe,
  first = 0,
): readonly Written[] {
  return parts.map((part, index) => {
    const why = scribe.blocks(told.whys.get(part.ident) ?? '');
    const option = { id: letter(first + index), text: scribe.line(part.html) };
    return { part, option: why.length === 0 ? option : { ...option, why } };
  });
}

export const refusal = (remark: Remark): Kind => ({ refusal: remark });

export const tooMany = (count: number): Kind =>
  refusal({ code: 'qti-too-many-parts', params: { count, limit: limits.options } });
