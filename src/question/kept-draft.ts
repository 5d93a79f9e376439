import type { Json } from '#core/journal/event.ts';
import type { Scenario } from '#core/pack/model.ts';
import { emptyDraft, type Draft } from './draft.ts';

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item: Json) => typeof item === 'string') : [];

const pairs = (value: Json | undefined): (readonly [string, string])[] =>
  (Array.isArray(value) ? value : []).flatMap((item: Json) => {
    const [prompt, choice] = texts(item);
    return prompt === undefined || choice === undefined ? [] : [[prompt, choice] as const];
  });

/**
 * A draft that was kept over a reload, as far as it still fits the scenario: ids that are gone are left out.
 * Anything else (another kind, another shape) is an empty draft.
 */
export function keptDraft(scenario: Scenario, kept: Json): Draft {
  if (!isRecord(kept) || kept['kind'] !== scenario.kind) return emptyDraft(scenario.kind);
  switch (scenario.kind) {
    case 'single': {
      const option = scenario.options.find(({ id }) => id === kept['chosen']);
      return { kind: 'single', chosen: option?.id ?? null };
    }
    case 'multiple': {
      const chosen = texts(kept['chosen']).filter((id) =>
        scenario.options.some((option) => option.id === id),
      );
      return { kind: 'multiple', chosen: [...new Set(chosen)].slice(0, scenario.choose) };
    }
    case 'ordering': {
      const known = new Set([...scenario.steps, ...scenario.spare]);
      const order = texts(kept['order']).filter((id) => known.has(id));
      return { kind: 'ordering', order: [...new Set(order)].slice(0, scenario.steps.length) };
    }
    case 'matching': {
      const prompts = new Set(scenario.prompts.map(({ id }) => id));
      const choices = new Set(scenario.choices);
      const fitting = new Map(
        pairs(kept['pairs']).filter(
          ([prompt, choice]) => prompts.has(prompt) && choices.has(choice),
        ),
      );
      return { kind: 'matching', pairs: [...fitting] };
    }
    case 'short':
      return { kind: 'short', typed: typeof kept['typed'] === 'string' ? kept['typed'] : '' };
  }
}
