import { lineText } from '#core/pack/document.ts';
import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type {
  KindName,
  Option,
  OptionText,
  Reference,
  Scenario,
  ScenarioBase,
  ScenarioText,
} from '#core/pack/model.ts';
import type { Aspect, Silence } from '#core/pack/source.ts';
import { readDocument } from './blocks.ts';
import { bodyDoubts, scenarioStandIns } from './doubts.ts';
import { scenarioFront, type FrontReference, type ScenarioFront } from './front.ts';
import type { Reading } from './inline.ts';
import { readItems, type Item } from './items.ts';
import { complain, mark, type Report } from './report.ts';
import { readParts, titleOf, type Part, type Section } from './sections.ts';
import { markable, readSheet, spotOf } from './tree.ts';
import { readYamlParts, type YamlParts } from './yaml.ts';

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly silences: readonly Silence[];
  /** What of the scenario stands for what could not be read: only a scenario without any is what its author wrote. */
  readonly doubts: ReadonlySet<Aspect>;
}

/** A plain title is in the source language. */
export const referencesOf = (
  references: readonly FrontReference[],
  source: Language,
): Reference[] =>
  references.map(({ id, url, title }) => ({
    id,
    url,
    title: typeof title === 'string' ? { [source]: title } : title,
  }));

/** A scenario's file, as far as it can be read; null when nothing in it can. */
export function readScenario(
  report: Report,
  raw: string,
  id: Slug,
  languages: readonly Language[],
): ReadScenario | null {
  const sheet = readSheet(report, raw);
  if (!sheet) return null;
  const reading: Reading = { report, sheet };
  const written = readParts(reading, languages).map((part) => readText(reading, part));
  const [source = ''] = languages;
  const items = written.find(({ language }) => language === source)?.items ?? [];
  const { value: front, faults } = checkedFront(reading, items, source, written);
  if (!front) return null;
  const texts = written.map(({ language, text }): [Language, ScenarioText] => [
    language,
    // A translation of commands may leave the list out: they are the same in every language.
    text.options.length === 0 && front.kind === 'short'
      ? { ...text, options: items.map((item) => ({ id: item.id, text: item.text })) }
      : text,
  ]);
  const base: ScenarioBase = {
    id,
    was: front.was,
    ...(front.case === undefined ? {} : { case: front.case }),
    reserve: front.reserve,
    ...(front.checked === undefined ? {} : { checked: front.checked }),
    references: referencesOf(front.references, source),
    aged: front.aged,
    textRev: '',
    keyRev: '',
    ...(front.origin === undefined ? {} : { origin: front.origin }),
    ...(front.change ? { change: { was: front.change.was, now: front.change.now } } : {}),
    text: Object.fromEntries(texts),
  };
  const silences = front.silence.map(({ code }) => ({ path: report.path, code }));
  return { scenario: withKey(base, front, items, written), silences, doubts: faults };
}

/** The front matter, and what of the scenario is in doubt. */
function checkedFront(
  { report, sheet }: Reading,
  items: readonly Item[],
  source: Language,
  written: readonly Written[],
): YamlParts<ScenarioFront> {
  const ofBody = report.problems.slice();
  const front = readYamlParts(report, scenarioFront, sheet.yaml, sheet.yamlLine, (sound) =>
    scenarioStandIns(sound, items),
  );
  const ofBoth = report.problems.length;
  if (front.value && !front.faults.has('kind'))
    checkItems(report, front.value.kind, source, written);
  const ofText = [...ofBody, ...report.problems.slice(ofBoth)];
  return { value: front.value, faults: new Set([...front.faults, ...bodyDoubts(ofText)]) };
}

interface Written {
  readonly language: Language;
  readonly items: readonly Item[];
  readonly text: ScenarioText;
}

/** `## !`; a question that says no more than that is written with a backslash. */
export const isDecides = ({ heading: { children } }: Section): boolean => {
  const [first, ...rest] = children;
  return first?.type === 'text' && rest.length === 0 && markable(first).trim() === '!';
};

function readText(reading: Reading, { language, spot, lead, sections }: Part): Written {
  const { report } = reading;
  const decides = sections.filter((section) => isDecides(section));
  const [question, ...extra] = sections.filter((section) => !decides.includes(section));
  for (const { heading } of [...extra, ...decides.slice(1)])
    complain(report, 'heading_not_allowed', spotOf(heading));
  if (!question) complain(report, 'question_missing', spot);
  const items = question ? readItems(reading, question.blocks) : [];
  for (const item of items) mark(report, ['text', language, 'options', item.id], item.spot);
  if (question) mark(report, ['text', language, 'question'], spotOf(question.heading));
  const options = items.map(({ id, text, why, rightWhen }): OptionText => ({
    id,
    text,
    ...(why ? { why } : {}),
    ...(rightWhen ? { rightWhen } : {}),
  }));
  const text = {
    situation: readDocument(reading, lead),
    question: question ? titleOf(reading, question) : [],
    options,
    decides: readDocument(reading, decides[0]?.blocks ?? []),
  };
  return { language, items, text };
}

/** What an item may carry in the source language; a translation carries none of it. */
interface Marks {
  readonly box: boolean;
  readonly pair: boolean;
  readonly term: boolean;
}

const marksOf: { readonly [K in KindName]: Marks } = {
  single: { box: true, pair: false, term: true },
  multiple: { box: true, pair: false, term: true },
  ordering: { box: false, pair: false, term: false },
  matching: { box: false, pair: true, term: false },
  short: { box: true, pair: false, term: false },
};
const noMarks: Marks = { box: false, pair: false, term: false };

function checkItems(
  report: Report,
  kind: KindName,
  source: Language,
  written: readonly Written[],
): void {
  for (const { language, items } of written) {
    const may = language === source ? marksOf[kind] : noMarks;
    for (const { id, spot, right, choice, standsFor, never } of items) {
      const hasBox = right !== undefined;
      if (may.box && !hasBox) complain(report, 'box_missing', spot, { id });
      if (hasBox && !may.box) complain(report, 'box_not_allowed', spot, { id });
      if (choice !== undefined && !may.pair) complain(report, 'pair_not_allowed', spot, { id });
      if ((standsFor !== undefined || never) && !may.term)
        complain(report, 'term_not_allowed', spot, { id });
    }
  }
}

const optionOf = ({ id, right, standsFor, never }: Item): Option => ({
  id,
  right: right === true,
  ...(standsFor === undefined ? {} : { standsFor }),
  ...(never ? { never } : {}),
});

function withKey(
  base: ScenarioBase,
  front: ScenarioFront,
  items: readonly Item[],
  written: readonly Written[],
): Scenario {
  switch (front.kind) {
    case 'single':
      return { ...base, kind: 'single', options: items.map(optionOf), pin: front.pin };
    case 'multiple': {
      const { choose, pin } = front;
      return { ...base, kind: 'multiple', choose, options: items.map(optionOf), pin };
    }
    case 'ordering': {
      const steps = items.filter(({ ordered }) => ordered).map(({ id }) => id);
      const spare = items.filter(({ ordered }) => !ordered).map(({ id }) => id);
      return { ...base, kind: 'ordering', steps, spare };
    }
    case 'matching': {
      const prompts = items.flatMap(({ id, choice }) =>
        choice === undefined ? [] : [{ id, choice }],
      );
      const choices = items.filter(({ choice }) => choice === undefined).map(({ id }) => id);
      return { ...base, kind: 'matching', prompts, choices };
    }
    case 'short':
      return { ...base, kind: 'short', compare: front.compare, answers: answersOf(items, written) };
  }
}

/** The answers of the source, each with its wordings in all languages. */
const answersOf = (items: readonly Item[], written: readonly Written[]) =>
  items.map(({ id, right }) => {
    const wordings = written.flatMap((one) => one.items.filter((item) => item.id === id));
    const texts = [...new Set(wordings.map((item) => lineText(item.text).trim()))];
    return { id, right: right === true, texts };
  });
