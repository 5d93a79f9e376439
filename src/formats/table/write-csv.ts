import { localized, type Language } from '#core/language.ts';
import { documentText, lineText } from '#core/pack/document.ts';
import type { Concept, Pack, Scenario, ScenarioText } from '#core/pack/model.ts';
import { csvText } from './csv-text.ts';
import { ANSWER_HEADER } from './headers.ts';
import { kindCell } from './kinds.ts';

const letters = 'ABCDEFGHIJKL';

/** The letters of options by their ids, in the order of the first language. */
const lettersOf = (scenario: Scenario, source: Language): ReadonlyMap<string, string> =>
  new Map(
    (localized(scenario.text, source, source)?.options ?? []).map(({ id }, place) => [
      id,
      letters[place] ?? '',
    ]),
  );

function answerOf(scenario: Scenario, letter: ReadonlyMap<string, string>): string {
  const named = (ids: readonly string[]) => ids.map((id) => letter.get(id) ?? '').join(', ');
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return named(scenario.options.filter(({ right }) => right).map(({ id }) => id));
    case 'short':
      return named(scenario.answers.filter(({ right }) => right).map(({ id }) => id));
    case 'ordering':
      return named(scenario.steps);
    case 'matching':
      return scenario.prompts
        .map(({ id, choice }) => `${letter.get(id) ?? ''}-${letter.get(choice) ?? ''}`)
        .join(', ');
  }
}

interface Column {
  readonly name: string;
  readonly cell: (concept: Concept, scenario: Scenario) => string;
}

/** The same column for each language, side by side. */
const inEach = (
  pack: Pack,
  name: string,
  words: (text: ScenarioText, scenario: Scenario, language: Language) => string,
): readonly Column[] =>
  pack.languages.map((language) => ({
    name: `${name} (${language})`,
    cell: (_concept, scenario) => {
      const text = scenario.text[language];
      return text === undefined ? '' : words(text, scenario, language);
    },
  }));

function situationOf(
  pack: Pack,
  text: ScenarioText,
  scenario: Scenario,
  language: Language,
): string {
  const shared = pack.cases.find(({ id }) => id === scenario.case);
  const above = (shared && localized(shared.text, language)?.situation) ?? [];
  return documentText([...above, ...text.situation]);
}

function optionColumns(pack: Pack, source: Language, count: number): readonly Column[] {
  const places = Array.from(letters.slice(0, count));
  const option = (text: ScenarioText, scenario: Scenario, letter: string) => {
    const named = lettersOf(scenario, source);
    return text.options.find(({ id }) => named.get(id) === letter);
  };
  const each = (name: string, words: (found: ReturnType<typeof option>) => string) =>
    places.flatMap((letter) =>
      inEach(pack, `${name} ${letter}`, (text, scenario) => words(option(text, scenario, letter))),
    );
  return [
    ...each('option', (found) => lineText(found?.text ?? [])),
    ...each('reason', (found) => documentText(found?.why ?? [])),
    ...each('right when', (found) => lineText(found?.rightWhen ?? [])),
  ];
}

function columnsOf(pack: Pack): readonly Column[] {
  const source = pack.languages[0] ?? 'en';
  const scenarios = pack.concepts.flatMap((concept) => concept.scenarios);
  const count = Math.max(0, ...scenarios.map((scenario) => lettersOf(scenario, source).size));
  const domains = new Map(pack.domains.map((domain) => [domain.id, domain.title]));
  return [
    { name: 'id', cell: (concept, scenario) => `${concept.id}/${scenario.id}` },
    {
      name: 'kind',
      cell: (_concept, scenario) =>
        kindCell(scenario.kind, scenario.kind === 'short' && scenario.compare === 'exact'),
    },
    {
      name: 'domain',
      cell: ({ domain }) => localized(domains.get(domain) ?? {}, source) ?? domain,
    },
    { name: 'concept', cell: ({ id, text }) => localized(text, source)?.title ?? id },
    ...inEach(pack, 'situation', (text, scenario, language) =>
      situationOf(pack, text, scenario, language),
    ),
    ...inEach(pack, 'question', ({ question }) => lineText(question)),
    {
      name: ANSWER_HEADER,
      cell: (_concept, scenario) => answerOf(scenario, lettersOf(scenario, source)),
    },
    ...optionColumns(pack, source, count),
    ...inEach(pack, 'explanation', ({ decides }) => documentText(decides)),
  ];
}

/**
 * A pack as CSV: a row for each scenario, all languages side by side.
 */
export function writeCsv(pack: Pack): string {
  const columns = columnsOf(pack);
  const used = columns.filter(
    ({ name, cell }) =>
      !/^(?:reason|right when|explanation|situation)/.test(name) ||
      pack.concepts.some((concept) =>
        concept.scenarios.some((scenario) => cell(concept, scenario) !== ''),
      ),
  );
  const rows = pack.concepts.flatMap((concept) =>
    concept.scenarios.map((scenario) => used.map(({ cell }) => cell(concept, scenario))),
  );
  return csvText([used.map(({ name }) => name), ...rows]);
}
