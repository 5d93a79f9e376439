import { limits } from '#core/pack/limits.ts';
import type { Draft, Part, Told } from './draft.ts';
import { letter, refusal, tooMany, written, type Kind } from './parts.ts';
import { isBlank, type Scribe } from './scribe.ts';

type Pairs = readonly (readonly [string, string])[];

/** Prompts, each with its one choice, and all choices. */
interface Sides {
  readonly prompts: readonly Part[];
  readonly choices: readonly Part[];
  readonly choiceOf: ReadonlyMap<string, string>;
}

/** The one choice of each prompt; null when a prompt has several. */
function single(prompts: readonly Part[], keys: Pairs): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  const idents = new Set(prompts.map(({ ident }) => ident));
  for (const [prompt, choice] of keys) {
    if (!idents.has(prompt)) continue;
    if (found.has(prompt) && found.get(prompt) !== choice) return null;
    found.set(prompt, choice);
  }
  return found;
}

const swapped = (keys: Pairs): Pairs => keys.map(([source, target]) => [target, source] as const);

/** How many with words have no partner. */
const lost = (parts: readonly Part[], partners: ReadonlyMap<string, string>): number =>
  parts.filter(({ ident, html }) => !partners.has(ident) && html.trim() !== '').length;

/** Which side asks: the one whose members all have exactly one partner, else the one that loses fewest. */
function sidesOf({ sources, targets, keys }: Draft & { kind: 'pairs' }): Sides | null {
  const forth = single(sources, keys);
  const back = single(targets, swapped(keys));
  const lostForth = forth ? lost(sources, forth) : Infinity;
  const lostBack = back ? lost(targets, back) : Infinity;
  if (forth && lostForth <= lostBack)
    return { prompts: sources, choices: targets, choiceOf: forth };
  return back ? { prompts: targets, choices: sources, choiceOf: back } : null;
}

/** Choices that no prompt needs go first when there are too many. */
function fitting(
  choices: readonly Part[],
  used: ReadonlySet<string>,
  room: number,
): readonly Part[] {
  let spare = room - choices.filter(({ ident }) => used.has(ident)).length;
  return choices.filter(({ ident }) => used.has(ident) || spare-- > 0);
}

const distinct = (parts: readonly Part[]): readonly Part[] => [
  ...new Map(parts.map((part) => [part.ident, part])).values(),
];

/** Prompts that each go with one of the choices. */
export function pairsOf(draft: Draft & { kind: 'pairs' }, told: Told, scribe: Scribe): Kind {
  const sides = sidesOf({
    ...draft,
    sources: distinct(draft.sources),
    targets: distinct(draft.targets),
  });
  if (!sides) return refusal({ code: 'qti-many-to-many' });
  const idents = new Set(sides.choices.map(({ ident }) => ident));
  const prompts = sides.prompts.filter(
    ({ ident, html }) => idents.has(sides.choiceOf.get(ident) ?? '') && html.trim() !== '',
  );
  if (prompts.length === 0) return refusal({ code: 'qti-no-key' });
  const used = new Set(prompts.map(({ ident }) => sides.choiceOf.get(ident) ?? ''));
  const choices = fitting(sides.choices, used, limits.options - prompts.length);
  const count = prompts.length + choices.length;
  if (count > limits.options) return tooMany(count);
  const asking = written(prompts, told, scribe);
  if (asking.some(({ option }) => isBlank(option.text))) return refusal({ code: 'qti-blank-key' });
  const chosen = written(choices, told, scribe, prompts.length);
  if (chosen.some(({ part, option }) => used.has(part.ident) && isBlank(option.text)))
    return refusal({ code: 'qti-blank-key' });
  const shown = chosen.filter(({ option }) => !isBlank(option.text));
  if (prompts.length < sides.prompts.length)
    scribe.say({ code: 'qti-unmatched', params: { count: sides.prompts.length - prompts.length } });
  if (shown.length < sides.choices.length)
    scribe.say({
      code: 'qti-spare-choices',
      params: { count: sides.choices.length - shown.length },
    });
  const ids = new Map(
    shown.map(({ part }, index) => [part.ident, letter(prompts.length + index)] as const),
  );
  return {
    body: {
      kind: 'matching',
      prompts: asking.map(({ part, option }) => ({
        id: option.id,
        choice: ids.get(sides.choiceOf.get(part.ident) ?? '') ?? '',
      })),
      choices: [...ids.values()],
    },
    options: [
      ...asking.map(({ option }) => option),
      ...shown.map(({ part, option }) => ({ ...option, id: ids.get(part.ident) ?? '' })),
    ],
  };
}
