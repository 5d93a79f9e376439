import type { Document } from '#core/pack/document.ts';
import type { KindName, Scenario, ScenarioText } from '#core/pack/model.ts';
import { readHtml } from '#formats/html.ts';
import { escapeXml } from '#formats/xml.ts';
import {
  blocksXml,
  correctXml,
  identifier,
  lineXml,
  responseXml,
  simpleChoice,
  textById,
} from './write-parts.ts';

/** What one kind writes. */
interface Written {
  readonly response: string;
  readonly interaction: string;
  /** The condition under which the answer is right. */
  readonly test: string;
  /** Feedback is shown for what was chosen; else for all parts. */
  readonly isChosen: boolean;
}

type Write<K extends KindName> = (scenario: Scenario<K>, text: ScenarioText) => Written;

const isCorrect =
  '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>';

const prompt = ({ question }: ScenarioText): string => `<prompt>${lineXml(question)}</prompt>`;

function writeChoice(
  { options, pin }: Pick<Scenario<'single'>, 'options' | 'pin'>,
  text: ScenarioText,
  choose: number,
): Written {
  const right = options.filter((option) => option.right).map(({ id }) => identifier(id));
  const parts = options.map(({ id }) => simpleChoice(text.options, id, pin.includes(id)));
  return {
    response: responseXml(choose === 1 ? 'single' : 'multiple', 'identifier', correctXml(right)),
    interaction: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="${choose}">${prompt(text)}${parts.join('')}</choiceInteraction>`,
    test: isCorrect,
    isChosen: true,
  };
}

/** Players that do not shuffle must not show the right order. */
const byWords =
  (text: ScenarioText) =>
  (a: string, b: string): number => {
    const [left, right] = [textById(text.options, a), textById(text.options, b)];
    if (left === right) return a < b ? -1 : 1;
    return left < right ? -1 : 1;
  };

const ordering: Write<'ordering'> = ({ steps, spare }, text) => {
  const parts = [...steps, ...spare]
    .toSorted(byWords(text))
    .map((id) => simpleChoice(text.options, id));
  const count =
    spare.length === 0 ? '' : ` minChoices="${steps.length}" maxChoices="${steps.length}"`;
  return {
    response: responseXml('ordered', 'identifier', correctXml(steps.map(identifier))),
    interaction: `<orderInteraction responseIdentifier="RESPONSE" shuffle="true"${count}>${prompt(text)}${parts.join('')}</orderInteraction>`,
    test: isCorrect,
    isChosen: false,
  };
};

const matching: Write<'matching'> = ({ prompts, choices }, text) => {
  const set = (ids: readonly string[], most: number): string =>
    `<simpleMatchSet>${ids.map((id) => `<simpleAssociableChoice identifier="${identifier(id)}" matchMax="${most}">${textById(text.options, id)}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
  const pairs = prompts.map(({ id, choice }) => `${identifier(id)} ${identifier(choice)}`);
  const asking = prompts.map(({ id }) => id);
  return {
    response: responseXml('multiple', 'directedPair', correctXml(pairs)),
    interaction: `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="${prompts.length}">${prompt(text)}${set(asking, 1)}${set(choices, prompts.length)}</matchInteraction>`,
    test: isCorrect,
    isChosen: false,
  };
};

const short: Write<'short'> = ({ compare, answers }, text) => {
  const right = answers.filter((answer) => answer.right).flatMap(({ texts }) => texts);
  const isExact = compare === 'exact';
  const entries = right.map(
    (answer) =>
      `<mapEntry mapKey="${escapeXml(answer)}" mappedValue="1" caseSensitive="${isExact}"/>`,
  );
  const mapping = `<mapping defaultValue="0">${entries.join('')}</mapping>`;
  return {
    response: responseXml(
      'single',
      'string',
      `${correctXml(right.slice(0, 1).map(escapeXml))}${mapping}`,
    ),
    interaction: `<p>${lineXml(text.question)}</p><p><textEntryInteraction responseIdentifier="RESPONSE"/></p>`,
    test: '<gt><mapResponse identifier="RESPONSE"/><baseValue baseType="float">0</baseValue></gt>',
    isChosen: false,
  };
};

function writeKind(scenario: Scenario, text: ScenarioText): Written {
  switch (scenario.kind) {
    case 'single':
      return writeChoice(scenario, text, 1);
    case 'multiple':
      return writeChoice(scenario, text, scenario.choose);
    case 'ordering':
      return ordering(scenario, text);
    case 'matching':
      return matching(scenario, text);
    case 'short':
      return short(scenario, text);
  }
}

/** Words after right or wrong answers, which an import has put aside as HTML. */
function keptFeedback(
  { origin }: Scenario,
  name: string,
): readonly (readonly [string, Document])[] {
  const { blocks } = readHtml(origin?.kept?.[`feedback-${name}`] ?? '', () => null);
  return blocks.length === 0 ? [] : [[name, blocks]];
}

/** Feedback by its identifier. */
function feedbackOf(scenario: Scenario, text: ScenarioText): ReadonlyMap<string, Document> {
  const whys = scenario.kind === 'short' ? [] : text.options;
  return new Map([
    ...keptFeedback(scenario, 'correct'),
    ...keptFeedback(scenario, 'incorrect'),
    ...whys.flatMap(({ id, why }) =>
      why && why.length > 0 ? [[identifier(id), why] as const] : [],
    ),
    ...(text.decides.length === 0 ? [] : [['general', text.decides] as const]),
  ]);
}

const outcome = (name: string, cardinality: string, type: string, value = ''): string => {
  const given =
    value === '' ? '' : `<defaultValue><value>${escapeXml(value)}</value></defaultValue>`;
  return `<outcomeDeclaration identifier="${name}" cardinality="${cardinality}" baseType="${type}">${given}</outcomeDeclaration>`;
};

const set = (name: string, value: string): string =>
  `<setOutcomeValue identifier="${name}">${value}</setOutcomeValue>`;

/** Feedback is added to what was shown before. */
function show(names: readonly string[], others = ''): string {
  const values = names
    .map((name) => `<baseValue baseType="identifier">${name}</baseValue>`)
    .join('');
  if (values === '' && others === '') return '';
  return set(
    'FEEDBACK',
    `<multiple><variable identifier="FEEDBACK"/>${others}${values}</multiple>`,
  );
}

const afterAnswer = new Set(['correct', 'incorrect']);

function processing({ test, isChosen }: Written, names: readonly string[]): string {
  const after = (name: string): string => show(names.filter((each) => each === name));
  const right = `${set('SCORE', '<variable identifier="MAXSCORE"/>')}${after('correct')}`;
  const wrong = `${set('SCORE', '<baseValue baseType="float">0</baseValue>')}${after('incorrect')}`;
  const always = names.filter(
    (name) => !afterAnswer.has(name) && (!isChosen || name === 'general'),
  );
  const hasWhys = names.some((name) => name.startsWith('o_'));
  const chosen = isChosen && hasWhys ? '<variable identifier="RESPONSE"/>' : '';
  return `<responseProcessing><responseCondition><responseIf>${test}${right}</responseIf><responseElse>${wrong}</responseElse></responseCondition>${show(always, chosen)}</responseProcessing>`;
}

/** What an item is called, and the values that an earlier import has put aside. */
export interface ItemFacts {
  readonly identifier: string;
  readonly title: string;
  readonly language: string;
  /** The situation of a shared case, which stands first. */
  readonly shared: Document;
}

const attributeNames = ['label', 'toolName', 'toolVersion'] as const;
/** What is put aside under these names has a place in an item. */
export const inItem: ReadonlySet<string> = new Set([
  ...attributeNames,
  'MAXSCORE',
  'feedback-correct',
  'feedback-incorrect',
]);

/** One scenario as an item of version 2.1. */
export function writeItem(scenario: Scenario, text: ScenarioText, facts: ItemFacts): string {
  const written = writeKind(scenario, text);
  const kept = scenario.origin?.kept ?? {};
  const feedback = feedbackOf(scenario, text);
  const attributes = attributeNames
    .filter((name) => kept[name] !== undefined)
    .map((name) => ` ${name}="${escapeXml(kept[name] ?? '')}"`);
  const maximum = Number(kept['MAXSCORE'] ?? kept['points_possible']) || 1;
  const modal = [...feedback].map(
    ([name, blocks]) =>
      `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${name}" showHide="show">${blocksXml(blocks)}</modalFeedback>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${facts.identifier}" title="${escapeXml(facts.title)}" xml:lang="${facts.language}" adaptive="false" timeDependent="false"${attributes.join('')}>`,
    written.response,
    outcome('SCORE', 'single', 'float', '0'),
    outcome('MAXSCORE', 'single', 'float', String(maximum)),
    ...(feedback.size === 0 ? [] : [outcome('FEEDBACK', 'multiple', 'identifier')]),
    `<itemBody>${blocksXml([...facts.shared, ...text.situation])}${written.interaction}</itemBody>`,
    processing(written, [...feedback.keys()]),
    ...modal,
    '</assessmentItem>',
    '',
  ].join('\n');
}
