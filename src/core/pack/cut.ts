import { chance } from '#core/answer/grade.ts';
import type { Language } from '#core/language.ts';
import type {
  AgedClaim,
  ConceptChunk,
  ConceptIndex,
  NoteChunk,
  NoteIndex,
  PackIndex,
  PackKeys,
  ScenarioIndex,
} from './library.ts';
import type { Concept, Note, Pack, Scenario } from './model.ts';

/** Cuts the pieces out of a pack that the app loads one by one. */

const scenarioIndex = (scenario: Scenario): ScenarioIndex => ({
  id: scenario.id,
  kind: scenario.kind,
  chance: chance(scenario),
  reserve: scenario.reserve,
  ...(scenario.case === undefined ? {} : { case: scenario.case }),
  was: scenario.was,
  textRev: scenario.textRev,
  keyRev: scenario.keyRev,
});

const inOneLanguage = (scenario: Scenario, language: Language): Scenario | null => {
  const text = scenario.text[language];
  return text ? { ...scenario, text: { [language]: text } } : null;
};

const some = <T>(found: T | null | undefined): readonly T[] =>
  found === null || found === undefined ? [] : [found];

/** A concept in one language; null when it has no text there. */
export function conceptChunk(
  pack: Pack,
  concept: Concept,
  language: Language,
): ConceptChunk | null {
  const text = concept.text[language];
  if (!text) return null;
  const scenarios = concept.scenarios.flatMap((one) => some(inOneLanguage(one, language)));
  const cases = new Set(scenarios.flatMap((scenario) => some(scenario.case)));
  const aged = new Set(scenarios.flatMap((scenario) => scenario.aged));
  return {
    id: concept.id,
    language,
    title: text.title,
    rule: text.rule,
    cases: pack.cases
      .filter(({ id }) => cases.has(id))
      .flatMap((shared) => some(shared.text[language]).map((said) => ({ id: shared.id, ...said }))),
    scenarios,
    aged: [...aged].flatMap((ref) => some(agedClaim(pack, ref, language))),
  };
}

/** A claim with what is true today, found by `<note>#<claim>`. */
function agedClaim({ notes }: Pack, ref: string, language: Language): AgedClaim | null {
  const [noteId, claimId] = ref.split('#');
  const note = notes.find(({ id }) => id === noteId);
  const claim = note?.claims.find(({ id }) => id === claimId);
  const part = note?.text[language]?.body.find((one) => one.type === 'claim' && one.id === claimId);
  if (!note || !claim || part?.type !== 'claim') return null;
  return {
    ref,
    verdict: claim.verdict,
    ...(claim.since === undefined ? {} : { since: claim.since }),
    says: [{ type: 'paragraph', children: part.says }],
    today: part.today ?? [],
    references: note.references.filter(({ id }) => claim.references.includes(id)),
  };
}

export function noteChunk(note: Note, language: Language): NoteChunk | null {
  const text = note.text[language];
  return text ? { ...note, text: { [language]: text }, language } : null;
}

export const packKeys = ({ uid, concepts }: Pack): PackKeys => ({
  uid,
  scenarios: concepts.flatMap((concept) =>
    concept.scenarios.flatMap((scenario) =>
      scenario.kind === 'single' || scenario.kind === 'multiple'
        ? [{ concept: concept.id, id: scenario.id, options: scenario.options }]
        : [],
    ),
  ),
});

/** Titles of things by language. */
export const titlesOf = (texts: {
  readonly [language: Language]: { readonly title: string } | undefined;
}): { readonly [language: Language]: string } =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => (text ? [[language, text.title]] : [])),
  );

/** Where the chunks of a thing lie, by language. */
type Files = ConceptIndex['files'];

export const noteIndex = (note: Note, files: Files): NoteIndex => ({
  id: note.id,
  title: titlesOf(note.text),
  files,
});

export const conceptIndex = (concept: Concept, files: Files): ConceptIndex => ({
  id: concept.id,
  domain: concept.domain,
  ...(concept.note === undefined ? {} : { note: concept.note }),
  title: titlesOf(concept.text),
  confusable: concept.confusable,
  was: concept.was,
  scenarios: concept.scenarios.map(scenarioIndex),
  files,
});

/** The index of a pack, with those of its notes and concepts. */
export const packIndex = (
  pack: Pack,
  notes: readonly NoteIndex[],
  concepts: readonly ConceptIndex[],
): PackIndex => ({
  uid: pack.uid,
  version: pack.version,
  released: pack.released,
  languages: pack.languages,
  title: pack.title,
  summary: pack.summary,
  authors: pack.authors,
  contact: pack.contact,
  licence: pack.licence,
  ...(pack.address === undefined ? {} : { address: pack.address }),
  domains: pack.domains,
  terms: pack.terms,
  ...(pack.exam === undefined ? {} : { exam: pack.exam }),
  ...(pack.covers === undefined ? {} : { covers: pack.covers }),
  notes,
  concepts,
});
