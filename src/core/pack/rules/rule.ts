import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Concept, Option, Pack, Scenario, ScenarioText } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import type { Path } from '#core/pack/source.ts';
import { remembered } from '#core/remembered.ts';

/** What a rule found; its place in a file is worked out by the doctor. */
export type Finding = Pick<Problem, 'severity' | 'code' | 'path' | 'params'>;

/** One thing that the doctor knows about packs. */
export type Rule = (pack: Pack) => readonly Finding[];

export const error = (code: string, path: Path, params: Problem['params'] = {}): Finding => ({
  severity: 'error',
  code,
  path,
  params,
});

export const warning = (code: string, path: Path, params: Problem['params'] = {}): Finding => ({
  severity: 'warning',
  code,
  path,
  params,
});

/** A scenario where it stands. */
export interface Placed {
  readonly concept: Concept;
  readonly scenario: Scenario;
  readonly path: Path;
}

export const scenariosOf = ({ concepts }: Pack): readonly Placed[] =>
  concepts.flatMap((concept) =>
    concept.scenarios.map((scenario) => ({
      concept,
      scenario,
      path: ['concepts', concept.id, 'scenarios', scenario.id],
    })),
  );

/** A rule that looks at one scenario at a time. */
export const eachScenario =
  (rule: (placed: Placed, pack: Pack) => readonly Finding[]): Rule =>
  (pack) =>
    scenariosOf(pack).flatMap((placed) => rule(placed, pack));

/**
 * The same of a rule that sees nothing of the pack but its languages: of a scenario that has not changed it finds
 * what it found before.
 */
export function eachScenarioAlone(
  rule: (placed: Placed, languages: Pick<Pack, 'languages'>) => readonly Finding[],
): Rule {
  const remember = remembered<readonly Finding[]>();
  return eachScenario((placed, { languages }) =>
    remember(placed.scenario, [...placed.path, ...languages].join('/'), () =>
      rule(placed, { languages }),
    ),
  );
}

/** The texts of something, language by language, where they are there. */
export const textsOf = <T>(
  pack: Pick<Pack, 'languages'>,
  texts: { readonly [language: Language]: T | undefined },
): readonly (readonly [Language, T])[] =>
  pack.languages.flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [[language, text] as const];
  });

export const sourceOf = ({ languages }: Pick<Pack, 'languages'>): Language => languages[0] ?? '';

/** The options of `single` and `multiple`; the other kinds have none. */
export const optionsOf = (scenario: Scenario): readonly Option[] =>
  scenario.kind === 'single' || scenario.kind === 'multiple' ? scenario.options : [];

/** All ids that a scenario shows: options, steps, prompts and choices, answers. */
export function shownIds(scenario: Scenario): readonly Slug[] {
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return scenario.options.map(({ id }) => id);
    case 'ordering':
      return [...scenario.steps, ...scenario.spare];
    case 'matching':
      return [...scenario.prompts.map(({ id }) => id), ...scenario.choices];
    case 'short':
      return scenario.answers.map(({ id }) => id);
  }
}

export const optionPath = (path: Path, language: Language, id: Slug): Path => [
  ...path,
  'text',
  language,
  'options',
  id,
];

export const optionText = (text: ScenarioText, id: Slug) =>
  text.options.find((option) => option.id === id);
