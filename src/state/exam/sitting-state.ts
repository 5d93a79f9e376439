import type { Response } from '#core/answer/response.ts';
import type { Attempt } from '#core/exam/attempt.ts';
import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import type { FileTrouble } from '#state/library.ts';
import type { Kept } from './kept.ts';

/** The words of the question on the screen. */
export type ExamContent =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly chunk: ConceptChunk; readonly scenario: Scenario }
  | { readonly status: FileTrouble };

export interface SittingData {
  /** The exam that is sat; `null` before it is found, or when there is none of the name. */
  readonly exam: string | null;
  /** Of the question on the screen; `null` is the review of all. */
  readonly place: number | null;
  readonly content: ExamContent;
  readonly language: Language;
  /** Options struck out, by question. */
  readonly struck: Kept['struck'];
  /** Questions of which too little is chosen, as far as this tab has seen. */
  readonly unfinished: Kept['unfinished'];
}

export interface SittingState extends SittingData {
  readonly enter: (attempt: Attempt) => void;
  readonly attempt: () => Attempt | null;
  readonly go: (place: number | null) => void;
  /** Something was chosen, or taken back: it is written at once. */
  readonly choose: (response: Response | null) => void;
  /** Something is being typed: it is written within a second or two, and before anything else happens. */
  readonly type: (response: Response | null) => void;
  readonly strike: (struck: readonly Slug[]) => void;
  readonly flag: () => void;
  readonly speak: (language: Language) => void;
  readonly retry: () => void;
  /** Milliseconds that are left. */
  readonly left: () => number;
  /** To be called every second: so time runs out, and what is typed is written. */
  readonly tick: () => number;
  /** Whether somebody looks at the question: what is measured is the time on the screen. */
  readonly look: (isLooking: boolean) => void;
  readonly handIn: () => void;
}
