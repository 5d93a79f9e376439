import * as v from 'valibot';
import { verdictNames } from '#core/pack/model.ts';
import * as shape from '#core/pack/shape.ts';

/** What may stand between the `---` lines of each sort of file, and in `pack.yaml`. */

const slugs = v.optional(v.array(shape.slug), []);
const claimRefs = v.optional(v.array(shape.claimRef), []);

const reference = shape.closed({
  id: shape.slug,
  url: shape.address,
  /** A plain title is in the source language. */
  title: v.union([shape.words, shape.localizedWords]),
});
const references = v.optional(v.array(reference), []);
export type FrontReference = v.InferOutput<typeof reference>;

const scenarioEntries = {
  checked: v.exactOptional(shape.checked),
  references,
  aged: claimRefs,
  was: slugs,
  case: v.exactOptional(shape.slug),
  reserve: v.optional(v.boolean(), false),
  origin: v.exactOptional(shape.origin),
  silence: v.optional(v.array(shape.closed({ code: v.string(), reason: shape.words })), []),
  change: v.exactOptional(
    shape.closed({
      kind: v.literal('answer'),
      was: shape.localizedWords,
      now: shape.localizedWords,
    }),
  ),
} as const;

export const scenarioFront = v.variant('kind', [
  shape.closed({ kind: v.literal('single'), pin: slugs, ...scenarioEntries }),
  shape.closed({
    kind: v.literal('multiple'),
    choose: shape.choose,
    pin: slugs,
    ...scenarioEntries,
  }),
  shape.closed({ kind: v.literal('ordering'), ...scenarioEntries }),
  shape.closed({ kind: v.literal('matching'), ...scenarioEntries }),
  shape.closed({
    kind: v.literal('short'),
    compare: v.picklist(['prose', 'exact']),
    ...scenarioEntries,
  }),
]);
export type ScenarioFront = v.InferOutput<typeof scenarioFront>;

export const conceptFront = shape.closed({
  domain: shape.slug,
  note: v.exactOptional(shape.slug),
  claims: claimRefs,
  confusable: slugs,
  was: slugs,
});

export const caseFront = shape.closed({});

const claim = shape.closed({
  verdict: v.picklist(verdictNames),
  since: v.exactOptional(shape.date),
  references: slugs,
  unasked: v.exactOptional(shape.words),
});

export const noteFront = shape.closed({
  /** A bare year is a number in YAML. */
  published: v.exactOptional(
    v.pipe(v.union([v.string(), v.number()]), v.transform(String), shape.published),
  ),
  claims: v.optional(v.record(shape.slug, claim), {}),
  /** A bare number is one in YAML. */
  retired: v.optional(
    v.array(v.pipe(v.union([v.string(), v.number()]), v.transform(String), shape.slug)),
    [],
  ),
  checked: v.exactOptional(shape.checked),
  references,
});

export const packYaml = shape.closed({
  uid: shape.packUid,
  version: shape.version,
  released: shape.date,
  languages: shape.languages,
  title: shape.localizedWords,
  summary: shape.localizedWords,
  authors: v.pipe(v.array(shape.author), v.minLength(1, 'no_author')),
  contact: v.optional(shape.contact, {}),
  licence: shape.words,
  address: v.exactOptional(shape.secureAddress),
  domains: v.pipe(v.array(shape.domain), v.minLength(1, 'no_domain')),
  terms: v.optional(v.record(shape.slug, shape.localizedWords), {}),
  exam: v.exactOptional(shape.exam),
  covers: v.exactOptional(shape.covers),
  retired: v.optional(v.array(shape.retiredId), []),
});
export type PackYaml = v.InferOutput<typeof packYaml>;
