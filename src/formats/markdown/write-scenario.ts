import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { OptionText, Pack, Reference, Scenario, ScenarioText } from '#core/pack/model.ts';
import { frontMatter } from './front-yaml.ts';
import { settledScenario } from './settle-pack.ts';
import { documentSource, headingSource, lineSource } from './to-markdown.ts';

/** A list that says nothing when it is empty. */
export const some = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

/** What a schema does not know and keeps. */
export const extras = (value: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key.startsWith('x-')));

/** A title in the source language alone needs no code. */
export const referencesFront = (references: readonly Reference[], source: Language) =>
  some(
    references.map(({ id, url, title }) => {
      const [only, ...rest] = Object.keys(title);
      return { id, url, title: only === source && rest.length === 0 ? title[source] : title };
    }),
  );

/** Lines with the same beginning, without blanks behind it where a line is empty. */
export const prefixed = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n');

/** Marks of an option in the source language: what stands before and behind its words. */
interface Marks {
  readonly bullet: string;
  readonly box: string;
  readonly end: string;
}

/** An option, step, prompt, choice, answer or claim, with its reasons below. */
export function itemSource(marks: Marks, { id, text, why, rightWhen }: OptionText): string {
  const head = `${marks.bullet} ${marks.box}(${id}) ${lineSource(text)}${marks.end}`.trimEnd();
  const indent = ' '.repeat(marks.bullet.length + 1);
  const reason = why && why.length > 0 ? documentSource(why) : '';
  const when = rightWhen && rightWhen.length > 0 ? lineSource(rightWhen) : '';
  return [
    head,
    ...(reason === '' ? [] : [prefixed(reason, `${indent}> `)]),
    ...(when === '' ? [] : [`${indent}>> ${when}`]),
  ].join('\n');
}

const box = (right: boolean): string => (right ? '[x] ' : '[ ] ');

function marksIn(scenario: Scenario, isSource: boolean): (id: Slug) => Marks {
  const none = { bullet: '-', box: '', end: '' };
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return (id) => {
        const option = scenario.options.find((one) => one.id === id);
        if (!isSource || !option) return none;
        const term = option.standsFor === undefined ? '' : ` {=${option.standsFor}}`;
        return { ...none, box: box(option.right), end: `${term}${option.never ? ' {never}' : ''}` };
      };
    case 'ordering':
      return (id) => {
        const step = scenario.steps.indexOf(id);
        return step < 0 ? none : { ...none, bullet: `${step + 1}.` };
      };
    case 'matching':
      return (id) => {
        const prompt = scenario.prompts.find((one) => one.id === id);
        return isSource && prompt ? { ...none, end: ` => (${prompt.choice})` } : none;
      };
    case 'short':
      return (id) => {
        const right = scenario.answers.some((one) => one.id === id && one.right);
        return isSource ? { ...none, box: box(right) } : none;
      };
  }
}

/** Groups of ids that stand apart: prompts and choices. */
const isChoice = (scenario: Scenario, id: Slug): boolean =>
  scenario.kind === 'matching' && scenario.choices.includes(id);

function optionsSource(scenario: Scenario, { options }: ScenarioText, isSource: boolean): string {
  const marks = marksIn(scenario, isSource);
  return options
    .map((option, index) => {
      const before = options[index - 1];
      const isGap = before && isChoice(scenario, option.id) && !isChoice(scenario, before.id);
      return `${isGap ? '\n' : ''}${itemSource(marks(option.id), option)}`;
    })
    .join('\n');
}

function textSource(scenario: Scenario, text: ScenarioText, isSource: boolean): string {
  const situation = documentSource(text.situation);
  const decides = documentSource(text.decides);
  const options = optionsSource(scenario, text, isSource);
  return [
    ...(situation === '' ? [] : [situation, '']),
    headingSource(text.question),
    ...(options === '' ? [] : ['', options]),
    ...(decides === '' ? [] : ['', '## !', decides]),
    '',
  ].join('\n');
}

/** One part for each language that there is. */
export const partsSource = <T>(
  languages: readonly Language[],
  text: { readonly [language: Language]: T | undefined },
  source: (one: T, language: Language) => string,
): string =>
  languages
    .flatMap((language) => {
      const one = text[language];
      return one === undefined ? [] : [`# ${language}\n${source(one, language)}`];
    })
    .join('\n');

/** The file of a scenario. */
export function writeScenario(scenario: Scenario, { languages }: Pick<Pack, 'languages'>): string {
  const settled = settledScenario(languages, scenario);
  const [source = ''] = languages;
  const { change } = settled;
  const front = frontMatter({
    kind: settled.kind,
    ...(settled.kind === 'multiple' ? { choose: settled.choose } : {}),
    ...(settled.kind === 'short' ? { compare: settled.compare } : {}),
    case: settled.case,
    reserve: settled.reserve ? true : undefined,
    checked: settled.checked,
    references: referencesFront(settled.references, source),
    aged: some(settled.aged),
    ...('pin' in settled ? { pin: some(settled.pin) } : {}),
    was: some(settled.was),
    change: change ? { kind: 'answer', ...change } : undefined,
    origin: settled.origin,
    ...extras(settled),
  });
  const parts = partsSource(languages, settled.text, (text, language) =>
    textSource(settled, text, language === source),
  );
  return front + parts;
}
