import type { Language } from '#core/language.ts';
import { canonicalJson } from './canonical.ts';
import type { Pack, Scenario } from './model.ts';

/** A hash of a text: base64url SHA-256, of which a revision takes the first 8 characters. */
export type Digest = (text: string) => Promise<string>;

const LENGTH = 8;

/** What is right, without order where order does not matter, and without words save accepted answers. */
export function keyOf(scenario: Scenario): unknown {
  switch (scenario.kind) {
    case 'single':
    case 'multiple': {
      const { kind, options } = scenario;
      const right = options.filter((option) => option.right).map(({ id }) => id);
      const choose = scenario.kind === 'multiple' ? scenario.choose : 1;
      return {
        kind,
        choose,
        options: options.map(({ id }) => id).toSorted(),
        right: right.toSorted(),
      };
    }
    case 'ordering': {
      const { kind, steps, spare } = scenario;
      return { kind, steps, spare: spare.toSorted() };
    }
    case 'matching': {
      const { kind, prompts, choices } = scenario;
      const pairs = prompts.map(({ id, choice }) => `${id}=${choice}`).toSorted();
      return { kind, pairs, choices: choices.toSorted() };
    }
    case 'short': {
      const { kind, compare, answers } = scenario;
      const accepted = answers.filter(({ right }) => right).flatMap(({ texts }) => texts);
      return { kind, compare, accepted: [...new Set(accepted)].toSorted() };
    }
  }
}

/** All that a learner reads: every text of every language, the references, the claims that it corrects. */
const textOf = ({ text, references, aged }: Scenario): unknown => ({ text, references, aged });

async function revised(scenario: Scenario, digest: Digest): Promise<Scenario> {
  const [textRev, keyRev] = await Promise.all(
    [textOf(scenario), keyOf(scenario)].map((part) => digest(canonicalJson(part))),
  );
  if (textRev === undefined || keyRev === undefined) throw new Error('a digest came to nothing');
  return { ...scenario, textRev: textRev.slice(0, LENGTH), keyRev: keyRev.slice(0, LENGTH) };
}

/** The pack with the revisions of its scenarios, by which answers know what they answered. */
export async function withRevisions(pack: Pack, digest: Digest): Promise<Pack> {
  const concepts = await Promise.all(
    pack.concepts.map(async (concept) => ({
      ...concept,
      scenarios: await Promise.all(concept.scenarios.map((scenario) => revised(scenario, digest))),
    })),
  );
  return { ...pack, concepts };
}

/**
 * Changes when a text that is read with the scenario in this language changes, that of its case included; of eight
 * characters as the other revisions.
 */
export async function textRevOf(
  { cases }: Pack,
  scenario: Scenario,
  language: Language,
  digest: Digest,
): Promise<string> {
  const shown = cases.find(({ id }) => id === scenario.case)?.text[language];
  const text = scenario.text[language] ?? null;
  const read = shown === undefined ? text : { case: shown, text };
  return (await digest(canonicalJson(read))).slice(0, LENGTH);
}
