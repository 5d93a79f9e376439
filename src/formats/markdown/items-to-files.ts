import type { Slug } from '#core/ids.ts';
import { localized, type Language, type Localized } from '#core/language.ts';
import { lineText, type Document, type Line } from '#core/pack/document.ts';
import type { Concept, Scenario, ScenarioText } from '#core/pack/model.ts';
import type { Imported, ImportedQuestion } from '#formats/imported.ts';
import type { Files } from './folder.ts';
import { settledDocument, settledTitle } from './settle.ts';
import { freeId } from './slug.ts';
import { writeConcept } from './write.ts';
import { writeScenario } from './write-scenario.ts';

/** Where questions from elsewhere are to go. */
export interface Place {
  /** The first is the source language. */
  readonly languages: readonly Language[];
  /** Ids of concepts that are taken. */
  readonly taken: ReadonlySet<Slug>;
  /** The domain of a question by the categories that it stood in. */
  readonly domainOf: (path: readonly string[]) => Slug;
}

/** The words in the pack's languages. What is in no language of the pack stands in for the source. */
function textIn(
  text: ImportedQuestion['text'],
  languages: readonly Language[],
): Localized<ScenarioText> {
  const [source = ''] = languages;
  const own = languages.flatMap((language) => {
    const words = text[language];
    return words ? [[language, words] as const] : [];
  });
  const words = localized(text, source, source);
  return Object.fromEntries(
    text[source] || !words ? own : [[source, words], ...own.filter(([code]) => code !== source)],
  );
}

const base = (question: ImportedQuestion, languages: readonly Language[]) => ({
  id: 'scenario-1',
  was: [],
  reserve: false,
  references: [],
  aged: [],
  textRev: '',
  keyRev: '',
  origin: question.origin,
  text: textIn(question.text, languages),
});

function scenarioOf(question: ImportedQuestion, languages: readonly Language[]): Scenario {
  const shared = base(question, languages);
  switch (question.kind) {
    case 'single': {
      const { kind, options, pin } = question;
      return { ...shared, kind, options, pin };
    }
    case 'multiple': {
      const { kind, choose, options, pin } = question;
      return { ...shared, kind, choose, options, pin };
    }
    case 'ordering': {
      const { kind, steps, spare } = question;
      return { ...shared, kind, steps, spare };
    }
    case 'matching': {
      const { kind, prompts, choices } = question;
      return { ...shared, kind, prompts, choices };
    }
    case 'short': {
      const { kind, compare, answers } = question;
      return { ...shared, kind, compare, answers };
    }
  }
}

function rightIds(question: ImportedQuestion): readonly Slug[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ right }) => right).map(({ id }) => id);
    case 'ordering':
      return question.steps;
    case 'matching':
      return question.choices;
    case 'short':
      return question.answers.filter(({ right }) => right).map(({ id }) => id);
  }
}

const paragraph = (children: Line): Document[number] => ({ type: 'paragraph', children });

/** What is to be remembered: what decides, where the file says it, else the right answer, else what is asked. */
function ruleOf(question: ImportedQuestion, text: ScenarioText, title: string): Document {
  const right = new Set(rightIds(question));
  const said = [
    text.decides,
    text.options.filter(({ id }) => right.has(id)).map((option) => paragraph(option.text)),
    [paragraph(text.question)],
  ].map(settledDocument);
  return said.find((rule) => rule.length > 0) ?? [paragraph([title])];
}

const TITLE = 120;

function titleOf(question: ImportedQuestion, text: ScenarioText): string {
  const words = settledTitle(question.title) || settledTitle(lineText(text.question));
  return Array.from(words.replaceAll(/\s+/g, ' ')).slice(0, TITLE).join('').trim();
}

/**
 * Questions from elsewhere as files of a pack. Each becomes a concept with one scenario: which of them ask the same,
 * only the teacher knows.
 */
export function itemsToFiles({ items, media }: Imported, place: Place): Files {
  const { languages, domainOf } = place;
  const [source = ''] = languages;
  const taken = new Set(place.taken);
  const files = new Map<string, string | Uint8Array>();
  for (const { question } of items) {
    if (!question) continue;
    const scenario = scenarioOf(question, languages);
    const text = scenario.text[source];
    if (!text) continue;
    const title = titleOf(question, text) || question.origin.format;
    const concept: Concept = {
      id: freeId(title, 'question', (id) => taken.has(id)),
      domain: domainOf(question.path),
      claims: [],
      confusable: [],
      was: [],
      text: Object.fromEntries(
        Object.entries(scenario.text).flatMap(([language, words]) =>
          words ? [[language, { title, rule: ruleOf(question, words, title) }]] : [],
        ),
      ),
      scenarios: [],
    };
    taken.add(concept.id);
    files.set(`concepts/${concept.id}/concept.md`, writeConcept(concept, { languages }));
    files.set(`concepts/${concept.id}/scenario-1.md`, writeScenario(scenario, { languages }));
  }
  for (const [name, bytes] of media) files.set(`media/${name}`, bytes);
  return files;
}
