import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Attempt } from '#core/exam/attempt.ts';
import type { FormQuestion } from '#core/exam/draw.ts';
import { orderInForm } from '#core/exam/order-in-form.ts';
import { questionKey } from '#core/exam/pool.ts';
import type { Json } from '#core/journal/event.ts';
import type { Response } from '#core/answer/response.ts';
import { chosenSoFar } from '#question/chosen-so-far.ts';
import type { Draft } from '#question/draft.ts';
import { keptDraft } from '#question/kept-draft.ts';
import { QuestionView } from '#question/QuestionView.tsx';
import { useSitting } from '#state/exam/react.ts';
import type { ExamContent } from '#state/exam/sitting-state.ts';
import { useLearner } from '#state/react.tsx';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

interface SatProps {
  readonly attempt: Attempt;
  readonly place: number;
}

/** The question on the screen, or why it cannot be shown. */
export function Sat({ attempt, place }: SatProps) {
  const { t } = useTranslation('exam');
  const content = useSitting((state) => state.content);
  const retry = useSitting((state) => state.retry);
  const question = attempt.form.questions[place];
  if (content.status === 'loading' || question === undefined)
    return <output className="exam-wait">{t('loading')}</output>;
  if (content.status !== 'ready')
    return (
      <div className="exam-wait">
        <Notice kind="error" action={<Button onClick={retry}>{t('tryAgain')}</Button>}>
          {t(content.status === 'offline' ? 'questionOffline' : 'questionGone')}
        </Notice>
      </div>
    );
  return <Asked attempt={attempt} question={question} content={content} />;
}

const draftJson = (response: Response | null): Json =>
  response === null ? null : JSON.parse(JSON.stringify(response));

interface AskedProps {
  readonly attempt: Attempt;
  readonly question: FormQuestion;
  readonly content: Extract<ExamContent, { status: 'ready' }>;
}

function Asked({ attempt, question, content: { chunk, scenario } }: AskedProps) {
  const { t } = useTranslation('exam');
  const key = questionKey(question);
  const choose = useSitting((state) => state.choose);
  const type = useSitting((state) => state.type);
  const strike = useSitting((state) => state.strike);
  const struck = useSitting((state) => state.struck[key]);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const given = attempt.answers.get(key)?.response ?? null;
  // What is typed is ahead of what is written; anything else is shown as it was written.
  const [typed, setTyped] = useState<Draft | null>(null);
  const draft = typed ?? keptDraft(scenario, draftJson(given));
  const text = scenario.text[chunk.language];
  if (text === undefined) return null;
  const onDraft = (next: Draft) => {
    if (next.kind === 'short') {
      setTyped(next);
      type(chosenSoFar(next));
    } else choose(chosenSoFar(next));
  };
  return (
    <QuestionView
      scenario={scenario}
      text={text}
      language={chunk.language}
      sharedCase={chunk.cases.find(({ id }) => id === scenario.case)}
      mediaUrl={(source) => source}
      shown={orderInForm(attempt.form, question, scenario)}
      draft={draft}
      onDraft={onDraft}
      struck={new Set(struck)}
      onStruck={(next) => strike([...next])}
      singleKeys={singleKeys}
      moreKeys={[
        ['N', t('keyNext')],
        ['P', t('keyPrevious')],
        ['R', t('keyReview')],
      ]}
      takesFocus
    />
  );
}
