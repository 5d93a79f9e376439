import { useTranslation } from '#ui/words.tsx';
import { optionStates } from '#core/answer/grade.ts';
import type { OptionState } from '#core/answer/rules.ts';
import { optionText, type ReviewProps } from './review-props.ts';
import { ReviewRow } from './ReviewRow.tsx';

/** Only where several are asked for can one be forgotten, or left with reason. */
function reviewState(state: OptionState | undefined, isOneOfMany: boolean) {
  if (isOneOfMany) return state;
  if (state === 'missed') return 'answer';
  return state === 'rightly-left' ? undefined : state;
}

/** Each option in the order shown: chosen or not, right or not, and why. */
export function ChoiceReview(props: ReviewProps<'single' | 'multiple'>) {
  const { scenario, text, language, shown, response, mediaUrl } = props;
  const { t } = useTranslation('feedback');
  const states = optionStates(scenario, response);
  return (
    <ol className="options">
      {shown.map((id, place) => {
        const isOneOfMany = scenario.kind === 'multiple' && response !== null;
        const state = reviewState(states.get(id), isOneOfMany);
        return (
          <ReviewRow
            key={id}
            mark={place + 1}
            round={scenario.kind === 'single'}
            state={state}
            tag={state && t(state)}
            option={optionText(text, id)}
            never={scenario.options.some((option) => option.id === id && option.never)}
            language={language}
            mediaUrl={mediaUrl}
          />
        );
      })}
    </ol>
  );
}
