import type { Inline, Line } from '#core/pack/document.ts';
import type { Pack, Scenario } from '#core/pack/model.ts';
import type { Remark } from '#formats/imported.ts';
import { idnumberOf, LONGEST_IDNUMBER } from './write.ts';

/** What Moodle XML has no place for in one scenario, or in the pack as a whole. */
export interface MoodleLosses {
  /** `<concept>/<scenario>`; empty for the pack. */
  readonly name: string;
  readonly remarks: readonly Remark[];
}

const isMarked = (line: Line): boolean => line.some((node: Inline) => typeof node !== 'string');

const optionsOf = (scenario: Scenario) =>
  Object.values(scenario.text).flatMap((text) => text?.options ?? []);

const reasons = (scenario: Scenario): readonly Remark[] =>
  scenario.kind === 'matching' && optionsOf(scenario).some(({ why, rightWhen }) => why ?? rightWhen)
    ? [{ code: 'moodle-loses-reasons' }]
    : [];

function marks(scenario: Scenario): readonly Remark[] {
  const plain =
    scenario.kind === 'matching'
      ? new Set(scenario.choices)
      : new Set(scenario.kind === 'short' ? scenario.answers.map(({ id }) => id) : []);
  return optionsOf(scenario).some(({ id, text }) => plain.has(id) && isMarked(text))
    ? [{ code: 'moodle-loses-marks' }]
    : [];
}

function order(scenario: Scenario): readonly Remark[] {
  const isPinned =
    (scenario.kind === 'single' || scenario.kind === 'multiple') && scenario.pin.length > 0;
  const hasSpare = scenario.kind === 'ordering' && scenario.spare.length > 0;
  return [
    ...(isPinned ? [{ code: 'moodle-loses-pins' }] : []),
    ...(hasSpare ? [{ code: 'moodle-loses-spare' }] : []),
  ];
}

const lossesIn = (scenario: Scenario, idnumber: string): readonly Remark[] => [
  ...(scenario.kind === 'multiple' ? [{ code: 'moodle-loses-count' }] : []),
  ...reasons(scenario),
  ...marks(scenario),
  ...order(scenario),
  ...(scenario.case === undefined ? [] : [{ code: 'moodle-loses-case' }]),
  ...(scenario.reserve ? [{ code: 'moodle-loses-reserve' }] : []),
  ...(idnumber.length > LONGEST_IDNUMBER ? [{ code: 'moodle-loses-id' }] : []),
];

/** What would be lost, before it is: said of each scenario, and once of what no pack can keep there. */
export function moodleLosses(pack: Pack): readonly MoodleLosses[] {
  const scenarios = pack.concepts.flatMap((concept) =>
    concept.scenarios.map((scenario) => {
      const name = idnumberOf(concept, scenario);
      return { name, remarks: lossesIn(scenario, name) };
    }),
  );
  return [
    { name: '', remarks: [{ code: 'moodle-loses-structure' }] },
    ...scenarios.filter(({ remarks }) => remarks.length > 0),
  ];
}
