import type { Slug } from '#core/ids.ts';
import type { Event, Fact } from '#core/journal/event.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { KindMap, KindName, ScenarioBase } from '#core/pack/model.ts';
import { instant, type Clock, type Instant } from '#core/time.ts';
import { asStudied, type StudiedScenario } from './pick.ts';

/** What the tests of the engine are made of; nothing of it is in the app. */

const DAY = 86_400_000;

/** Noon of a study day in UTC, or so many minutes later. */
export const noon = (day: number, minutes = 0): Clock => ({
  at: instant(day * DAY + DAY / 2 + minutes * 60_000),
  offset: 0,
});

interface Size {
  readonly uid?: string;
  readonly concepts?: number;
  readonly scenarios?: number;
  readonly domains?: number;
}

const numbered = (count: number, letter: string): Slug[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i}`);

/** A pack of concepts `c0`, `c1` …, each with scenarios `s0`, `s1` …, in domains `d0`, `d1` … in turn. */
export function samplePack({
  uid = 'pack',
  concepts = 12,
  scenarios = 3,
  domains = 2,
}: Size = {}): PackIndex {
  return {
    uid,
    version: '1.0.0',
    released: '2026-11-20',
    languages: ['en'],
    title: { en: uid },
    summary: { en: '' },
    authors: [],
    contact: {},
    licence: 'CC-BY-4.0',
    domains: numbered(domains, 'd').map((id) => ({ id, title: {}, weight: 100 / domains })),
    terms: [],
    notes: [],
    concepts: numbered(concepts, 'c').map((id, i) => ({
      id,
      domain: `d${i % domains}`,
      title: { en: id },
      confusable: [],
      was: [],
      files: {},
      scenarios: numbered(scenarios, 's').map((scenario) => ({
        id: scenario,
        kind: 'single',
        chance: 0.25,
        reserve: false,
        was: [],
        textRev: 't1',
        keyRev: 'k1',
      })),
    })),
  };
}

/** A scenario that study may show. */
export function studied(id: Slug): StudiedScenario {
  const scenario = asStudied({ id, reserve: false });
  if (scenario === null) throw new Error('it is kept for exams');
  return scenario;
}

type Concepts = PackIndex['concepts'];

/** The pack with one concept changed. */
export const withConcept = (
  pack: PackIndex,
  id: Slug,
  change: Partial<Concepts[number]>,
): PackIndex => ({
  ...pack,
  concepts: pack.concepts.map((concept) =>
    concept.id === id ? { ...concept, ...change } : concept,
  ),
});

const base = (id: Slug): ScenarioBase => ({
  id,
  was: [],
  reserve: false,
  checked: { on: '2026-11-20', how: 'live' },
  references: [],
  aged: [],
  textRev: 't1',
  keyRev: 'k1',
  text: {},
});

/** A scenario of any kind without words. */
export const sampleScenario = <K extends KindName>(
  kind: K,
  rest: KindMap[K],
  id: Slug = 's0',
): ScenarioBase & { readonly kind: K } & KindMap[K] => Object.assign(base(id), { kind }, rest);

/** One of four; `a` is right. */
export const sampleSingle = (id: Slug = 's0') =>
  sampleScenario(
    'single',
    {
      options: ['a', 'b', 'c', 'd'].map((option) => ({ id: option, right: option === 'a' })),
      pin: [],
    },
    id,
  );

type Answered = Event<'answered'>;

/** A right and fairly sure answer to `pack/c0/s0`, with what matters to the test put in its place. */
export function answered(
  seq: number,
  at: Clock | Instant,
  change: Partial<Omit<Answered, 'type'>> = {},
): Answered {
  const clock = typeof at === 'number' ? { at, offset: 0 } : at;
  const right = change.right ?? true;
  return {
    type: 'answered',
    writer: 'writer0001',
    seq,
    epoch: 0,
    ...clock,
    pack: 'pack',
    concept: 'c0',
    scenario: 's0',
    textRev: 't1',
    keyRev: 'k1',
    shown: ['a', 'b', 'c', 'd'],
    response: { kind: 'single', chosen: right ? 'a' : 'b' },
    right,
    confidence: 'fairly-sure',
    latency: 20_000,
    language: 'en',
    session: 'one',
    mode: 'study',
    ...change,
  };
}

/** A fact as an event of the same writer. */
export const happened = (seq: number, clock: Clock, fact: Fact): Event => ({
  ...fact,
  ...clock,
  writer: 'writer0001',
  seq,
  epoch: 0,
});
