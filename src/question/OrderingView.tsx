import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Slug } from '#core/ids.ts';
import { lineText } from '#core/pack/document.ts';
import { announce } from '#ui/announce.ts';
import { Icon, type IconName } from '#ui/Icon.tsx';
import { RichLine } from '#ui/RichText.tsx';
import { lineOf, type KindViewProps } from './kind-view.ts';
import { useDigits } from './keys.ts';
import './Options.css';
import './OrderingView.css';

/** The list with the item at `from` moved by one. */
function moved(order: readonly Slug[], from: number, by: 1 | -1): Slug[] {
  const next = [...order];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(from + by, 0, item);
  return next;
}

const acts = ['up', 'down', 'remove'] as const;
type Act = (typeof acts)[number];
const icons: { readonly [A in Act]: IconName } = { up: 'up', down: 'down', remove: 'cross' };

/** Laying out the order; the focus follows the step that was moved. */
function useOrder({
  scenario,
  text,
  shown,
  draft,
  onDraft,
  singleKeys,
}: KindViewProps<'ordering'>) {
  const { t } = useTranslation('question');
  const [refused, setRefused] = useState(false);
  const root = useRef<HTMLFieldSetElement>(null);
  const focusNext = useRef<string | null>(null);
  const { order } = draft;
  const total = scenario.steps.length;

  useLayoutEffect(() => {
    // Moving an element in the page takes its focus away.
    const wanted = focusNext.current;
    focusNext.current = null;
    if (wanted !== null)
      root.current?.querySelector<HTMLElement>(`[data-act="${wanted}"]`)?.focus();
  });

  const lay = (next: readonly Slug[]) => {
    setRefused(false);
    onDraft({ kind: 'ordering', order: next });
  };
  const toggle = (id: Slug) => {
    if (order.includes(id)) lay(order.filter((other) => other !== id));
    else if (order.length >= total) setRefused(true);
    else lay([...order, id]);
  };
  const act = (name: Act, id: Slug) => {
    const place = order.indexOf(id);
    if (name === 'remove') {
      focusNext.current = `pool:${id}`;
      toggle(id);
      return;
    }
    const by = name === 'up' ? -1 : 1;
    if (order[place + by] === undefined) return;
    focusNext.current = `${name}:${id}`;
    announce(t('moved', { step: lineText(lineOf(text, id)), place: place + by + 1 }));
    lay(moved(order, place, by));
  };
  useDigits(shown, toggle, singleKeys);
  return { root, refused, toggle, act, total };
}

interface LaidProps extends KindViewProps<'ordering'> {
  readonly act: (name: Act, id: Slug) => void;
}

function Laid({ text, language, mediaUrl, draft: { order }, act }: LaidProps) {
  const { t } = useTranslation('question');
  if (order.length === 0) return <p className="options-note">{t('orderEmpty')}</p>;
  return (
    <ol className="options">
      {order.map((id, place) => (
        <li className="option ordering-laid" key={id}>
          <span className="option-mark">{place + 1}</span>{' '}
          <span className="option-text">
            <RichLine line={lineOf(text, id)} lang={language} mediaUrl={mediaUrl} />
          </span>
          <span className="ordering-acts">
            {acts.map((name) => (
              <button
                key={name}
                type="button"
                data-act={`${name}:${id}`}
                aria-label={t(name, { step: lineText(lineOf(text, id)) })}
                aria-disabled={name !== 'remove' && !order[place + (name === 'up' ? -1 : 1)]}
                onClick={() => act(name, id)}
              >
                <Icon name={icons[name]} />
              </button>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The steps that belong, in order: pressed one after another, mended with buttons. Nothing is dragged. */
export function OrderingView(props: KindViewProps<'ordering'>) {
  const { text, language, shown, draft, labelledBy, mediaUrl } = props;
  const { t } = useTranslation('question');
  const { root, refused, toggle, act, total } = useOrder(props);
  const { order } = draft;
  return (
    <fieldset className="ordering" aria-labelledby={labelledBy} ref={root}>
      <h3>{t('pool')}</h3>
      <div className="options">
        {shown.map((id, place) => (
          <button
            key={id}
            type="button"
            className="option ordering-step"
            data-act={`pool:${id}`}
            aria-pressed={order.includes(id)}
            onClick={() => toggle(id)}
          >
            <span className="option-mark option-mark-checkbox">{place + 1}</span>{' '}
            <span className="option-text">
              <RichLine line={lineOf(text, id)} lang={language} mediaUrl={mediaUrl} />
            </span>
            {order.includes(id) && <Icon name="check" />}
          </button>
        ))}
      </div>
      <output className="options-note">
        {t('laid', { done: order.length, total })}
        {refused && <span className="options-refused"> {t('orderFull', { count: total })}</span>}
      </output>
      <h3>{t('order')}</h3>
      <Laid {...props} act={act} />
    </fieldset>
  );
}
