import type { Attempt } from '#core/exam/attempt.ts';
import { packBlueprint, type Blueprint } from '#core/exam/blueprint.ts';
import { cleanForms, drawForm, type TooFew } from '#core/exam/draw.ts';
import type { Form } from '#core/exam/form.ts';
import { nobodyHasSeen, poolOf, questionKey, type SeenAt } from '#core/exam/pool.ts';
import {
  blueprintMark,
  formatCode,
  parseCode,
  SHARED_SEEDS,
  type CodeFault,
} from '#core/exam/share-code.ts';
import type { ScenarioKey } from '#core/ids.ts';
import type { Learner } from '#core/journal/learner-state.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { err, ok, type Result } from '#core/result.ts';
import { studyDayOf } from '#core/time.ts';

/** An exam that can be sat: what it is drawn by, and the pack that it is drawn from. */
export interface Offer {
  readonly blueprint: Blueprint;
  readonly pack: PackIndex;
}

export const offersOf = (packs: readonly PackIndex[]): readonly Offer[] =>
  packs.flatMap((pack) => {
    const blueprint = packBlueprint(pack);
    return blueprint === null ? [] : [{ blueprint, pack }];
  });

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

function formOf(
  { blueprint, pack }: Offer,
  seenAt: SeenAt,
  wish: Wish,
  isShared: boolean,
): Drawing {
  const drawn = drawForm(blueprint, poolOf(pack, blueprint, seenAt), wish.seed);
  if (!drawn.ok) return drawn;
  const packs = [{ uid: pack.uid, version: pack.version }];
  return ok({ blueprint, packs, ...wish, isShared, questions: drawn.value });
}

/** A form for this learner: what they have not seen comes first. */
export const ownForm = (offer: Offer, seenAt: SeenAt, wish: Wish): Drawing =>
  formOf(offer, seenAt, wish, false);

/** The form that everybody with the same code has, whatever they have seen. */
export const sharedForm = (offer: Offer, wish: Wish): Drawing =>
  formOf(offer, nobodyHasSeen, wish, true);

export const cleanFormsLeft = ({ blueprint, pack }: Offer, seenAt: SeenAt): number =>
  cleanForms(blueprint, poolOf(pack, blueprint, seenAt), 0);

/** A code for a form that nobody has sat yet. */
export const newCode = ({ blueprint, pack }: Offer, seed: number): string =>
  formatCode({
    blueprint: blueprintMark(blueprint.id),
    version: pack.version,
    seed: seed % SHARED_SEEDS,
  });

/** The code of a form; `null` where it was drawn for one learner alone. */
export function codeOf({ isShared, blueprint, packs, seed }: Form): string | null {
  const [pack] = packs;
  if (!isShared || pack === undefined) return null;
  return formatCode({ blueprint: blueprintMark(blueprint.id), version: pack.version, seed });
}

/** Why a code leads to no form. */
export type CodeTrouble =
  | { readonly code: CodeFault | 'unknown' }
  | { readonly code: 'version'; readonly wanted: string; readonly offer: Offer };

/** The exam and the seed that a code names. */
export function readCode(
  text: string,
  offers: readonly Offer[],
): Result<{ readonly offer: Offer; readonly seed: number }, CodeTrouble> {
  const parsed = parseCode(text);
  if (!parsed.ok) return err({ code: parsed.error });
  const { blueprint: mark, version, seed } = parsed.value;
  const offer = offers.find(({ blueprint }) => blueprintMark(blueprint.id) === mark);
  if (offer === undefined) return err({ code: 'unknown' });
  if (offer.pack.version !== version) return err({ code: 'version', wanted: version, offer });
  return ok({ offer, seed });
}
