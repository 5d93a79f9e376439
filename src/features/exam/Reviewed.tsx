import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { grade } from '#core/answer/grade.ts';
import type { Attempt } from '#core/exam/attempt.ts';
import type { FormQuestion } from '#core/exam/draw.ts';
import { orderInForm } from '#core/exam/order-in-form.ts';
import { questionKey } from '#core/exam/pool.ts';
import type { Outcome } from '#core/exam/score.ts';
import { localized, sentenceGap, type Language } from '#core/language.ts';
import type { ConceptChunk } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import { FeedbackView } from '#question/FeedbackView.tsx';
import type { Sheet } from '#state/exam/report.ts';
import { findConcept, shownPackLanguage } from '#state/library.ts';
import { useLearner, useLibrary, useStores } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { LanguageToggle } from '#ui/LanguageToggle.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Causes } from './Causes.tsx';
import { clockText, domainIn } from './words.ts';

const ReportMistake = lazy(async () => ({
  default: (await import('#question/ReportMistake.tsx')).ReportMistake,
}));

/** A newer version of the pack can say then that it was mended. */
async function remember(stores: Stores, { pack, concept, scenario }: FormQuestion): Promise<void> {
  const { rememberReport } = await import('#state/reports.ts');
  await rememberReport(stores, { pack, concept, scenario });
}

interface ReviewedProps {
  readonly attempt: Attempt;
  readonly sheet: Sheet;
  readonly number: number;
  readonly outcome: Outcome;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onNext: (() => void) | undefined;
}

/** One question after the exam: why it was missed, and the feedback in full. */
export function Reviewed(props: ReviewedProps) {
  const { attempt, sheet, number, outcome, language, onLanguage } = props;
  const { t, i18n } = useTranslation('exam');
  const packs = useLibrary((state) => state.packs);
  const { question, found } = sheet;
  const given = attempt.answers.get(questionKey(question));
  const place = findConcept(packs, question.pack, question.concept);
  const isMissed = outcome === 'wrong' || outcome === 'unanswered';
  return (
    <>
      <div className="exam-reviewed-head">
        <h3>
          {t('cell', { number })} · {t(`outcome-${outcome}`)}
        </h3>
        {place && (
          <LanguageToggle
            label={t('language')}
            languages={place.pack.languages}
            value={shownPackLanguage(place.pack, language)}
            onChange={onLanguage}
          />
        )}
      </div>
      <p className="exams-quiet">
        {[
          ...(given !== undefined && given.millis > 0
            ? [t('onScreen', { time: clockText(given.millis) })]
            : []),
          ...(question.isScored ? [] : [t('notScored')]),
        ].join(sentenceGap(i18n.language))}
      </p>
      {outcome === 'void' && found !== null && <Notice kind="info">{t('voidBody')}</Notice>}
      {isMissed && <Causes attempt={attempt} question={questionKey(question)} />}
      {found === null ? (
        <Notice kind="warn">{t('goneBody')}</Notice>
      ) : (
        <Feedback {...props} {...found} />
      )}
    </>
  );
}

interface FeedbackProps extends ReviewedProps {
  readonly chunk: ConceptChunk;
  readonly scenario: Scenario;
}

function Feedback({ attempt, sheet, chunk, scenario, onNext }: FeedbackProps) {
  const { question } = sheet;
  const packs = useLibrary((state) => state.packs);
  const singleKeys = useLearner((state) => state.learner.settings.singleKeys);
  const [isReporting, setReporting] = useState(false);
  const text = scenario.text[chunk.language];
  const found = findConcept(packs, question.pack, question.concept);
  if (text === undefined) return null;
  const given = attempt.answers.get(questionKey(question));
  const response = given?.response?.kind === scenario.kind ? given.response : null;
  const note = found?.concept.note;
  const title = found && localized(found.concept.title, chunk.language, found.pack.languages[0]);
  const labels = [domainIn(attempt.form.blueprint, question.domain, chunk.language)];
  return (
    <>
      <FeedbackView
        scenario={scenario}
        text={text}
        language={chunk.language}
        sharedCase={chunk.cases.find(({ id }) => id === scenario.case)}
        mediaUrl={(source) => source}
        labels={title === undefined ? labels : [...labels, title]}
        shown={
          given === undefined || given.shown.length === 0
            ? orderInForm(attempt.form, question, scenario)
            : given.shown
        }
        response={response}
        confidence={null}
        verdict={grade(scenario, response)}
        aged={chunk.aged.filter(({ ref }) => scenario.aged.includes(ref))}
        noteHref={note === undefined ? undefined : `#/packs/${question.pack}/notes/${note}`}
        onReport={() => setReporting(true)}
        onNext={onNext}
        singleKeys={singleKeys}
      />
      {isReporting && (
        <Mistake
          question={question}
          scenario={scenario}
          language={chunk.language}
          onClose={() => setReporting(false)}
        />
      )}
    </>
  );
}

interface MistakeProps {
  readonly question: FormQuestion;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly onClose: () => void;
}

/** What a mistake in the question is reported with. */
function Mistake({ question, scenario, language, onClose }: MistakeProps) {
  const stores = useStores();
  const packs = useLibrary((state) => state.packs);
  const found = findConcept(packs, question.pack, question.concept);
  if (found === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ReportMistake
        pack={found.pack}
        concept={question.concept}
        scenario={scenario}
        language={language}
        onReported={() => void remember(stores, question)}
        onClose={onClose}
      />
    </Suspense>
  );
}
