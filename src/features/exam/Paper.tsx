import { useId } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { orderInForm } from '#core/exam/order-in-form.ts';
import { questionKey } from '#core/exam/pool.ts';
import type { Form } from '#core/exam/form.ts';
import type { Slug } from '#core/ids.ts';
import type { Scenario, ScenarioText } from '#core/pack/model.ts';
import { lineOf } from '#question/kind-view.ts';
import { QuestionHead } from '#question/QuestionHead.tsx';
import type { Sheet } from '#state/exam/report.ts';
import { RichLine } from '#ui/RichText.tsx';
import { keyWords, marksOf } from './paper-words.ts';

interface PaperProps {
  readonly form: Form;
  readonly sheets: readonly Sheet[];
}

/** Every question with room for its answer, and nothing that gives it away. */
export function Paper({ form, sheets }: PaperProps) {
  const { t } = useTranslation('exam');
  return (
    <ol className="paper-questions">
      {sheets.map(({ question, found }) => {
        const text = found?.scenario.text[found.chunk.language];
        return (
          <li key={questionKey(question)}>
            {found === null || text === undefined ? (
              <p>{t('goneBody')}</p>
            ) : (
              <Printed
                scenario={found.scenario}
                text={text}
                language={found.chunk.language}
                sharedCase={found.chunk.cases.find(({ id }) => id === found.scenario.case)}
                shown={orderInForm(form, question, found.scenario)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface PrintedProps {
  readonly scenario: Scenario;
  readonly text: ScenarioText;
  readonly language: string;
  readonly sharedCase: Parameters<typeof QuestionHead>[0]['sharedCase'];
  readonly shown: readonly Slug[];
}

function Printed({ scenario, text, language, sharedCase, shown }: PrintedProps) {
  const id = useId();
  const marks = marksOf(shown);
  return (
    <article className="paper-question" aria-labelledby={id}>
      <QuestionHead
        id={id}
        scenario={scenario}
        text={text}
        language={language}
        sharedCase={sharedCase}
        mediaUrl={(source) => source}
      />
      {scenario.kind === 'matching' && (
        <ul className="paper-options">
          {scenario.prompts.map((prompt, place) => (
            <li key={prompt.id}>
              <span>{place + 1}</span>
              <RichLine line={lineOf(text, prompt.id)} lang={language} />
            </li>
          ))}
        </ul>
      )}
      <ul className="paper-options">
        {shown.map((option, place) => (
          <li key={option}>
            <span>{marks[place]}</span>
            <RichLine line={lineOf(text, option)} lang={language} />
          </li>
        ))}
      </ul>
    </article>
  );
}

/** A sheet of its own to fill in: a circle for each option, a line for what is put in order or written. */
export function AnswerSheet({ form, sheets }: PaperProps) {
  const { t } = useTranslation('exam');
  return (
    <section className="paper-sheet" aria-labelledby="paper-sheet">
      <h2 id="paper-sheet">{t('answerSheet')}</h2>
      <ol>
        {sheets.map(({ question, found }) => (
          <li key={questionKey(question)}>
            {found && (found.scenario.kind === 'single' || found.scenario.kind === 'multiple') ? (
              marksOf(orderInForm(form, question, found.scenario)).map((mark) => (
                <span className="paper-circle" key={mark}>
                  {mark}
                </span>
              ))
            ) : (
              <span className="paper-line" />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is right, by the marks of the paper: on a page of its own, to be kept back. */
export function AnswerKey({ form, sheets }: PaperProps) {
  const { t } = useTranslation('exam');
  return (
    <section className="paper-sheet" aria-labelledby="paper-key">
      <h2 id="paper-key">{t('answerKey')}</h2>
      <ol>
        {sheets.map(({ question, found }) => (
          <li key={questionKey(question)}>
            {found && keyWords(found.scenario, orderInForm(form, question, found.scenario))}
          </li>
        ))}
      </ol>
    </section>
  );
}
