import type { KindName } from '#core/pack/model.ts';
import { writtenIn, type Options } from './edit-options.ts';
import { renumbered, setBox, setMarker, setTail } from './edit-items.ts';
import type { ItemLayout } from './item-layout.ts';
import type { Patch } from './patch.ts';
import type { ScenarioFrontFields } from './scenario-fields.ts';
import type { YamlChange } from './yaml-edit.ts';

/** What front matter a kind needs and bears. */
export function kindChanges(
  kind: KindName,
  front: ScenarioFrontFields,
  rightCount: number,
): readonly YamlChange[] {
  const takesPin = kind === 'single' || kind === 'multiple';
  return [
    { path: ['kind'], value: kind },
    {
      path: ['choose'],
      value: kind === 'multiple' ? (front.choose ?? Math.max(rightCount, 2)) : undefined,
    },
    { path: ['compare'], value: kind === 'short' ? (front.compare ?? 'prose') : undefined },
    ...(takesPin ? [] : [{ path: ['pin'], value: undefined }]),
  ];
}

/**
 * The marks of the options for another kind: what is right stays right, as a box or as a step, and words and reasons
 * stay. What the kind does not know goes: what options stand for, the pairs of prompts, an order.
 */
export function kindPatches(options: Options, kind: KindName): readonly Patch[] {
  const written = writtenIn(options);
  const own = written.find(({ isSource }) => isSource)?.items ?? [];
  const isStep = (item: ItemLayout): boolean => {
    const same = own.find(({ id }) => id === item.id) ?? item;
    return same.ordered || same.right === true;
  };
  return written.flatMap(({ items, isSource }) => {
    const steps = items.filter(isStep).map(({ id }) => id);
    const markers = renumbered(options.layout, items, steps);
    return items.flatMap((item) => {
      const wanted = kind === 'ordering' && isStep(item) ? (markers.get(item.id) ?? '1.') : '-';
      const isChanged = kind === 'ordering' ? true : item.ordered;
      return [
        ...(isChanged ? setMarker(options.layout, item, wanted) : []),
        ...(isSource ? marksFor(options, kind, item) : []),
      ];
    });
  });
}

function marksFor({ layout }: Options, kind: KindName, item: ItemLayout): readonly Patch[] {
  const hasBox = kind === 'single' || kind === 'multiple' || kind === 'short';
  const right = item.right ?? item.ordered;
  const box = setBox(layout, item, hasBox ? right : null);
  const keepsTerm = kind === 'single' || kind === 'multiple';
  const tail = setTail(layout, item, {
    ...(keepsTerm ? {} : { term: null, never: false }),
    ...(kind === 'matching' ? {} : { choice: null }),
  });
  return [...box, ...tail];
}
