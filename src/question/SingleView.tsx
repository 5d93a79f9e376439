import { ChoiceList } from './ChoiceList.tsx';
import type { KindViewProps } from './kind-view.ts';

/** One of several. */
export function SingleView({ draft, onDraft, ...props }: KindViewProps<'single'>) {
  return (
    <ChoiceList
      {...props}
      type="radio"
      chosen={draft.chosen === null ? [] : [draft.chosen]}
      onPick={(chosen) => onDraft({ kind: 'single', chosen })}
      onDrop={() => onDraft({ kind: 'single', chosen: null })}
    />
  );
}
