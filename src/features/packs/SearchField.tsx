import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Kbd } from '#ui/Kbd.tsx';

/** Typing pauses this long before the search follows. */
const PAUSE = 200;

interface SearchFieldProps {
  /** What is searched for now. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly singleKeys: boolean;
}

/** The field; the search follows when typing pauses, or at once with Enter. */
export function SearchField({ query, onQuery, singleKeys }: SearchFieldProps) {
  const { t } = useTranslation('packs');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);
  const [followed, setFollowed] = useState(query);
  // Another address (back, a link) brings its own query; our own comes back as it was typed.
  if (followed !== query) {
    setFollowed(query);
    if (query !== typed.trim()) setTyped(query);
  }
  // Typing is outside React: what follows it waits for the pause.
  useEffect(() => {
    if (typed.trim() === query) return undefined;
    const timer = setTimeout(() => onQuery(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, query, onQuery]);
  useSlash(field, singleKeys);
  useFocusWhenEmpty(field, query === '');
  return (
    <search>
      <form
        className="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          onQuery(typed.trim());
        }}
      >
        <label className="field search-field">
          <span>{t('searchLabel')}</span>
          <input
            ref={field}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-keyshortcuts={singleKeys ? '/' : undefined}
          />
        </label>
        {singleKeys && <Kbd>/</Kbd>}
      </form>
    </search>
  );
}

const TYPED = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** `/` goes to the field. Caught on its way down, so that the frame around does not take it as "go to the search". */
function useSlash(field: RefObject<HTMLInputElement | null>, on: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof Element && target.matches(TYPED);
      if (!on || event.key !== '/' || isTyping || event.isComposing) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [field, on]);
}

/** On arrival the frame around takes the focus; with nothing to read yet the field takes it after that. */
function useFocusWhenEmpty(field: RefObject<HTMLInputElement | null>, isEmpty: boolean): void {
  const wasEmpty = useRef(isEmpty);
  useEffect(() => {
    if (!wasEmpty.current) return undefined;
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [field]);
}
