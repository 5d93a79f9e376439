import type { ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { Line } from '#core/pack/document.ts';
import type { OptionText } from '#core/pack/model.ts';
import { Icon } from '#ui/Icon.tsx';
import { RichLine, RichText, type MediaUrl } from '#ui/RichText.tsx';
import { stateIcons, type ReviewState } from './review-props.ts';
import './Options.css';
import './ReviewRow.css';

interface ReviewRowProps {
  /** A number or letter, as it stood in the question. */
  readonly mark?: ReactNode;
  readonly round?: boolean;
  /** What became of it, and what that is called here; nothing for what only explains. */
  readonly state?: ReviewState | undefined;
  readonly tag?: string | undefined;
  /** Instead of the option's own words. */
  readonly line?: Line;
  readonly option: OptionText | undefined;
  readonly language: Language;
  readonly mediaUrl?: MediaUrl | undefined;
  /** It exists nowhere, so it is never right. */
  readonly never?: boolean;
  readonly children?: ReactNode;
}

/** One option, step, prompt or answer with what became of it, and why. */
export function ReviewRow(props: ReviewRowProps) {
  const { mark, round, state, tag, option, language, mediaUrl, never, children } = props;
  const { t } = useTranslation('feedback');
  const look = { lang: language, mediaUrl };
  return (
    <li className={state ? `option review review-${state}` : 'option review'}>
      {mark !== undefined && (
        <span className={round ? 'option-mark' : 'option-mark option-mark-checkbox'}>{mark}</span>
      )}{' '}
      <div className="review-body">
        <RichLine line={props.line ?? option?.text ?? []} {...look} />
        {children}
        {option?.why && (
          <div className="review-why">
            <RichText document={option.why} {...look} />
          </div>
        )}
        {option?.rightWhen && (
          <p className="review-why">
            <b>{t('rightWhen')}</b> <RichLine line={option.rightWhen} {...look} />
          </p>
        )}
        {never && <p className="review-why">{t('never')}</p>}
      </div>{' '}
      {state && (
        <span className="review-tag">
          <Icon name={stateIcons[state]} />
          {tag}
        </span>
      )}
    </li>
  );
}
