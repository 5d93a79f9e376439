import * as v from 'valibot';
import type { Block, Inline } from './document.ts';
import { verdictNames } from './model.ts';
import * as shape from './shape.ts';

/**
 * The shape of the interchange document. Strict: an unknown key is a problem, save `x-…`.
 * Only foreign files need it; what the build brings along is our own compiler's word.
 */

const slugs = v.array(shape.slug);
const image = v.pipe(v.string(), v.regex(/^[\w.-]+\.(?:png|jpg|jpeg|webp)$/, 'bad_image'));

const inlineSchema: v.GenericSchema<Inline> = v.lazy(() => inlineNode);
export const inlineNode = v.union([
  v.string(),
  v.variant('type', [
    shape.closed({ type: v.literal('emphasis'), children: v.array(inlineSchema) }),
    shape.closed({ type: v.literal('strong'), children: v.array(inlineSchema) }),
    shape.closed({ type: v.literal('mark'), children: v.array(inlineSchema) }),
    shape.closed({ type: v.literal('code'), text: v.string() }),
    shape.closed({
      type: v.literal('link'),
      url: shape.address,
      children: v.array(inlineSchema),
    }),
    shape.closed({
      type: v.literal('image'),
      source: image,
      alt: v.pipe(v.string(), v.regex(/\S/, 'image_without_alt')),
    }),
  ]),
]);

const line = v.array(inlineSchema);

const blockSchema: v.GenericSchema<Block> = v.lazy(() => blockNode);
export const blockNode = v.variant('type', [
  shape.closed({ type: v.literal('paragraph'), children: line }),
  shape.closed({
    type: v.literal('list'),
    ordered: v.boolean(),
    items: v.array(v.array(blockSchema)),
  }),
  shape.closed({
    type: v.literal('code'),
    text: v.string(),
    language: v.exactOptional(v.string()),
  }),
  shape.closed({
    type: v.literal('table'),
    head: v.array(line),
    rows: v.array(v.array(line)),
  }),
]);

const document = v.array(blockSchema);
const localized = <const T extends v.GenericSchema>(schema: T) =>
  v.record(shape.languageCode, schema);

const reference = shape.closed({
  id: shape.slug,
  url: shape.address,
  title: shape.localizedWords,
});

const claim = shape.closed({
  id: shape.slug,
  verdict: v.picklist(verdictNames),
  since: v.exactOptional(shape.date),
  references: slugs,
  unasked: v.exactOptional(shape.words),
});

const notePart = v.variant('type', [
  shape.closed({ type: v.literal('text'), blocks: document }),
  shape.closed({
    type: v.literal('claim'),
    id: shape.slug,
    says: line,
    today: v.exactOptional(document),
  }),
]);

const note = shape.closed({
  id: shape.slug,
  published: v.exactOptional(shape.published),
  checked: v.exactOptional(shape.checked),
  references: v.array(reference),
  claims: v.array(claim),
  retired: v.exactOptional(v.array(shape.slug)),
  text: localized(shape.closed({ title: shape.words, body: v.array(notePart) })),
});

const sharedCase = shape.closed({
  id: shape.slug,
  text: localized(shape.closed({ title: shape.words, situation: document })),
});

const option = shape.closed({
  id: shape.slug,
  right: v.boolean(),
  standsFor: v.exactOptional(shape.slug),
  never: v.exactOptional(v.literal(true)),
});

const scenarioText = shape.closed({
  situation: document,
  question: line,
  options: v.array(
    shape.closed({
      id: shape.slug,
      text: line,
      why: v.exactOptional(document),
      rightWhen: v.exactOptional(line),
    }),
  ),
  decides: document,
});

const revision = v.pipe(v.string(), v.regex(/^[\w-]{8}$/, 'bad_revision'));

const scenarioEntries = {
  id: shape.slug,
  was: slugs,
  case: v.exactOptional(shape.slug),
  reserve: v.boolean(),
  checked: v.exactOptional(shape.checked),
  references: v.array(reference),
  aged: v.array(shape.claimRef),
  textRev: revision,
  keyRev: revision,
  change: v.exactOptional(shape.closed({ was: shape.localizedWords, now: shape.localizedWords })),
  origin: v.exactOptional(shape.origin),
  text: localized(scenarioText),
} as const;

const answer = shape.closed({
  id: shape.slug,
  right: v.boolean(),
  texts: v.array(shape.words),
});

const scenario = v.variant('kind', [
  shape.closed({
    ...scenarioEntries,
    kind: v.literal('single'),
    options: v.array(option),
    pin: slugs,
  }),
  shape.closed({
    ...scenarioEntries,
    kind: v.literal('multiple'),
    choose: shape.choose,
    options: v.array(option),
    pin: slugs,
  }),
  shape.closed({ ...scenarioEntries, kind: v.literal('ordering'), steps: slugs, spare: slugs }),
  shape.closed({
    ...scenarioEntries,
    kind: v.literal('matching'),
    prompts: v.array(shape.closed({ id: shape.slug, choice: shape.slug })),
    choices: slugs,
  }),
  shape.closed({
    ...scenarioEntries,
    kind: v.literal('short'),
    compare: v.picklist(['prose', 'exact']),
    answers: v.array(answer),
  }),
]);

const concept = shape.closed({
  id: shape.slug,
  domain: shape.slug,
  note: v.exactOptional(shape.slug),
  claims: v.array(shape.claimRef),
  confusable: slugs,
  was: slugs,
  text: localized(shape.closed({ title: shape.words, rule: document })),
  scenarios: v.array(scenario),
});

export const packSchema = shape.closed({
  /** A schema's address, for editors. */
  $schema: v.exactOptional(v.string()),
  format: v.literal(1),
  uid: shape.packUid,
  version: shape.version,
  released: shape.date,
  languages: shape.languages,
  title: shape.localizedWords,
  summary: shape.localizedWords,
  authors: v.array(shape.author),
  contact: shape.contact,
  licence: shape.words,
  address: v.exactOptional(shape.secureAddress),
  domains: v.array(shape.domain),
  terms: v.array(shape.closed({ id: shape.slug, title: shape.localizedWords })),
  exam: v.exactOptional(shape.exam),
  covers: v.exactOptional(shape.covers),
  retired: v.array(shape.retiredId),
  notes: v.array(note),
  cases: v.array(sharedCase),
  concepts: v.array(concept),
});
