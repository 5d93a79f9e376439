import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Slug } from '#core/ids.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { KindViewProps } from './kind-view.ts';

/** So many of several: one more is refused with a sentence, never swapped. */
export function MultipleView({ draft, onDraft, ...props }: KindViewProps<'multiple'>) {
  const { t } = useTranslation('question');
  const [refused, setRefused] = useState(false);
  const { choose } = props.scenario;
  const { chosen } = draft;

  const drop = (id: Slug) => {
    setRefused(false);
    onDraft({ kind: 'multiple', chosen: chosen.filter((other) => other !== id) });
  };
  const pick = (id: Slug) => {
    if (chosen.includes(id)) {
      drop(id);
      return;
    }
    setRefused(chosen.length >= choose);
    if (chosen.length < choose) onDraft({ kind: 'multiple', chosen: [...chosen, id] });
  };
  return (
    <ChoiceList
      {...props}
      type="checkbox"
      chosen={chosen}
      onPick={pick}
      onDrop={drop}
      note={
        <>
          {t('chosen', { done: chosen.length, total: choose })}
          {refused && <span className="options-refused"> {t('refused', { count: choose })}</span>}
        </>
      }
    />
  );
}
