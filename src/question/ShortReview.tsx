import { useTranslation } from '#ui/words.tsx';
import { optionStates } from '#core/answer/grade.ts';
import { RichLine } from '#ui/RichText.tsx';
import type { Line } from '#core/pack/document.ts';
import { optionText, type ReviewProps } from './review-props.ts';
import { ReviewRow } from './ReviewRow.tsx';

/** Commands are set as code. */
const asTyped = (compare: 'exact' | 'prose', typed: string): Line =>
  compare === 'exact' ? [{ type: 'code', text: typed }] : [typed];

/** What was typed, what is accepted, and what is often typed instead. */
export function ShortReview(props: ReviewProps<'short'>) {
  const { scenario, text, language, response, mediaUrl } = props;
  const { t } = useTranslation('feedback');
  const states = optionStates(scenario, response);
  const row = ({ id, right, texts }: (typeof scenario.answers)[number]) => {
    const state = states.get(id);
    const isTyped = state === 'chosen-right' || state === 'chosen-wrong';
    // Any accepted answer will do, so none of them was forgotten.
    const isAnswer = right && !isTyped;
    const shown = isAnswer ? 'answer' : state;
    return (
      <ReviewRow
        key={id}
        state={isTyped || isAnswer ? shown : undefined}
        tag={shown && t(shown)}
        option={optionText(text, id)}
        // Bare commands are not said again in each language.
        line={optionText(text, id)?.text ?? asTyped(scenario.compare, texts[0] ?? '')}
        language={language}
        mediaUrl={mediaUrl}
      />
    );
  };
  const section = (title: string, answers: typeof scenario.answers) =>
    answers.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="options">{answers.map(row)}</ul>
      </>
    );
  return (
    <div className="review-parts">
      <h3>{t('youTyped')}</h3>
      <p>
        {response === null ? (
          t('nothing')
        ) : (
          <RichLine line={asTyped(scenario.compare, response.typed)} />
        )}
      </p>
      {section(
        t('accepted'),
        scenario.answers.filter((answer) => answer.right),
      )}
      {section(
        t('notAccepted'),
        scenario.answers.filter((answer) => !answer.right),
      )}
    </div>
  );
}
