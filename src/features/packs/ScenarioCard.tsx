import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { shownOrder } from '#core/answer/grade.ts';
import type { ScenarioState } from '#core/journal/learner-state.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import type { Scenario, ScenarioText } from '#core/pack/model.ts';
import { hashText } from '#core/random.ts';
import { formatDay } from '#core/time.ts';
import { Aged } from '#question/Aged.tsx';
import { formatDate } from '#question/dates.ts';
import { QuestionHead } from '#question/QuestionHead.tsx';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { RichText } from '#ui/RichText.tsx';
import { mediaUrl } from './media.ts';
import { AnswerKey } from './AnswerKey.tsx';
import { Sources } from './Sources.tsx';

interface ScenarioCardProps {
  readonly chunk: ConceptChunk;
  readonly scenario: Scenario;
  /** What is known of it; nothing if it was never answered under its present key. */
  readonly evidence: ScenarioState | undefined;
  readonly noteHref: string | undefined;
  /** What can be done with it. */
  readonly actions: ReactNode;
}

/** A question to look at. What was never asked stays closed, so that browsing spoils nothing. */
export function ScenarioCard(props: ScenarioCardProps) {
  const { chunk, scenario, evidence, noteHref, actions } = props;
  const { t, i18n } = useTranslation('packs');
  const [isOpen, setOpen] = useState(evidence !== undefined);
  const id = useId();
  const { language } = chunk;
  const text = scenario.text[language];
  if (text === undefined) return null;
  return (
    <article className="scenario" aria-labelledby={id}>
      <p className="scenario-state">
        <Icon name={evidence === undefined ? 'left' : evidence.lastRight ? 'check' : 'cross'} />{' '}
        {evidence === undefined
          ? t('neverSeen')
          : t(evidence.lastRight ? 'lastRight' : 'lastWrong', {
              date: formatDate(formatDay(evidence.lastDay), i18n.language),
            })}
      </p>
      <QuestionHead
        scenario={scenario}
        text={text}
        language={language}
        sharedCase={chunk.cases.find((each) => each.id === scenario.case)}
        id={id}
        marked={isOpen}
        mediaUrl={mediaUrl}
      />
      <Button
        className="scenario-toggle"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-answer` : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'hideAnswer' : 'showAnswer')}
      </Button>
      {isOpen && (
        <div className="scenario-answer" id={`${id}-answer`}>
          <Answer {...{ chunk, scenario, text, noteHref }} />
        </div>
      )}
      {actions}
    </article>
  );
}

interface AnswerProps extends Pick<ScenarioCardProps, 'chunk' | 'scenario' | 'noteHref'> {
  readonly text: ScenarioText;
}

/** What decides, each option with its reason, what has aged, and where that stands. */
function Answer({ chunk, scenario, text, noteHref }: AnswerProps) {
  const { language } = chunk;
  const shown = shownOrder(scenario, hashText(`${chunk.id}/${scenario.id}`));
  return (
    <>
      <div className="scenario-decides">
        <RichText reading document={text.decides} lang={language} mediaUrl={mediaUrl} marked />
      </div>
      <AnswerKey scenario={scenario} text={text} language={language} shown={shown} />
      <Aged
        claims={chunk.aged.filter(({ ref }) => scenario.aged.includes(ref))}
        language={language}
        noteHref={noteHref}
        mediaUrl={mediaUrl}
      />
      <Sources references={scenario.references} checked={scenario.checked} language={language} />
    </>
  );
}
