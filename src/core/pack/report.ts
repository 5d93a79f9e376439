import type { PackUid, Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';

/** What a learner says of a mistake: a small file, `*.mondo-report.json`, that the author opens at the place. */
export interface MistakeReport {
  readonly report: 1;
  readonly pack: PackUid;
  /** The version that the learner has. */
  readonly version: string;
  readonly concept: Slug;
  /** Absent when the concept as a whole is meant. */
  readonly scenario?: Slug;
  readonly textRev?: string;
  readonly keyRev?: string;
  /** In which it was read. */
  readonly language: Language;
  readonly wrong: string;
  /** What would be right, if the learner knows. */
  readonly better?: string;
}
