import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Slug } from '#core/ids.ts';
import { RichLine } from '#ui/RichText.tsx';
import { Icon } from '#ui/Icon.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { lineOf, type KindViewProps } from './kind-view.ts';
import { useDigits, useKeys } from './keys.ts';
import './Options.css';
import './ChoiceList.css';

type Shared = Pick<
  KindViewProps<'single' | 'multiple'>,
  'text' | 'language' | 'shown' | 'struck' | 'onStruck' | 'labelledBy' | 'singleKeys' | 'mediaUrl'
>;

interface ChoiceListProps extends Shared {
  readonly type: 'radio' | 'checkbox';
  readonly chosen: readonly Slug[];
  /** The option was pressed, by pointer or key. */
  readonly onPick: (id: Slug) => void;
  /** The option was struck out while it was chosen. */
  readonly onDrop: (id: Slug) => void;
  /** Said below when it changes. */
  readonly note?: ReactNode;
}

/** The other set, with or without one more. */
function toggled(set: ReadonlySet<Slug>, id: Slug): ReadonlySet<Slug> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Choosing and striking out, by pointer and by key. */
function useChoices(props: ChoiceListProps) {
  const { shown, struck, onStruck, chosen, onPick, onDrop, singleKeys } = props;
  /** S was pressed: the next digit strikes out. */
  const [striking, setStriking] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const inputs = () => [...(list.current?.querySelectorAll('input') ?? [])];

  const pick = (id: Slug) => {
    if (struck.has(id)) onStruck(toggled(struck, id));
    onPick(id);
  };
  const strike = (id: Slug) => {
    setStriking(false);
    onStruck(toggled(struck, id));
    if (!struck.has(id) && chosen.includes(id)) onDrop(id);
  };
  const onDigit = (id: Slug, place: number) => {
    if (striking) {
      strike(id);
      return;
    }
    inputs()[place]?.focus();
    pick(id);
  };
  const onS = () => {
    const focused = shown[inputs().findIndex((input) => input === document.activeElement)];
    // With the chosen one focused (that is how radio buttons are) another is meant.
    if (focused === undefined || chosen.includes(focused)) setStriking(!striking);
    else strike(focused);
  };
  useDigits(shown, onDigit, singleKeys);
  useKeys({ s: onS, Escape: striking ? () => setStriking(false) : undefined }, singleKeys);
  return { list, striking, pick, strike };
}

/** Options of which one or several are chosen. */
export function ChoiceList(props: ChoiceListProps) {
  const { t } = useTranslation('question');
  const { type, text, language, shown, struck, labelledBy, mediaUrl, chosen, note } = props;
  const { list, striking, pick, strike } = useChoices(props);
  const name = useId();
  return (
    <>
      <fieldset className="options" aria-labelledby={labelledBy} ref={list}>
        {shown.map((id, place) => (
          <div className={struck.has(id) ? 'option option-struck' : 'option'} key={id}>
            <label className="option-label">
              <input
                className="option-input"
                type={type}
                name={name}
                checked={chosen.includes(id)}
                onChange={() => pick(id)}
              />
              <span className={`option-mark option-mark-${type}`}>{place + 1}</span>{' '}
              <span className="option-text">
                <RichLine line={lineOf(text, id)} lang={language} mediaUrl={mediaUrl} />
                {struck.has(id) && <VisuallyHidden> ({t('struck')})</VisuallyHidden>}
              </span>
            </label>
            <button
              type="button"
              className="option-strike"
              aria-label={t(struck.has(id) ? 'unstrike' : 'strike', { number: place + 1 })}
              title={t(struck.has(id) ? 'unstrike' : 'strike', { number: place + 1 })}
              onClick={() => strike(id)}
            >
              <Icon name={struck.has(id) ? 'undo' : 'strike'} />
            </button>
          </div>
        ))}
      </fieldset>
      <output className="options-note">{striking ? t('strikeWhich') : note}</output>
    </>
  );
}
