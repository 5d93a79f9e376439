import type { ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Line } from '#core/pack/document.ts';
import type { Scenario, ScenarioText } from '#core/pack/model.ts';
import { ChoiceReview } from '#question/ChoiceReview.tsx';
import { letterOf, lineOf } from '#question/kind-view.ts';
import { optionText } from '#question/review-props.ts';
import { ReviewRow } from '#question/ReviewRow.tsx';
import { RichLine } from '#ui/RichText.tsx';
import { mediaUrl } from './media.ts';

interface AnswerKeyProps<S extends Scenario = Scenario> {
  readonly scenario: S;
  readonly text: ScenarioText;
  /** Of the text. */
  readonly language: Language;
  readonly shown: readonly Slug[];
}

/** What is right and why, with nobody's answer beside it. */
export function AnswerKey({ scenario, ...rest }: AnswerKeyProps) {
  switch (scenario.kind) {
    case 'single':
    case 'multiple':
      return <ChoiceReview scenario={scenario} {...rest} response={null} mediaUrl={mediaUrl} />;
    case 'ordering':
      return <OrderingKey scenario={scenario} {...rest} />;
    case 'matching':
      return <MatchingKey scenario={scenario} {...rest} />;
    case 'short':
      return <ShortKey scenario={scenario} {...rest} />;
  }
}

type Kind<K extends Scenario['kind']> = AnswerKeyProps<Extract<Scenario, { kind: K }>>;

interface RowProps extends Pick<AnswerKeyProps, 'text' | 'language'> {
  readonly id: Slug;
  readonly mark: ReactNode;
  readonly isRight: boolean;
  readonly line?: Line | undefined;
  readonly children?: ReactNode;
}

function Row({ id, mark, isRight, text, language, line, children }: RowProps) {
  const { t } = useTranslation('feedback');
  return (
    <ReviewRow
      mark={mark}
      round
      option={optionText(text, id)}
      language={language}
      mediaUrl={mediaUrl}
      {...(line !== undefined && { line })}
      {...(isRight && { state: 'missed', tag: t('answer') })}
    >
      {children}
    </ReviewRow>
  );
}

function OrderingKey({ scenario, ...rest }: Kind<'ordering'>) {
  const { t } = useTranslation('feedback');
  return (
    <div className="review-parts">
      <h3>{t('rightOrder')}</h3>
      <ol className="options">
        {scenario.steps.map((id, place) => (
          <Row key={id} id={id} mark={place + 1} isRight {...rest} />
        ))}
      </ol>
      {scenario.spare.length > 0 && <h3>{t('spare')}</h3>}
      {scenario.spare.length > 0 && (
        <ul className="options">
          {scenario.spare.map((id) => (
            <Row key={id} id={id} mark="–" isRight={false} {...rest} />
          ))}
        </ul>
      )}
    </div>
  );
}

function MatchingKey({ scenario, shown, ...rest }: Kind<'matching'>) {
  const { t } = useTranslation('feedback');
  const { text, language } = rest;
  const explained = shown.filter((id) => optionText(text, id)?.why !== undefined);
  return (
    <div className="review-parts">
      <ol className="options">
        {scenario.prompts.map(({ id, choice }, place) => (
          <Row key={id} id={id} mark={place + 1} isRight {...rest}>
            <p>
              <b>{letterOf(shown.indexOf(choice))}</b>{' '}
              <RichLine line={lineOf(text, choice)} lang={language} mediaUrl={mediaUrl} />
            </p>
          </Row>
        ))}
      </ol>
      {explained.length > 0 && <h3>{t('choices')}</h3>}
      {explained.length > 0 && (
        <ul className="options">
          {explained.map((id) => (
            <Row key={id} id={id} mark={letterOf(shown.indexOf(id))} isRight={false} {...rest} />
          ))}
        </ul>
      )}
    </div>
  );
}

function ShortKey({ scenario, ...rest }: Kind<'short'>) {
  const { t } = useTranslation('feedback');
  const part = (title: string, isRight: boolean) => {
    const answers = scenario.answers.filter(({ right }) => right === isRight);
    return (
      answers.length > 0 && (
        <>
          <h3>{title}</h3>
          <ul className="options">
            {answers.map(({ id, texts }) => (
              <Row
                key={id}
                id={id}
                mark={isRight ? '✓' : '×'}
                isRight={isRight}
                // Bare commands are not said again in each language.
                line={optionText(rest.text, id)?.text ?? texts.slice(0, 1)}
                {...rest}
              />
            ))}
          </ul>
        </>
      )
    );
  };
  return (
    <div className="review-parts">
      {part(t('accepted'), true)}
      {part(t('notAccepted'), false)}
    </div>
  );
}
