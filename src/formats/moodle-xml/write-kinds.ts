import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Option, OptionText, Scenario } from '#core/pack/model.ts';
import { lineText } from '#core/pack/document.ts';
import { lineToHtml } from '#formats/to-html.ts';
import { truths } from './choices.ts';
import { feedbackElement, fieldInside, inAll, textElement, type Ink } from './write-field.ts';

/** Elements of one kind, and what Moodle calls it. */
export interface Written {
  readonly type: string;
  readonly elements: readonly string[];
}

const optionIn =
  (scenario: Scenario, id: Slug) =>
  (language: Language): OptionText | undefined =>
    scenario.text[language]?.options.find((option) => option.id === id);

const keptOf = (scenario: Scenario, name: string): string | undefined => {
  const kept = scenario.origin?.format === 'moodle-xml' ? scenario.origin.kept : undefined;
  return kept && Object.hasOwn(kept, name) ? kept[name] : undefined;
};

/** Moodle takes these shares only. */
const shares = [100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10];

/** As they came, when they still fit the key; else equal shares, which wrong choices take away again. */
function fractionsOf(
  scenario: Scenario,
  options: readonly { readonly right: boolean }[],
): readonly number[] {
  const kept = keptOf(scenario, 'fractions')?.split(' ').map(Number) ?? [];
  const isFitting =
    kept.length === options.length &&
    options.every(({ right }, at) => !right || (kept[at] ?? 0) > 0) &&
    kept.every((fraction) => Number.isFinite(fraction) && Math.abs(fraction) <= 100);
  if (isFitting) return kept;
  const share = shares[options.filter(({ right }) => right).length - 1] ?? 10;
  if (scenario.kind !== 'multiple') return options.map(({ right }) => (right ? 100 : 0));
  return options.map(({ right }) => (right ? share : -share));
}

function answerElement(ink: Ink, scenario: Scenario, id: Slug, fraction: number): string {
  const option = optionIn(scenario, id);
  const text = fieldInside(
    ink,
    (language, dialect) => lineToHtml(option(language)?.text ?? [], dialect),
    true,
  );
  return `<answer fraction="${fraction}" format="html">${text}${feedbackElement(ink, option)}</answer>`;
}

/** `true` and `false` for two options that say just that; null otherwise. */
function truthOf(scenario: Scenario, { id }: Option): 'true' | 'false' | null {
  const words = [...truths].map(([language, pair]) => {
    const text = optionIn(scenario, id)(language)?.text;
    return text ? pair.indexOf(lineText(text)) : -1;
  });
  if (words.includes(0)) return 'true';
  return words.includes(1) ? 'false' : null;
}

function trueFalse(ink: Ink, scenario: Scenario<'single'>): Written | null {
  if (keptOf(scenario, 'type') !== 'truefalse' || scenario.options.length !== 2) return null;
  const words = scenario.options.map((option) => truthOf(scenario, option));
  if (words[0] === words[1] || words.includes(null)) return null;
  const elements = scenario.options.map(({ id, right }, at) => {
    const feedback = feedbackElement(ink, optionIn(scenario, id));
    return `<answer fraction="${right ? 100 : 0}"><text>${words[at]}</text>${feedback}</answer>`;
  });
  return { type: 'truefalse', elements };
}

function choices(ink: Ink, scenario: Scenario<'single' | 'multiple'>): Written {
  const fractions = fractionsOf(scenario, scenario.options);
  const answers = scenario.options.map(({ id }, at) =>
    answerElement(ink, scenario, id, fractions[at] ?? 0),
  );
  const single = `<single>${scenario.kind === 'single'}</single>`;
  return { type: 'multichoice', elements: [single, ...answers] };
}

function ordering(ink: Ink, scenario: Scenario<'ordering'>): Written {
  const usual = {
    layouttype: 'VERTICAL',
    selecttype: 'ALL',
    selectcount: '0',
    gradingtype: 'ALL_OR_NOTHING',
    showgrading: 'SHOW',
    numberingstyle: 'none',
  };
  const settings = Object.entries(usual).flatMap(([name, value]) =>
    keptOf(scenario, name) === undefined ? [`<${name}>${value}</${name}>`] : [],
  );
  const steps = scenario.steps.map((id, at) => answerElement(ink, scenario, id, at + 1));
  return { type: 'ordering', elements: [...settings, ...steps] };
}

function matching(ink: Ink, scenario: Scenario<'matching'>): Written {
  const isHtml = keptOf(scenario, 'type') === 'ddmatch';
  const choiceElement = (id: Slug) => {
    const option = optionIn(scenario, id);
    const text = isHtml
      ? fieldInside(ink, (language, dialect) => lineToHtml(option(language)?.text ?? [], dialect))
      : textElement(inAll(ink.languages, (language) => lineText(option(language)?.text ?? [])));
    return `<answer${isHtml ? ' format="html"' : ''}>${text}</answer>`;
  };
  const pair = (prompt: string, choice: Slug) =>
    `<subquestion format="html">${prompt}${choiceElement(choice)}</subquestion>`;
  const used = new Set(scenario.prompts.map(({ choice }) => choice));
  const pairs = scenario.prompts.map(({ id, choice }) => {
    const option = optionIn(scenario, id);
    const text = fieldInside(
      ink,
      (language, dialect) => lineToHtml(option(language)?.text ?? [], dialect),
      true,
    );
    return pair(text, choice);
  });
  const spare = scenario.choices
    .filter((id) => !used.has(id))
    .map((id) => pair('<text></text>', id));
  return { type: isHtml ? 'ddmatch' : 'matching', elements: [...pairs, ...spare] };
}

/** Moodle compares with what stands there, whatever language is chosen: each wording is an answer. */
function short(ink: Ink, scenario: Scenario<'short'>): Written {
  const wordings = scenario.answers.flatMap(({ id, right, texts }) =>
    texts.map((text) => ({ id, right, text })),
  );
  const fractions = fractionsOf(scenario, wordings);
  const answers = wordings.map(({ id, text }, at) => {
    const feedback = feedbackElement(ink, optionIn(scenario, id));
    const words = textElement(text.replaceAll('*', '\\*'));
    return `<answer fraction="${fractions[at] ?? 0}" format="plain_text">${words}${feedback}</answer>`;
  });
  const usecase = `<usecase>${scenario.compare === 'exact' ? 1 : 0}</usecase>`;
  return { type: 'shortanswer', elements: [usecase, ...answers] };
}

export function writeKind(ink: Ink, scenario: Scenario): Written {
  switch (scenario.kind) {
    case 'single':
      return trueFalse(ink, scenario) ?? choices(ink, scenario);
    case 'multiple':
      return choices(ink, scenario);
    case 'ordering':
      return ordering(ink, scenario);
    case 'matching':
      return matching(ink, scenario);
    case 'short':
      return short(ink, scenario);
  }
}
