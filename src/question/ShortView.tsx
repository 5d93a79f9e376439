import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { KindViewProps } from './kind-view.ts';
import './ShortView.css';

/** A typed answer. Enter only ends it: how sure one is comes after. */
export function ShortView(props: KindViewProps<'short'>) {
  const { scenario, draft, onDraft, labelledBy, onDone } = props;
  const { t } = useTranslation('question');
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The Enter that ends a composition takes the word, not the answer; Safari tells it by 229.
    const composing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || composing) return;
    event.preventDefault();
    onDone();
  };
  return (
    <div className="short">
      <label htmlFor={id} id={`${id}-label`}>
        {t('typed')}
      </label>
      <input
        id={id}
        className={scenario.compare === 'exact' ? 'short-input short-exact' : 'short-input'}
        type="text"
        aria-labelledby={`${labelledBy} ${id}-label`}
        value={draft.typed}
        onChange={(event) => onDraft({ kind: 'short', typed: event.target.value })}
        onKeyDown={onKeyDown}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
      />
    </div>
  );
}
