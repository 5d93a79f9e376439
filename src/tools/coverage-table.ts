import type { Concept, Note, Pack } from '#core/pack/model.ts';
import { lineText } from '#core/pack/document.ts';

const LANGUAGE = 'en';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

const list = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');

/** Who asks a claim, and which scenarios correct it. */
function askedBy(concepts: readonly Concept[], claim: string): string {
  const asking = concepts.filter(({ claims }) => claims.includes(claim)).map(({ id }) => id);
  const correcting = concepts.flatMap(({ id, scenarios }) =>
    scenarios.filter(({ aged }) => aged.includes(claim)).map((scenario) => `${id}/${scenario.id}`),
  );
  return [list(asking), ...(correcting.length > 0 ? [`corrected by ${list(correcting)}`] : [])]
    .filter((part) => part !== '')
    .join('; ');
}

function noteTable({ concepts }: Pack, note: Note): string {
  const text = note.text[LANGUAGE];
  const rows = note.claims.map(({ id, verdict, since, unasked }) => {
    const part = text?.body.find((each) => each.type === 'claim' && each.id === id);
    const says = part?.type === 'claim' ? lineText(part.says) : '';
    const asked = askedBy(concepts, `${note.id}#${id}`);
    const judged = since === undefined ? verdict : `${verdict} since ${since}`;
    const why = unasked === undefined ? '' : `not asked: ${unasked}`;
    return `| ${[id, says, judged, asked === '' ? why : asked].map(cell).join(' | ')} |`;
  });
  return [
    `### ${text?.title ?? note.id} (\`${note.id}\`)`,
    '',
    '| | claim | verdict | asked by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function totals({ notes, concepts }: Pack): string {
  const claims = notes.flatMap((note) => note.claims.map((claim) => ({ note, claim })));
  const asked = claims.filter(
    ({ note, claim }) => askedBy(concepts, `${note.id}#${claim.id}`) !== '',
  );
  const changed = claims.filter(({ claim }) => claim.verdict !== 'holds');
  return `${claims.length} claims in ${notes.length} notes: ${asked.length} asked or corrected, ${claims.length - asked.length} not asked; ${changed.length} do not simply hold today.`;
}

/** What becomes of each claim that the notes make, as a document in Markdown. */
export const coverageDocument = (
  packs: readonly { readonly name: string; readonly pack: Pack }[],
): string =>
  [
    '# What becomes of each claim',
    '',
    'Every note is taken apart into claims; each is judged by what is true today, and asked by a concept, corrected by a scenario, or left out with its reason. Written by `npm run packs -- --coverage`; `npm run packs` says when it is out of date.',
    '',
    ...packs
      .filter(({ pack }) => pack.notes.length > 0)
      .flatMap(({ name, pack }) => [
        `## ${pack.title[LANGUAGE] ?? name} (\`${name}\`)`,
        '',
        totals(pack),
        '',
        ...pack.notes.map((note) => noteTable(pack, note)),
      ]),
  ].join('\n');
