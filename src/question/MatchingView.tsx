import { useId, useRef } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Slug } from '#core/ids.ts';
import { lineText } from '#core/pack/document.ts';
import { RichLine } from '#ui/RichText.tsx';
import { letterOf, lineOf, type KindViewProps } from './kind-view.ts';
import { useDigits } from './keys.ts';
import './Options.css';
import './MatchingView.css';

function Choices({ text, language, shown, mediaUrl }: KindViewProps<'matching'>) {
  const { t } = useTranslation('question');
  return (
    <ol className="matching-choices" aria-label={t('choices')}>
      {shown.map((choice, place) => (
        <li key={choice}>
          <b>{letterOf(place)}</b>{' '}
          <RichLine line={lineOf(text, choice)} lang={language} mediaUrl={mediaUrl} />
        </li>
      ))}
    </ol>
  );
}

/** Each prompt gets one of the lettered choices, from the browser's own list: it fits the smallest screen. */
export function MatchingView(props: KindViewProps<'matching'>) {
  const { scenario, text, language, shown, draft, onDraft, labelledBy, singleKeys, mediaUrl } =
    props;
  const { t } = useTranslation('question');
  const id = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const given = new Map(draft.pairs);
  const prompts = scenario.prompts.map((prompt) => prompt.id);

  const match = (prompt: Slug, choice: Slug) => {
    const others = draft.pairs.filter(([other]) => other !== prompt);
    onDraft({ kind: 'matching', pairs: choice === '' ? others : [...others, [prompt, choice]] });
  };
  const focusPrompt = (_prompt: Slug, place: number) =>
    list.current?.querySelectorAll('select')[place]?.focus();
  useDigits(prompts, focusPrompt, singleKeys);

  return (
    <fieldset className="matching" aria-labelledby={labelledBy} ref={list}>
      <Choices {...props} />
      <div className="options">
        {prompts.map((prompt, place) => (
          <div className="option matching-prompt" key={prompt}>
            <span className="option-mark option-mark-checkbox">{place + 1}</span>
            <span className="option-text" id={`${id}-${prompt}`}>
              <RichLine line={lineOf(text, prompt)} lang={language} mediaUrl={mediaUrl} />
            </span>
            <select
              className="matching-select"
              aria-labelledby={`${id}-${prompt}`}
              value={given.get(prompt) ?? ''}
              onChange={(event) => match(prompt, event.target.value)}
            >
              <option value="">{t('pick')}</option>
              {shown.map((choice, letter) => (
                <option key={choice} value={choice} lang={language}>
                  {`${letterOf(letter)}. ${lineText(lineOf(text, choice))}`}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <output className="options-note">
        {t('matched', { done: given.size, total: prompts.length })}
      </output>
    </fieldset>
  );
}
