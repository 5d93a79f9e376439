import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { KindName } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import type { Group, NewOption } from './edit-options.ts';

/** One change of a scenario that a form makes. Texts are Markdown, as `fieldsOf` gives them. */
export type ScenarioEdit =
  /**
   * Sets a value of the front matter, or removes it when it is undefined: `['checked', 'on']`,
   * `['references', 0, 'title', 'ja']`; an index behind the last appends.
   */
  | { readonly edit: 'front'; readonly path: Path; readonly value: unknown }
  | { readonly edit: 'kind'; readonly kind: KindName }
  | {
      readonly edit: 'situation' | 'question' | 'decides';
      readonly language: Language;
      readonly source: string;
    }
  | {
      readonly edit: 'text' | 'why' | 'rightWhen';
      readonly option: Slug;
      readonly language: Language;
      readonly source: string;
    }
  | { readonly edit: 'right'; readonly option: Slug; readonly right: boolean }
  /** Which options are right, all at once. */
  | { readonly edit: 'key'; readonly right: readonly Slug[] }
  | { readonly edit: 'standsFor'; readonly option: Slug; readonly term: Slug | null }
  | { readonly edit: 'never'; readonly option: Slug; readonly never: boolean }
  | { readonly edit: 'choice'; readonly option: Slug; readonly choice: Slug | null }
  | { readonly edit: 'add'; readonly option: NewOption; readonly before: Slug | null }
  | { readonly edit: 'remove'; readonly option: Slug }
  /** Before another option, else to the end of its group; `to` makes a step spare, or a spare one a step. */
  | {
      readonly edit: 'move';
      readonly option: Slug;
      readonly before: Slug | null;
      readonly to?: Extract<Group, 'step' | 'spare'>;
    }
  /** To a published scenario a renamed option is another key. */
  | { readonly edit: 'rename'; readonly option: Slug; readonly to: Slug }
  | { readonly edit: 'addLanguage' | 'removeLanguage'; readonly language: Language };
