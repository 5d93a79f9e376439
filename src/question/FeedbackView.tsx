import { useId } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Confidence, Response, Verdict } from '#core/answer/response.ts';
import type { Slug } from '#core/ids.ts';
import type { AgedClaim } from '#core/pack/library.ts';
import { usePainted } from '#ui/painted.ts';
import { RichText } from '#ui/RichText.tsx';
import { Aged, ReferenceLink } from './Aged.tsx';
import { answerWords } from './answer-words.ts';
import { ChangedAnswer } from './ChangedAnswer.tsx';
import { CheckedOn } from './CheckedOn.tsx';
import { useKeys } from './keys.ts';
import { KeysHint } from './KeysHint.tsx';
import { NextRow, type NextRowProps } from './NextRow.tsx';
import { headOf, QuestionHead, type HeadProps } from './QuestionHead.tsx';
import { Review } from './Review.tsx';
import { VerdictHeading } from './VerdictHeading.tsx';
import './FeedbackView.css';

export interface FeedbackProps extends HeadProps, NextRowProps {
  /** The order in which it was shown. */
  readonly shown: readonly Slug[];
  /** `null` is "I don't know". */
  readonly response: Response | null;
  /** `null` where it was not asked for. */
  readonly confidence: Confidence | null;
  readonly verdict: Verdict;
  /** The claims that this scenario corrects, in the shown language. */
  readonly aged: readonly AgedClaim[];
  /** Where the note can be read. */
  readonly noteHref?: string | undefined;
  /** Opens what a mistake is reported with. */
  readonly onReport?: (() => void) | undefined;
  /** Whether the verdict asks for the focus when it appears; a preview does not. */
  readonly takesFocus?: boolean;
}

function Decides(props: FeedbackProps & { readonly isPainted: boolean }) {
  const { scenario, text, language, shown, response, verdict, mediaUrl } = props;
  const { t } = useTranslation('feedback');
  const isPartly = verdict.total > 1 && !verdict.right && response !== null;
  return (
    <section className={verdict.right ? 'verdict verdict-right' : 'verdict'}>
      <VerdictHeading
        verdict={verdict}
        response={response}
        confidence={props.confidence}
        isScheduled={props.next !== undefined}
        answer={answerWords(scenario, text, shown)}
        takesFocus={props.isPainted && (props.takesFocus ?? false)}
      />
      {isPartly && (
        <p className="verdict-part">
          {t('partOf', { earned: verdict.earned, total: verdict.total })}
        </p>
      )}
      <RichText reading document={text.decides} lang={language} mediaUrl={mediaUrl} marked />
    </section>
  );
}

function References({ scenario, language, onReport }: FeedbackProps) {
  const { t } = useTranslation('feedback');
  return (
    <section className="references" aria-label={t('references')}>
      <span>
        <CheckedOn checked={scenario.checked} />
      </span>
      {scenario.references.map((reference) => (
        <ReferenceLink key={reference.id} reference={reference} language={language} />
      ))}
      {onReport && (
        <button type="button" onClick={onReport}>
          {t('report')}
        </button>
      )}
    </section>
  );
}

/** What is read after the verdict. */
function Reasons(props: FeedbackProps) {
  const { text, language, shown, response, mediaUrl, aged, noteHref, singleKeys } = props;
  return (
    <>
      {props.isChanged && <ChangedAnswer {...props} />}
      <Review
        scenario={props.scenario}
        text={text}
        language={language}
        shown={shown}
        response={response}
        mediaUrl={mediaUrl}
      />
      <Aged claims={aged} language={language} noteHref={noteHref} mediaUrl={mediaUrl} />
      <References {...props} />
      <NextRow {...props} />
      <KeysHint singleKeys={singleKeys} />
    </>
  );
}

/**
 * An answered question, read from top to bottom: the situation with the words that decide, the verdict, what
 * decides, each option with its reason, what in the note has aged, references, when it comes next. Nothing is hidden.
 * The verdict is painted a frame before the reasons, and before the focus goes there, which lays the page out once
 * more: nobody waits for what is read later.
 */
export function FeedbackView(props: FeedbackProps) {
  const { t } = useTranslation('question');
  const id = useId();
  const isPainted = usePainted(props.takesFocus ?? false);
  useKeys({ Enter: props.onNext, z: props.onUndo }, props.singleKeys);
  return (
    <article className="question feedback" aria-label={t('label')}>
      <QuestionHead {...headOf(props)} id={id} marked />
      <Decides {...props} isPainted={isPainted} />
      {isPainted && <Reasons {...props} />}
    </article>
  );
}
