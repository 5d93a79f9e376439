import type { Language } from '#core/language.ts';
import type { Claim, Note, Pack } from '#core/pack/model.ts';
import { error, type Finding, scenariosOf, textsOf, warning } from './rule.ts';

/** Every claim of a note has a verdict and a text, and is asked, corrected, or given up with a reason. */
export function claims(pack: Pack): readonly Finding[] {
  const asked = new Set([
    ...pack.concepts.flatMap((concept) => concept.claims),
    ...scenariosOf(pack).flatMap(({ scenario }) => scenario.aged),
  ]);
  return pack.notes.flatMap((note) => [
    ...note.claims.flatMap((claim) => coverage(note, claim, asked)),
    ...textsOf(pack, note.text).flatMap(([language]) => wording(note, language)),
  ]);
}

function coverage(note: Note, { id, unasked }: Claim, asked: ReadonlySet<string>): Finding[] {
  const claim = `${note.id}#${id}`;
  const at = ['notes', note.id, 'claims', id];
  if (!asked.has(claim) && unasked === undefined) return [error('claim_unasked', at, { claim })];
  if (asked.has(claim) && unasked !== undefined)
    return [warning('claim_asked_after_all', at, { claim })];
  return [];
}

/** The claims of the front matter are those of the text, and say what is true today where they do not hold. */
function wording(note: Note, language: Language): Finding[] {
  const parts = note.text[language]?.body.filter((part) => part.type === 'claim') ?? [];
  const written = new Map(parts.map((part) => [part.id, part]));
  const judged = new Set(note.claims.map(({ id }) => id));
  const at = (id: string) => ['notes', note.id, 'text', language, 'claims', id];
  const found = [...written.keys()]
    .filter((id) => !judged.has(id))
    .map((id) => error('claim_without_verdict', at(id), { id }));
  for (const { id, verdict } of note.claims) {
    const part = written.get(id);
    if (!part) found.push(error('claim_without_text', at(id), { id, language }));
    else if (!part.today && verdict !== 'holds')
      found.push(error('today_missing', at(id), { id, verdict, language }));
  }
  return found;
}

/** A scenario that corrects a claim shows what is true today: there must be something to show. */
export function agedClaims(pack: Pack): readonly Finding[] {
  const holds = new Set(
    pack.notes.flatMap((note) =>
      note.claims.filter(({ verdict }) => verdict === 'holds').map(({ id }) => `${note.id}#${id}`),
    ),
  );
  return scenariosOf(pack).flatMap(({ scenario, path }) =>
    scenario.aged
      .filter((claim) => holds.has(claim))
      .map((claim) => error('aged_claim_holds', [...path, 'aged'], { claim })),
  );
}
