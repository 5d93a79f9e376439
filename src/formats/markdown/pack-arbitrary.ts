import * as fc from 'fast-check';
import type { Language } from '#core/language.ts';
import type { Case, Concept, Note, Pack } from '#core/pack/model.ts';
import {
  checked,
  date,
  inEach,
  maybe,
  references,
  scenarioIn,
  slug,
  slugs,
} from './scenario-arbitrary.ts';
import { settledPack } from './settle-pack.ts';
import { address, document, someDocument, someLine, words } from './text-arbitrary.ts';

/** Packs of every kind, with words that are full of marks, for laws to be tried on. */

const conceptIn = (languages: readonly Language[]): fc.Arbitrary<Concept> =>
  fc
    .tuple(
      fc.record({
        id: slug,
        domain: slug,
        claims: fc.subarray(['a#1', 'b#2']),
        confusable: slugs,
        was: slugs,
        text: inEach(languages, fc.record({ title: words, rule: someDocument })),
        scenarios: fc.array(scenarioIn(languages), { maxLength: 2 }),
      }),
      maybe('note', slug),
    )
    .map(([concept, note]) => Object.assign(concept, note));

const notePart = fc.oneof(
  fc.record({ type: fc.constant('text' as const), blocks: document }),
  fc.record(
    { type: fc.constant('claim' as const), id: slug, says: someLine, today: someDocument },
    { requiredKeys: ['type', 'id', 'says'] },
  ),
);

const noteIn = (languages: readonly Language[]): fc.Arbitrary<Note> =>
  fc
    .tuple(
      fc.record({
        id: slug,
        references: references(languages),
        claims: fc.array(
          fc.record(
            {
              id: slug,
              verdict: fc.constantFrom('holds' as const, 'outdated' as const),
              since: date,
              references: slugs,
              unasked: words,
            },
            { requiredKeys: ['id', 'verdict', 'references'] },
          ),
          { maxLength: 3 },
        ),
        retired: fc.constantFrom(['7', '12'], ['2']),
        text: inEach(
          languages,
          fc.record({
            title: words,
            body: fc.uniqueArray(notePart, {
              maxLength: 4,
              selector: (part) => (part.type === 'claim' ? part.id : part),
            }),
          }),
        ),
      }),
      maybe('published', fc.constantFrom('2014', '2014-05', '2014-05-06')),
      maybe('checked', checked),
    )
    .map(([note, ...parts]) => Object.assign(note, ...parts));

const caseIn = (languages: readonly Language[]): fc.Arbitrary<Case> =>
  fc.record({
    id: slug,
    text: inEach(languages, fc.record({ title: words, situation: someDocument })),
  });

/** The pictures that the packs show. */
export const pictures: ReadonlyMap<string, Uint8Array> = new Map(
  ['door.png', 'a_b.jpg'].map((name) => [
    name,
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  ]),
);

/** A mock exam, and what there is of a real one; the task is a text that looks like a number. */
const ofExams: Pick<Pack, 'exam' | 'covers'> = {
  exam: {
    title: { en: 'Exam' },
    questions: 20,
    minutes: 30,
    pass: 70,
    kinds: ['single', 'matching'],
    scale: { min: 100, max: 1000, pass: 720 },
    retake: { days: 14 },
  },
  covers: { 'some-exam': { tides: { secure: ['1.1', '3.10'], other: [] } } },
};

/** A pack as it comes from anywhere: with breaks in its lines, empty nodes, marks in marks. */
export const rawPack: fc.Arbitrary<Pack> = fc
  .constantFrom<readonly Language[]>(['en'], ['en', 'ja'], ['ja', 'en', 'pt-BR'])
  .chain((languages) =>
    fc.tuple(
      fc.record({
        format: fc.constant(1 as const),
        uid: fc.constant('abcdefgh1234'),
        version: fc.constant('1.0.0'),
        released: date,
        languages: fc.constant(languages),
        title: inEach(languages, words),
        summary: inEach(languages, words),
        authors: fc.array(fc.record({ name: words, url: address }, { requiredKeys: ['name'] }), {
          minLength: 1,
          maxLength: 2,
        }),
        contact: fc.constantFrom(
          {},
          { mail: 'a@example.org' },
          { issues: 'https://example.org/new' },
        ),
        licence: words,
        domains: fc.array(
          fc.record({ id: slug, title: inEach(languages, words), weight: fc.nat(100) }),
          { minLength: 1, maxLength: 2 },
        ),
        terms: fc.array(fc.record({ id: slug, title: inEach(languages, words) }), { maxLength: 3 }),
        retired: fc.subarray(['old', 'old/one']),
        notes: fc.array(noteIn(languages), { maxLength: 2 }),
        cases: fc.array(caseIn(languages), { maxLength: 2 }),
        concepts: fc.array(conceptIn(languages), { maxLength: 2 }),
      }),
      fc.constantFrom({}, ofExams),
    ),
  )
  .map(([pack, exams]) => ({ ...pack, ...exams }));

/** A pack in the form in which files hold it. */
export const anyPack: fc.Arbitrary<Pack> = rawPack.map(settledPack);
