import type { Attempt } from '#core/exam/attempt.ts';
import { cleanForms, drawForm, type TooFew } from '#core/exam/draw.ts';
import type { Form } from '#core/exam/form.ts';
import { nobodyHasSeen, poolOf, questionKey, type SeenAt } from '#core/exam/pool.ts';
import {
  blueprintMark,
  formatCode,
  groundMark,
  parseCode,
  SHARED_SEEDS,
  type CodeFault,
  type Ground,
} from '#core/exam/share-code.ts';
import type { Subject } from '#core/exam/subject.ts';
import type { PackUid, ScenarioKey } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import { err, ok, type Result } from '#core/result.ts';
import { studyDayOf } from '#core/time.ts';

type Seen = Pick<Learner, 'scenarios' | 'settings' | 'answers'>;

/**
 * What a learner has met: by an answer, or on the form of an exam, answered or not. The day counts, and on one day
 * the turn; a form comes after the answers of its day, since its report is read at the end.
 */
export function seenBy(
  { scenarios, settings, answers }: Seen,
  attempts: readonly Attempt[],
): SeenAt {
  const onForms = new Map<ScenarioKey, number>();
  for (const { form, startedAt, offset } of attempts) {
    const next = studyDayOf({ at: startedAt, offset }, settings.dayStart) + 1;
    for (const key of form.questions.map(questionKey))
      onForms.set(key, Math.max(next, onForms.get(key) ?? next));
  }
  return (key) => {
    const state = scenarios.get(key);
    const answered = state && state.lastDay + state.lastTurn / (answers + 1);
    const onForm = onForms.get(key);
    if (answered === undefined) return onForm ?? null;
    return onForm === undefined ? answered : Math.max(answered, onForm);
  };
}

type Drawing = Result<Form, TooFew>;

interface Wish {
  readonly seed: number;
  readonly extraMinutes: number;
}

function formOf(subject: Subject, seenAt: SeenAt, wish: Wish, isShared: boolean): Drawing {
  const { blueprint } = subject;
  const drawn = drawForm(blueprint, poolOf(subject, seenAt), wish.seed);
  if (!drawn.ok) return drawn;
  const packs = subject.packs.map(({ uid, version }) => ({ uid, version }));
  return ok({ blueprint, packs, ...wish, isShared, questions: drawn.value });
}

/** A form for this learner: what they have not seen comes first. */
export const ownForm = (subject: Subject, seenAt: SeenAt, wish: Wish): Drawing =>
  formOf(subject, seenAt, wish, false);

/** The form that everybody with the same code has, whatever they have seen. */
export const sharedForm = (subject: Subject, wish: Wish): Drawing =>
  formOf(subject, nobodyHasSeen, wish, true);

export const cleanFormsLeft = (subject: Subject, seenAt: SeenAt): number =>
  cleanForms(subject.blueprint, poolOf(subject, seenAt));

/** The pack whose own exam it is; `null` of a real one. */
const ownPack = <P extends { readonly uid: PackUid }>({
  blueprint,
  packs,
}: {
  readonly blueprint: Form['blueprint'];
  readonly packs: readonly P[];
}): P | null => (packs.length === 1 && packs[0]?.uid === blueprint.id ? packs[0] : null);

const codeFor = (ground: Ground, seed: number): string =>
  formatCode({
    blueprint: blueprintMark(ground.blueprint.id),
    from: ownPack(ground)?.version ?? groundMark(ground),
    seed,
  });

/** A code for a form that nobody has sat yet. */
export const newCode = (subject: Subject, seed: number): string =>
  codeFor(subject, seed % SHARED_SEEDS);

/** The code of a form; `null` where it was drawn for one learner alone. */
export const codeOf = (form: Form): string | null =>
  form.isShared ? codeFor(form, form.seed) : null;

/** Why a code leads to no form. */
export type CodeTrouble =
  /** `real`: of a real exam that the packs here do not cover. */
  | { readonly code: CodeFault | 'unknown' | 'real' }
  | {
      readonly code: 'version';
      readonly wanted: string;
      readonly here: string;
      readonly subject: Subject;
    }
  /** A real exam was drawn from other packs or versions, or by other numbers; or `old`: the code does not say. */
  | { readonly code: 'packs' | 'old'; readonly subject: Subject };

/** The exam and the seed that a code names. */
export function readCode(
  text: string,
  subjects: readonly Subject[],
): Result<{ readonly subject: Subject; readonly seed: number }, CodeTrouble> {
  const parsed = parseCode(text);
  if (!parsed.ok) return err({ code: parsed.error });
  const { blueprint: mark, from, seed } = parsed.value;
  const named = subjects.filter(({ blueprint }) => blueprintMark(blueprint.id) === mark);
  const real = named.find((subject) => ownPack(subject) === null);
  if (typeof from === 'number') {
    if (real === undefined) return err({ code: 'real' });
    const isSame = groundMark(real) === from;
    return isSame ? ok({ subject: real, seed }) : err({ code: 'packs', subject: real });
  }
  const subject = named.find((one) => ownPack(one) !== null);
  const here = subject && ownPack(subject)?.version;
  if (subject === undefined || here === undefined)
    return err(real === undefined ? { code: 'unknown' } : { code: 'old', subject: real });
  if (here !== from) return err({ code: 'version', wanted: from, here, subject });
  return ok({ subject, seed });
}
