import * as fc from 'fast-check';
import { confidences } from '#core/answer/response.ts';
import { ratings } from '#core/memory/rating.ts';
import { instant } from '#core/time.ts';
import { stamped } from './codec.ts';
import type { AnyEvent, FactType, UnknownFact } from './event.ts';
import { isJson } from './shape.ts';

/** Random journals for property tests: every type of fact, unknown ones among them. */

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 6 }));
const slug = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
const writer = fc.constantFrom('writeraaaa', 'writerbbbb', 'writercccc');
const seq = fc.integer({ min: 1, max: 40 });
const ref = fc.record({ writer, seq });
const range = fc
  .tuple(writer, seq, seq)
  .map(([name, a, b]) => ({ writer: name, first: Math.min(a, b), last: Math.max(a, b) }));
const target = fc.record(
  { pack: slug, concept: slug, scenario: slug },
  { requiredKeys: ['pack', 'concept'] },
);
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => isJson(value));
const mode = fc.constantFrom('study' as const, 'drill' as const, 'exam' as const);
const confidence = fc.constantFrom(null, ...confidences);
const latency = fc.oneof(fc.nat(3_600_000), fc.double({ min: 0, max: 9999, noNaN: true }));

const response = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('single' as const), chosen: slug }),
  fc.record({ kind: fc.constant('multiple' as const), chosen: fc.array(slug, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('ordering' as const), order: fc.array(slug, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('matching' as const),
    pairs: fc.array(fc.tuple(slug, slug), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('short' as const), typed: text }),
);

const question = {
  pack: slug,
  concept: slug,
  scenario: slug,
  textRev: slug,
  keyRev: slug,
  shown: fc.oneof(
    fc.array(slug, { maxLength: 6 }),
    fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 3 }),
  ),
  response: fc.oneof(response, fc.constant({ kind: 'single' as const, chosen: 'a' })),
};
const circumstances = { confidence, latency, language: fc.constantFrom('en', 'ja') };
const onOff = { target, on: fc.boolean() };
const of = <T extends FactType>(type: T) => fc.constant(type);

const filter = fc.record(
  {
    pack: slug,
    domain: slug,
    concept: slug,
    only: fc.constantFrom(
      'missed' as const,
      'flagged' as const,
      'unseen' as const,
      'contrast' as const,
    ),
    pair: fc.tuple(slug, slug),
    size: fc.nat(50),
    minutes: fc.nat(60),
  },
  { requiredKeys: [] },
);

const session = fc.constantFrom('s1', 's2');

const answered = fc.record({
  type: of('answered'),
  ...question,
  right: fc.boolean(),
  ...circumstances,
  session,
  mode,
});

const controls = [
  fc.record({ type: of('undone'), ref }),
  fc.record({ type: of('imported'), ranges: fc.array(range, { maxLength: 3 }) }),
  fc.record({ type: of('import-revoked'), ranges: fc.array(range, { maxLength: 3 }) }),
  fc.record({
    type: of('clock-corrected'),
    corrects: writer,
    from: seq,
    to: seq,
    shift: fc.integer({ min: -1e9, max: 1e9 }),
  }),
  fc.record({ type: of('epoch-started') }),
] as const;

const others = [
  fc.record({ type: of('overruled'), ref, rating: fc.constantFrom(...ratings) }),
  fc.record({ type: of('suspended'), ...onOff }),
  fc.record({ type: of('buried'), ...onOff }),
  fc.record({ type: of('flagged'), ...onOff }),
  fc.record({ type: of('noted'), target, text: fc.option(text) }),
  fc.record({ type: of('setting'), key: text, value: json }),
  fc.record({ type: of('session-started'), session, seed: fc.nat(), mode, filter }),
  fc.record({ type: of('session-ended'), session }),
  fc.record({ type: of('exam-started'), exam: session, form: json }),
  fc.record({ type: of('exam-answered'), exam: session, ...question, ...circumstances }),
  fc.record({ type: of('exam-submitted'), exam: session, timedOut: fc.boolean() }),
  fc.record({ type: of('miss-cause'), ref, cause: text }),
  fc.record({
    type: of('pack-applied'),
    pack: slug,
    version: text,
    revs: fc.dictionary(slug, fc.tuple(slug, slug), { maxKeys: 4 }),
  }),
] as const;

/** What every event has besides its fact. */
const common: readonly string[] = ['writer', 'seq', 'at', 'offset', 'epoch'];

/** A fact of a type that this version does not know. */
const anyUnknownFact: fc.Arbitrary<UnknownFact> = fc
  .dictionary(
    slug.filter((key) => !common.includes(key)),
    json,
    { maxKeys: 4 },
  )
  .map((rest) => ({ type: 'unknown' as const, raw: { ...rest, type: 'dreamt-of' } }));

const anyFact = fc.oneof(
  { weight: 4, arbitrary: answered },
  { weight: 4, arbitrary: fc.oneof(...others) },
  { weight: 2, arbitrary: fc.oneof(...controls) },
  { weight: 1, arbitrary: anyUnknownFact },
);

const stamp = fc.record({
  writer,
  at: fc.integer({ min: 0, max: 4e12 }).map(instant),
  offset: fc.constantFrom(540, 0, -300, 330),
  epoch: fc.constantFrom(0, 0, 0, 1, 2),
});

/** Events of three writers, each with its numbers from 1 and no hole; times and epochs are arbitrary. */
export const anyEvents: fc.Arbitrary<AnyEvent[]> = fc
  .array(fc.tuple(stamp, anyFact), { maxLength: 60 })
  .map((pairs) => {
    const last = new Map<string, number>();
    return pairs.map(([each, fact]) => {
      const next = (last.get(each.writer) ?? 0) + 1;
      last.set(each.writer, next);
      return stamped({ ...each, seq: next }, fact);
    });
  });
