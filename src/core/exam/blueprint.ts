import type { Slug } from '#core/ids.ts';
import type { Localized } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Domain, Exam, KindName } from '#core/pack/model.ts';
import type { ExamProfile } from './profile.ts';

/** What a form is drawn by, and a result judged by: a pack's own exam, or a real one (`questions/_exams`). */
export interface Blueprint {
  /** The pack's `uid` for its own exam, else the id of the profile. */
  readonly id: Slug;
  readonly title: Localized<string>;
  /** Of one form, those that do not count among them. */
  readonly questions: number;
  readonly unscored: number;
  readonly minutes: number;
  /** Percent of the questions that count, to pass. Of a real exam an assumption: scaled scores are equated. */
  readonly pass: number;
  /** The scale on which the result is given; `null` for percent. */
  readonly scale: NonNullable<Exam['scale']> | null;
  readonly kinds: readonly KindName[];
  /** With weights that add up to 100. */
  readonly domains: readonly Domain[];
}

/** The blueprint of a pack's own exam; `null` if it has none. */
export function packBlueprint({
  uid,
  exam,
  domains,
}: Pick<PackIndex, 'uid' | 'exam' | 'domains'>): Blueprint | null {
  if (exam === undefined) return null;
  const { title, questions, unscored = 0, minutes, pass, scale = null, kinds } = exam;
  return { id: uid, title, questions, unscored, minutes, pass, scale, kinds, domains };
}

/** The blueprint of a real exam; `null` while one of its numbers is not known. */
export function profileBlueprint(profile: ExamProfile): Blueprint | null {
  const { id, title, questions, unscored, minutes, scale, kinds } = profile;
  const domains = profile.domains.flatMap(({ weight, ...domain }) =>
    weight === undefined ? [] : [{ id: domain.id, title: domain.title, weight }],
  );
  const isWhole = domains.length === profile.domains.length;
  if (questions === undefined || minutes === undefined || scale === undefined || !isWhole)
    return null;
  // Scaled scores are equated: that 720 of 1,000 were 72 percent is an assumption.
  const pass = (100 * scale.pass) / scale.max;
  return { id, title, questions, unscored: unscored ?? 0, minutes, pass, scale, kinds, domains };
}
