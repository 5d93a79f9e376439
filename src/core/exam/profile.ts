import * as v from 'valibot';
import type { Slug } from '#core/ids.ts';
import type { Localized } from '#core/language.ts';
import { kindNames, type Exam, type KindName, type Retake } from '#core/pack/model.ts';
import * as shape from '#core/pack/shape.ts';

/**
 * What a provider says of a real exam (`questions/_exams`). A number that no official page confirms is left out:
 * unknown is a value here, and nothing is guessed.
 */
export interface ExamProfile {
  /** The name of its file. */
  readonly id: Slug;
  readonly title: Localized<string>;
  /** Of one form, those that do not count among them. */
  readonly questions?: number;
  readonly unscored?: number;
  readonly minutes?: number;
  readonly scale?: NonNullable<Exam['scale']>;
  readonly kinds: readonly KindName[];
  /** The provider's rule for those who failed. */
  readonly retake?: Retake;
  readonly ends?: ProfileEnd;
  readonly domains: readonly ProfileDomain[];
  readonly sources: readonly ProfileSource[];
}

/** What a provider has announced of an exam that ends. */
interface ProfileEnd {
  /**
   * The last day on which it can be taken, `YYYY-MM-DD`, by language where these differ. Of several that are announced
   * the earliest: only that one is safe.
   */
  readonly last: string | Localized<string>;
  /** The code of the exam that takes its place: `SAP-C03`. */
  readonly next?: string;
}

export interface ProfileDomain {
  readonly id: Slug;
  readonly title: Localized<string>;
  /** Percent of the questions that count; unknown for all domains or for none. */
  readonly weight?: number;
  /** The tasks of the exam guide, by its own numbers: `1.1`. */
  readonly tasks?: readonly string[];
}

/** What has its source named. */
export const known = [
  'questions',
  'unscored',
  'minutes',
  'scale',
  'kinds',
  'retake',
  'ends',
  'domains',
] as const;

/** Where a number stands. */
interface ProfileSource {
  readonly url: string;
  /** The day on which it was looked up, `YYYY-MM-DD`. */
  readonly on: string;
  /** The page itself; a stored copy of it; or others who name the page and quote it. */
  readonly how: 'live' | 'stored-copy' | 'quoted';
  readonly for: readonly (typeof known)[number][];
}

const domain = shape.closed({
  id: shape.slug,
  title: shape.localizedWords,
  weight: v.exactOptional(shape.weight),
  tasks: v.exactOptional(v.array(shape.task)),
});

const source = shape.closed({
  url: shape.address,
  on: shape.date,
  how: v.picklist(['live', 'stored-copy', 'quoted']),
  for: v.array(v.picklist(known)),
});

const ends = shape.closed({
  last: v.union(
    [shape.date, v.pipe(v.record(shape.languageCode, shape.date), v.minEntries(1, 'bad_last_day'))],
    'bad_last_day',
  ),
  next: v.exactOptional(shape.words),
});

/** What stands in a file of `questions/_exams`; its name is the profile's id. */
export const profileYaml = shape.closed({
  title: shape.localizedWords,
  questions: v.exactOptional(shape.wholeFrom(1)),
  unscored: v.exactOptional(shape.wholeFrom(0)),
  minutes: v.exactOptional(shape.minutes),
  scale: v.exactOptional(shape.scale),
  kinds: v.pipe(v.array(v.picklist(kindNames)), v.minLength(1, 'no_kind')),
  retake: v.exactOptional(shape.retake),
  ends: v.exactOptional(ends),
  domains: v.pipe(v.array(domain), v.minLength(1, 'no_domain')),
  sources: v.pipe(v.array(source), v.minLength(1, 'no_source')),
});
