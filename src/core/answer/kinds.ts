import type { KindName, Scenario } from '#core/pack/model.ts';
import { matching } from './matching.ts';
import { multiple } from './multiple.ts';
import { ordering } from './ordering.ts';
import type { KindRules } from './rules.ts';
import { short } from './short.ts';
import { single } from './single.ts';

/** Every kind of question; the compiler names the one that was left out. */
const table: { readonly [K in KindName]: KindRules<K> } = {
  single,
  multiple,
  ordering,
  matching,
  short,
};

export const rulesOf = <K extends KindName>(scenario: Scenario<K>): KindRules<K> =>
  table[scenario.kind];
