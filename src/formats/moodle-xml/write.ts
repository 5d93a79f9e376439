import { localized, type Language, type Localized } from '#core/language.ts';
import type { Case, Concept, Pack, Scenario } from '#core/pack/model.ts';
import { lineToHtml, toHtml } from '#formats/to-html.ts';
import { escapeXml } from '#formats/xml.ts';
import { fieldElement, textElement, type Ink } from './write-field.ts';
import { keptElements } from './write-kept.ts';
import { writeKind } from './write-kinds.ts';

/** What a pack does not hold itself. */
export interface MoodleSurroundings {
  /** Its pictures, by name. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** What stands before the condition of an option, "Right when". */
  readonly rightWhen: (language: Language) => string;
}

/** Moodle keeps no longer one. */
export const LONGEST_IDNUMBER = 100;

export const idnumberOf = (concept: Concept, scenario: Scenario): string =>
  `${concept.id}/${scenario.id}`;

interface Place {
  readonly pack: Pack;
  readonly concept: Concept;
  readonly surroundings: MoodleSurroundings;
}

const inSource = (pack: Pack, words: Localized<string>): string => {
  const [source = ''] = pack.languages;
  return localized(words, source) ?? '';
};

const titleOf = ({ pack, concept }: Place): string =>
  inSource(
    pack,
    Object.fromEntries(Object.entries(concept.text).map(([code, text]) => [code, text?.title])),
  );

const domainOf = ({ pack, concept }: Place): string => {
  const domain = pack.domains.find(({ id }) => id === concept.domain);
  return domain ? inSource(pack, domain.title) : concept.domain;
};

/** A slash would begin another category. */
const step = (name: string): string => name.replaceAll('/', '//').replaceAll(/\s+/g, ' ').trim();

function categoryElement(place: Place): string {
  const { pack, concept, surroundings } = place;
  const names = [inSource(pack, pack.title), domainOf(place), titleOf(place)].map(step);
  const path = ['$course$', 'top', ...names].join('/');
  const ink = inkOf(pack, Object.keys(concept.text), surroundings);
  const rule = fieldElement('info', ink, (language, dialect) =>
    toHtml(concept.text[language]?.rule ?? [], dialect),
  );
  return `<question type="category"><category>${textElement(path)}</category>${rule}</question>`;
}

/** The languages in the order of the pack. */
const inkOf = (
  pack: Pack,
  written: readonly Language[],
  surroundings: MoodleSurroundings,
): Ink => ({
  ...surroundings,
  languages: [...new Set([...pack.languages, ...written])].filter((code) => written.includes(code)),
});

function stemElement(ink: Ink, scenario: Scenario, shared: Case | undefined): string {
  return fieldElement(
    'questiontext',
    ink,
    (language, dialect) => {
      const text = scenario.text[language];
      const around = [...(shared?.text[language]?.situation ?? []), ...(text?.situation ?? [])];
      return `${toHtml(around, dialect)}<p>${lineToHtml(text?.question ?? [], dialect)}</p>`;
    },
    true,
  );
}

/** What decides, and behind it the references. */
function feedbackElement(ink: Ink, scenario: Scenario): string {
  return fieldElement('generalfeedback', ink, (language, dialect) => {
    const links = scenario.references.map(({ url, title }) => {
      const words = localized(title, language) ?? url;
      return `<li><a href="${escapeXml(url)}">${escapeXml(words)}</a></li>`;
    });
    const list = links.length === 0 ? '' : `<ul>${links.join('')}</ul>`;
    return toHtml(scenario.text[language]?.decides ?? [], dialect) + list;
  });
}

function questionElement(place: Place, scenario: Scenario): string {
  const { pack, concept, surroundings } = place;
  const ink = inkOf(pack, Object.keys(scenario.text), surroundings);
  const kept = keptElements(scenario);
  const { type, elements } = writeKind(ink, scenario);
  const idnumber = idnumberOf(concept, scenario);
  const known =
    scenario.origin?.format === 'moodle-xml' ? scenario.origin.kept?.['name'] : undefined;
  const tags = [...new Set([domainOf(place), titleOf(place)])].filter((tag) => tag.trim() !== '');
  return [
    `<question type="${type}">`,
    `<name>${textElement(known ?? `${titleOf(place)}: ${scenario.id}`)}</name>`,
    stemElement(
      ink,
      scenario,
      pack.cases.find(({ id }) => id === scenario.case),
    ),
    feedbackElement(ink, scenario),
    ...(idnumber.length > LONGEST_IDNUMBER ? [] : [`<idnumber>${idnumber}</idnumber>`]),
    ...kept.before,
    ...elements,
    ...kept.after,
    `<tags>${tags.map((tag) => `<tag>${textElement(tag)}</tag>`).join('')}</tags>`,
    '</question>',
  ].join('\n');
}

/** A pack as Moodle XML: a category for each concept, a question for each scenario. */
export function writeMoodleXml(pack: Pack, surroundings: MoodleSurroundings): string {
  const questions = pack.concepts.flatMap((concept) => {
    const place: Place = { pack, concept, surroundings };
    return [
      categoryElement(place),
      ...concept.scenarios.map((scenario) => questionElement(place, scenario)),
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>\n`;
}
