/** A folder, file, option, domain or term name: `[a-z0-9-]{1,64}`. */
export type Slug = string;

/** A pack's `uid`: random, made once, never changed. */
export type PackUid = string;

/** What memory is kept for: `<pack uid>/<concept>`. */
export type ConceptKey = string & { readonly __brand: 'ConceptKey' };

/** What evidence is kept for: `<pack uid>/<concept>/<scenario>`. */
export type ScenarioKey = string & { readonly __brand: 'ScenarioKey' };

const SLUG = /^[a-z0-9-]{1,64}$/;

export const isSlug = (text: string): boolean => SLUG.test(text);

export const conceptKey = (pack: PackUid, concept: Slug): ConceptKey =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand's constructor
  `${pack}/${concept}` as ConceptKey;

export const scenarioKey = (pack: PackUid, concept: Slug, scenario: Slug): ScenarioKey =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand's constructor
  `${pack}/${concept}/${scenario}` as ScenarioKey;

/** The same, of a concept whose key is at hand. */
export const scenarioBelow = (concept: ConceptKey, scenario: Slug): ScenarioKey =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand's constructor
  `${concept}/${scenario}` as ScenarioKey;

/** The concept that a scenario belongs to. */
export const conceptOf = (scenario: ScenarioKey): ConceptKey =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand's constructor
  scenario.slice(0, scenario.lastIndexOf('/')) as ConceptKey;
