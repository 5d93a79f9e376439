import { useTranslation } from '#ui/words.tsx';
import { optionStates } from '#core/answer/grade.ts';
import type { Slug } from '#core/ids.ts';
import { Icon } from '#ui/Icon.tsx';
import { RichLine } from '#ui/RichText.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { lineOf } from './kind-view.ts';
import { optionText, type ReviewProps } from './review-props.ts';
import { ReviewRow } from './ReviewRow.tsx';

const stepWords = {
  'chosen-right': 'stepRight',
  'chosen-wrong': 'stepWrong',
  missed: 'stepMissed',
  'rightly-left': 'rightly-left',
} as const;

/** The learner's own order, each step in its place or not. */
function Given({ scenario, text, language, response, mediaUrl }: ReviewProps<'ordering'>) {
  const { t } = useTranslation('feedback');
  const given = response?.order ?? [];
  if (given.length === 0) return <p className="review-given">{t('nothing')}</p>;
  return (
    <ol className="review-given">
      {given.map((id, place) => {
        const isRight = scenario.steps[place] === id;
        return (
          <li key={id}>
            <RichLine line={lineOf(text, id)} lang={language} mediaUrl={mediaUrl} />{' '}
            <span className={isRight ? 'review-is-right' : 'review-is-wrong'}>
              <Icon name={isRight ? 'check' : 'cross'} />
              <VisuallyHidden>{t(isRight ? 'stepRight' : 'stepWrong')}</VisuallyHidden>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The given order, then the right one with reasons, then what belongs nowhere. */
export function OrderingReview(props: ReviewProps<'ordering'>) {
  const { scenario, text, language, response, mediaUrl } = props;
  const { t } = useTranslation('feedback');
  const states = optionStates(scenario, response);
  const row = (id: Slug, mark: string, isSpare = false) => {
    const state = states.get(id) ?? 'missed';
    return (
      <ReviewRow
        key={id}
        mark={mark}
        round
        state={state}
        tag={t(isSpare ? state : stepWords[state])}
        option={optionText(text, id)}
        language={language}
        mediaUrl={mediaUrl}
      />
    );
  };
  return (
    <div className="review-parts">
      <h3>{t('yourOrder')}</h3>
      <Given {...props} />
      <h3>{t('rightOrder')}</h3>
      <ol className="options">{scenario.steps.map((id, place) => row(id, String(place + 1)))}</ol>
      {scenario.spare.length > 0 && (
        <>
          <h3>{t('spare')}</h3>
          <ul className="options">{scenario.spare.map((id) => row(id, '–', true))}</ul>
        </>
      )}
    </div>
  );
}
