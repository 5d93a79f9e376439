import type { Slug } from '#core/ids.ts';
import type { Pack } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import { error, type Finding, optionsOf, scenariosOf } from './rule.ts';

/** Every id of the pack that something may point at. */
interface Known {
  readonly domains: ReadonlySet<Slug>;
  readonly concepts: ReadonlySet<Slug>;
  readonly cases: ReadonlySet<Slug>;
  readonly notes: ReadonlySet<Slug>;
  /** `<note>#<claim>`. */
  readonly claims: ReadonlySet<string>;
  /** Terms and concepts: what an option may stand for. */
  readonly terms: ReadonlySet<Slug>;
}

const idsOf = (things: readonly { readonly id: Slug }[]): Slug[] => things.map(({ id }) => id);

const knownIn = ({ domains, concepts, cases, notes, terms }: Pack): Known => ({
  domains: new Set(idsOf(domains)),
  concepts: new Set(idsOf(concepts)),
  cases: new Set(idsOf(cases)),
  notes: new Set(idsOf(notes)),
  claims: new Set(notes.flatMap((note) => note.claims.map((claim) => `${note.id}#${claim.id}`))),
  terms: new Set([...idsOf(terms), ...idsOf(concepts)]),
});

const unknown = (
  code: string,
  path: Path,
  ids: readonly string[],
  known: ReadonlySet<string>,
): Finding[] => ids.filter((id) => !known.has(id)).map((id) => error(code, path, { id }));

const some = (id: Slug | undefined): readonly Slug[] => (id === undefined ? [] : [id]);

/** What is pointed at exists. */
export function names(pack: Pack): readonly Finding[] {
  const known = knownIn(pack);
  return [...ofConcepts(pack, known), ...ofScenarios(pack, known), ...ofNotes(pack)];
}

const ofConcepts = ({ concepts }: Pack, known: Known): Finding[] =>
  concepts.flatMap(({ id, domain, note, claims, confusable }) => {
    const at = ['concepts', id];
    return [
      ...unknown('unknown_domain', [...at, 'domain'], [domain], known.domains),
      ...unknown('unknown_note', [...at, 'note'], some(note), known.notes),
      ...unknown('unknown_claim', [...at, 'claims'], claims, known.claims),
      ...unknown('unknown_concept', [...at, 'confusable'], confusable, known.concepts),
      ...(confusable.includes(id) ? [error('confusable_itself', [...at, 'confusable'])] : []),
    ];
  });

const ofScenarios = (pack: Pack, known: Known): Finding[] =>
  scenariosOf(pack).flatMap(({ scenario, path }) => [
    ...unknown('unknown_case', [...path, 'case'], some(scenario.case), known.cases),
    ...unknown('unknown_claim', [...path, 'aged'], scenario.aged, known.claims),
    ...optionsOf(scenario).flatMap(({ id, standsFor }) =>
      unknown(
        'unknown_term',
        [...path, 'text', pack.languages[0] ?? '', 'options', id],
        some(standsFor),
        known.terms,
      ),
    ),
  ]);

const ofNotes = ({ notes }: Pack): Finding[] =>
  notes.flatMap((note) => {
    const references = new Set(idsOf(note.references));
    return note.claims.flatMap((claim) =>
      unknown(
        'unknown_reference',
        ['notes', note.id, 'claims', claim.id],
        claim.references,
        references,
      ),
    );
  });
