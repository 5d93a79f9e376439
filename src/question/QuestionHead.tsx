import { memo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import type { Scenario, ScenarioText } from '#core/pack/model.ts';
import { RichLine, RichText, type MediaUrl } from '#ui/RichText.tsx';
import './QuestionHead.css';

/** What a question and its feedback both show: the same scenario in the same words. */
export interface HeadProps {
  readonly scenario: Scenario;
  /** In the language that is shown. */
  readonly text: ScenarioText;
  /** Of the text. */
  readonly language: Language;
  /** The situation that the scenario shares with others, in the same language. */
  readonly sharedCase?: ConceptChunk['cases'][number] | undefined;
  /** Domain, concept: what may be known before the answer. */
  readonly labels?: readonly string[] | undefined;
  readonly mediaUrl?: MediaUrl | undefined;
  /** What is right has changed since the learner answered it. */
  readonly isChanged?: boolean | undefined;
}

const spelled = new Map([
  [2, 'choose2'],
  [3, 'choose3'],
  [4, 'choose4'],
  [5, 'choose5'],
] as const);

/** What is asked for, by kind: "Choose TWO". */
function useInstruction(scenario: Scenario): string {
  const { t } = useTranslation('question');
  switch (scenario.kind) {
    case 'single':
      return t('chooseOne');
    case 'multiple': {
      const count = scenario.choose;
      const word = [...spelled].find(([number]) => number === count)?.[1];
      return word === undefined ? t('chooseMany', { count }) : t(word);
    }
    case 'ordering':
      return t('putInOrder', { count: scenario.steps.length });
    case 'matching':
      return t('matchAll');
    case 'short':
      return t('typeIt');
  }
}

interface QuestionHeadProps extends HeadProps {
  /** Of the heading that asks. */
  readonly id: string;
  /** Shows the words that decide. */
  readonly marked?: boolean;
}

/** What of the props of a question or its feedback the head is made of. */
export const headOf = (props: HeadProps): HeadProps => {
  const { scenario, text, language, sharedCase, labels, mediaUrl, isChanged } = props;
  return { scenario, text, language, sharedCase, labels, mediaUrl, isChanged };
};

/** Made anew when its own words change: not with each choice, and not with the verdict. */
export const QuestionHead = memo(function QuestionHead(props: QuestionHeadProps) {
  const { scenario, text, language, sharedCase, labels = [], mediaUrl, id, marked } = props;
  const { t } = useTranslation('question');
  const instruction = useInstruction(scenario);
  const look = { lang: language, mediaUrl, marked };
  return (
    <>
      <p className="question-chips">
        {labels.map((label) => (
          <span className="question-chip" lang={language} key={label}>
            {label}
          </span>
        ))}
        <span>{instruction}</span>
        {props.isChanged && <span className="question-changed">{t('changed')}</span>}
      </p>
      {sharedCase && (
        <section className="question-case">
          <h2 lang={language}>{sharedCase.title}</h2>
          <RichText reading document={sharedCase.situation} {...look} />
        </section>
      )}
      {text.situation.length > 0 && <RichText reading document={text.situation} {...look} />}
      <h2 className="question-ask" id={id}>
        <RichLine line={text.question} {...look} />
      </h2>
    </>
  );
});
