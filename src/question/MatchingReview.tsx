import { useTranslation } from '#ui/words.tsx';
import { optionStates } from '#core/answer/grade.ts';
import type { Slug } from '#core/ids.ts';
import { RichLine } from '#ui/RichText.tsx';
import { letterOf, lineOf } from './kind-view.ts';
import { optionText, type ReviewProps } from './review-props.ts';
import { ReviewRow } from './ReviewRow.tsx';

const matchWords = {
  'chosen-right': 'matchRight',
  'chosen-wrong': 'matchWrong',
  missed: 'stepMissed',
  'rightly-left': 'rightly-left',
} as const;

/** Each prompt with the choice that was given and the one that is right; the choices with what there is to say. */
export function MatchingReview(props: ReviewProps<'matching'>) {
  const { scenario, text, language, shown, response, mediaUrl } = props;
  const { t } = useTranslation('feedback');
  const states = optionStates(scenario, response);
  const given = new Map(response?.pairs);
  const choice = (id: Slug | undefined) =>
    id === undefined ? (
      t('nothing')
    ) : (
      <>
        <b>{letterOf(shown.indexOf(id))}</b>{' '}
        <RichLine line={lineOf(text, id)} lang={language} mediaUrl={mediaUrl} />
      </>
    );
  return (
    <div className="review-parts">
      <ol className="options">
        {scenario.prompts.map((prompt, place) => {
          const state = states.get(prompt.id) ?? 'missed';
          const isRight = state === 'chosen-right';
          return (
            <ReviewRow
              key={prompt.id}
              mark={place + 1}
              round={false}
              state={state}
              tag={t(matchWords[state])}
              option={optionText(text, prompt.id)}
              language={language}
              mediaUrl={mediaUrl}
            >
              <dl className="review-pair">
                <dt>{t('yourMatch')}</dt>
                <dd>{choice(given.get(prompt.id))}</dd>
                {!isRight && <dt>{t('rightMatch')}</dt>}
                {!isRight && <dd>{choice(prompt.choice)}</dd>}
              </dl>
            </ReviewRow>
          );
        })}
      </ol>
      <Explained {...props} />
    </div>
  );
}

/** Choices that have a reason of their own. */
function Explained({ text, language, shown, mediaUrl }: ReviewProps<'matching'>) {
  const { t } = useTranslation('feedback');
  const explained = shown.filter((id) => optionText(text, id)?.why !== undefined);
  if (explained.length === 0) return null;
  return (
    <>
      <h3>{t('choices')}</h3>
      <ul className="options">
        {explained.map((id) => (
          <ReviewRow
            key={id}
            mark={letterOf(shown.indexOf(id))}
            round
            option={optionText(text, id)}
            language={language}
            mediaUrl={mediaUrl}
          />
        ))}
      </ul>
    </>
  );
}
