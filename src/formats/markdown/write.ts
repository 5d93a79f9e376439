import type { Case, Concept, Note, NotePart, Pack } from '#core/pack/model.ts';
import { frontMatter, yamlText } from './front-yaml.ts';
import type { Files } from './folder.ts';
import { settledConcept, settledPack } from './settle-pack.ts';
import { documentSource, headingSource } from './to-markdown.ts';
import {
  extras,
  itemSource,
  partsSource,
  referencesFront,
  some,
  writeScenario,
} from './write-scenario.ts';

type Languages = Pick<Pack, 'languages'>;

/**
 * The files of a pack: reading them gives the pack in its settled form, without revisions. Comments, silences and the
 * order of files are no part of a pack, and so of no file that is written here.
 * @param media pictures by the names that the texts use
 */
export function writePack(pack: Pack, media: ReadonlyMap<string, Uint8Array> = new Map()): Files {
  const settled = settledPack(pack);
  const files = new Map<string, string | Uint8Array>([['pack.yaml', writePackYaml(settled)]]);
  for (const note of settled.notes) files.set(`notes/${note.id}.md`, writeNote(note, settled));
  for (const one of settled.cases) files.set(`cases/${one.id}.md`, writeCase(one, settled));
  for (const concept of settled.concepts) {
    files.set(`concepts/${concept.id}/concept.md`, writeConcept(concept, settled));
    for (const scenario of concept.scenarios)
      files.set(`concepts/${concept.id}/${scenario.id}.md`, writeScenario(scenario, settled));
  }
  for (const [name, bytes] of media) files.set(`media/${name}`, bytes);
  return files;
}

/** `pack.yaml`: the head of a pack. */
function writePackYaml(pack: Pack): string {
  const { contact } = pack;
  return yamlText({
    uid: pack.uid,
    version: pack.version,
    released: pack.released,
    languages: pack.languages,
    title: pack.title,
    summary: pack.summary,
    authors: pack.authors,
    contact: Object.keys(contact).length === 0 ? undefined : contact,
    licence: pack.licence,
    address: pack.address,
    domains: pack.domains,
    terms: some(pack.terms) && Object.fromEntries(pack.terms.map(({ id, title }) => [id, title])),
    exam: pack.exam,
    covers: pack.covers,
    retired: some(pack.retired),
    ...extras(pack),
  });
}

/** A concept's own file. */
export function writeConcept(concept: Concept, { languages }: Languages): string {
  const { domain, note, claims, confusable, was, text } = settledConcept(languages, concept);
  const front = frontMatter({
    domain,
    note,
    claims: some(claims),
    confusable: some(confusable),
    was: some(was),
    ...extras(concept),
  });
  return (
    front + partsSource(languages, text, (one) => section(one.title, documentSource(one.rule)))
  );
}

const section = (title: string, body: string): string =>
  `${headingSource([title])}\n${body === '' ? '' : `${body}\n`}`;

/** A situation that several scenarios share. */
function writeCase({ text, ...rest }: Case, { languages }: Languages): string {
  const parts = partsSource(languages, text, (one) =>
    section(one.title, documentSource(one.situation)),
  );
  return frontMatter(extras(rest)) + parts;
}

/** A note, claim by claim. */
export function writeNote(note: Note, { languages }: Languages): string {
  const [source = ''] = languages;
  const front = frontMatter({
    published: note.published,
    checked: note.checked,
    references: referencesFront(note.references, source),
    claims:
      some(note.claims) &&
      Object.fromEntries(
        note.claims.map(({ id, references, ...claim }) => [
          id,
          { ...claim, references: some(references) },
        ]),
      ),
    retired: note.retired,
    ...extras(note),
  });
  return (
    front + partsSource(languages, note.text, ({ title, body }) => section(title, bodySource(body)))
  );
}

/** Claims have a bullet of their own, so that a list beside them does not run into theirs. */
function bodySource(body: readonly NotePart[]): string {
  const hasLists = body.some(
    (part) =>
      part.type === 'text' && part.blocks.some((block) => block.type === 'list' && !block.ordered),
  );
  const marks = { bullet: hasLists ? '+' : '-', box: '', end: '' };
  return body
    .map((part, index) => {
      const isFirst = part.type === 'text' || body[index - 1]?.type !== 'claim';
      const gap = index > 0 && isFirst ? '\n' : '';
      if (part.type === 'text') return gap + documentSource(part.blocks);
      const { id, says, today } = part;
      return gap + itemSource(marks, { id, text: says, ...(today ? { why: today } : {}) });
    })
    .join('\n');
}
