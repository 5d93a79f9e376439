import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Concept, Note } from '#core/pack/model.ts';
import type { Files } from './folder.ts';
import { slugOf } from './slug.ts';
import { newScenarioFile } from './new-files.ts';
import { writeConcept, writeNote } from './write.ts';

/** A note as it was pasted, and the claims that a teacher has marked in it. */
export interface PastedNote {
  readonly title: string;
  readonly text: string;
  readonly claims: readonly string[];
}

interface Place {
  readonly languages: readonly Language[];
  readonly domain: Slug;
  readonly notes: ReadonlySet<Slug>;
  readonly concepts: ReadonlySet<Slug>;
}

function freeId(wanted: Slug, otherwise: Slug, taken: ReadonlySet<Slug>): Slug {
  const base = wanted === '' ? otherwise : wanted;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The files of a note, and for each claim a concept that comes from it, with an empty scenario to fill. */
export function noteFiles({ title, text, claims }: PastedNote, place: Place): Files {
  const { languages, domain } = place;
  const [source = ''] = languages;
  const id = freeId(slugOf(title), 'note', place.notes);
  const paragraphs = text
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((part) => part !== '');
  const lines = claims.map(oneLine);
  const note: Note = {
    id,
    references: [],
    claims: lines.map((_line, index) => ({
      id: String(index + 1),
      verdict: 'holds',
      references: [],
    })),
    text: {
      [source]: {
        title: oneLine(title),
        body: [
          {
            type: 'text',
            blocks: paragraphs.map((part) => ({ type: 'paragraph', children: [part] })),
          },
          ...lines.map((line, index) => ({
            type: 'claim' as const,
            id: String(index + 1),
            says: [line],
          })),
        ],
      },
    },
  };
  const files = new Map<string, string>([[`notes/${id}.md`, writeNote(note, { languages })]]);
  const taken = new Set(place.concepts);
  for (const [index, line] of lines.entries()) {
    const concept = conceptOf(line, freeId(slugOf(line), 'concept', taken), {
      domain,
      source,
      note: id,
      claim: index + 1,
    });
    taken.add(concept.id);
    files.set(`concepts/${concept.id}/concept.md`, writeConcept(concept, { languages }));
    files.set(`concepts/${concept.id}/scenario-1.md`, newScenarioFile('single', languages));
  }
  return files;
}

interface Origin {
  readonly domain: Slug;
  readonly source: Language;
  readonly note: Slug;
  readonly claim: number;
}

/** What is remembered is the claim itself, until the teacher says it better. */
const conceptOf = (line: string, id: Slug, { domain, source, note, claim }: Origin): Concept => ({
  id,
  domain,
  note,
  claims: [`${note}#${claim}`],
  confusable: [],
  was: [],
  text: {
    [source]: {
      title: line.slice(0, 80),
      rule: [{ type: 'paragraph', children: [line] }],
    },
  },
  scenarios: [],
});
