import * as v from 'valibot';
import type { PackUid } from '#core/ids.ts';
import type { Json } from '#core/journal/event.ts';
import { kindNames } from '#core/pack/model.ts';
import type { Blueprint } from './blueprint.ts';
import type { FormQuestion } from './draw.ts';

/** All that an exam needs to go on and to be judged, whatever becomes of the packs meanwhile. */
export interface Form {
  readonly blueprint: Blueprint;
  /** The packs that it was drawn from, in the versions of that day. */
  readonly packs: readonly { readonly uid: PackUid; readonly version: string }[];
  readonly seed: number;
  /** Drawn the same for everybody, to be told by a code. */
  readonly isShared: boolean;
  /** Minutes beyond those of the blueprint, for who sits it in a foreign language. */
  readonly extraMinutes: number;
  /** In the order to ask. */
  readonly questions: readonly FormQuestion[];
}

const FORMAT = 1;

/** A form as it stands in the event that starts an exam: questions are short rows, since there are many. */
export function formJson(form: Form): Json {
  const { blueprint, packs, questions, ...rest } = form;
  const { scale, ...numbers } = blueprint;
  const packOf = new Map(packs.map(({ uid }, place) => [uid, place]));
  const domainOf = new Map(blueprint.domains.map(({ id }, place) => [id, place]));
  return asJson({
    format: FORMAT,
    ...rest,
    blueprint: { ...numbers, scale },
    packs,
    questions: questions.map(({ pack, concept, scenario, domain, isScored }) => [
      packOf.get(pack) ?? -1,
      concept,
      scenario,
      domainOf.get(domain) ?? -1,
      isScored ? 1 : 0,
    ]),
  });
}

/** What is made of plain values alone, without the keys that are not set. */
function asJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value));
  return json;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const number = v.pipe(v.number(), v.finite());
const words = v.record(v.string(), v.string());

const shape = v.object({
  format: v.literal(FORMAT),
  blueprint: v.object({
    id: v.string(),
    title: words,
    questions: count,
    unscored: count,
    minutes: number,
    pass: number,
    scale: v.nullable(v.object({ min: number, max: number, pass: number })),
    kinds: v.array(v.picklist(kindNames)),
    domains: v.array(v.object({ id: v.string(), title: words, weight: number })),
  }),
  packs: v.array(v.object({ uid: v.string(), version: v.string() })),
  seed: count,
  isShared: v.boolean(),
  extraMinutes: v.pipe(number, v.minValue(0)),
  questions: v.pipe(
    v.array(v.tuple([count, v.string(), v.string(), count, v.picklist([0, 1])])),
    v.minLength(1),
  ),
});

/** @returns `null` when the value is no form that this version knows */
export function parseForm(value: Json): Form | null {
  const parsed = v.safeParse(shape, value);
  if (!parsed.success) return null;
  const { format: _format, questions: rows, ...form } = parsed.output;
  const { packs, blueprint } = form;
  const questions = rows.flatMap(([pack, concept, scenario, domain, isScored]) => {
    const uid = packs[pack]?.uid;
    const id = blueprint.domains[domain]?.id;
    if (uid === undefined || id === undefined) return [];
    return { pack: uid, concept, scenario, domain: id, isScored: isScored === 1 };
  });
  return questions.length === rows.length ? { ...form, questions } : null;
}
