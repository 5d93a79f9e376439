import { useId, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Link, useNavigate } from 'react-router';
import type { Attempt } from '#core/exam/attempt.ts';
import type { TooFew } from '#core/exam/draw.ts';
import type { Subject } from '#core/exam/subject.ts';
import type { Language } from '#core/language.ts';
import { ExamEndNotice } from '#question/ExamEndNotice.tsx';
import { cleanFormsLeft, newCode, ownForm, seenBy } from '#state/exam/forms.ts';
import { useExams } from '#state/exam/react.ts';
import { useExamEnd } from '#state/exam-end.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { EXTRA_MINUTES, LongerSwitch } from './LongerSwitch.tsx';
import { domainIn, titleIn } from './words.ts';

interface OfferCardProps {
  readonly offer: Subject;
  readonly attempts: readonly Attempt[];
  readonly language: Language;
}

/** One exam: what it is like, how many clean forms are left, and the button that starts the clock. */
export function OfferCard({ offer, attempts, language }: OfferCardProps) {
  const { t } = useTranslation('exam');
  const id = useId();
  const { blueprint } = offer;
  const end = useExamEnd(blueprint.id);
  const { ports } = useStores();
  const navigate = useNavigate();
  const begin = useExams((state) => state.begin);
  const learner = useLearner((state) => state.learner);
  const last = attempts.findLast(({ form }) => form.blueprint.id === blueprint.id);
  const [isLonger, setLonger] = useState((last?.form.extraMinutes ?? 0) > 0);
  const [isCoded, setCoded] = useState(false);
  const [seed] = useState(() => Math.floor(ports.random() * 2 ** 32));
  const seenAt = seenBy(learner, attempts);
  const extraMinutes = isLonger ? EXTRA_MINUTES : 0;
  const drawing = ownForm(offer, seenAt, { seed, extraMinutes });
  return (
    <section className="exams-offer" aria-labelledby={id}>
      <h2 id={id} lang={language}>
        {titleIn(blueprint, language)}
      </h2>
      <Facts offer={offer} />
      <ExamEndNotice end={end} />
      {drawing.ok ? (
        <>
          <CleanLeft count={cleanFormsLeft(offer, seenAt)} />
          <LongerSwitch value={isLonger} onChange={setLonger} />
          <p className="exams-acts">
            <Button look="primary" onClick={() => void navigate(`/exam/${begin(drawing.value)}`)}>
              {t('start', { count: blueprint.minutes + extraMinutes })}
            </Button>
            <Button onClick={() => setCoded(true)}>{t('makeCode')}</Button>
          </p>
          {isCoded && <NewCode code={newCode(offer, seed)} />}
        </>
      ) : (
        <Lacking offer={offer} why={drawing.error} language={language} />
      )}
    </section>
  );
}

function Facts({ offer: { blueprint, covers } }: { readonly offer: Subject }) {
  const { t } = useTranslation('exam');
  return (
    <ul className="exams-facts">
      <li>{t('questions', { count: blueprint.questions })}</li>
      <li>{t('minutes', { count: blueprint.minutes })}</li>
      <li>
        {covers && blueprint.scale
          ? t('scale', { ...blueprint.scale })
          : t('passAt', { percent: blueprint.pass })}
      </li>
      {blueprint.unscored > 0 && <li>{t('unscored', { count: blueprint.unscored })}</li>}
    </ul>
  );
}

function CleanLeft({ count }: { readonly count: number }) {
  const { t } = useTranslation('exam');
  return <p className="exams-quiet">{count === 0 ? t('cleanNone') : t('cleanLeft', { count })}</p>;
}

/** A class sits the same form by typing this; the paper is the same form on paper. */
function NewCode({ code }: { readonly code: string }) {
  const { t } = useTranslation('exam');
  return (
    <div className="exams-code">
      <output>
        {t('codeIs')} <b className="exam-code">{code}</b>
      </output>
      <p className="exams-quiet">{t('codeBody')}</p>
      <Link className={buttonClass()} to={`/exam/paper/${code}`}>
        {t('print')}
      </Link>
    </div>
  );
}

interface LackingProps {
  readonly offer: Subject;
  readonly why: TooFew;
  readonly language: Language;
}

/** Too few scenarios for a form: where, how many, and what can be done. */
function Lacking({ offer, why, language }: LackingProps) {
  const { t } = useTranslation('exam');
  return (
    <Notice
      kind="warn"
      title={t('tooFewTitle')}
      action={
        <Link className={buttonClass()} to="/packs">
          {t('toPacks')}
        </Link>
      }
    >
      <p>{t('tooFewBody', { available: why.available, count: why.questions })}</p>
      <ul>
        {why.domains.map(({ domain, needed, available }) => (
          <li key={domain}>
            {t('tooFewDomain', {
              domain: domainIn(offer.blueprint, domain, language),
              count: needed,
              available,
            })}
          </li>
        ))}
      </ul>
      <p>{t('tooFewHelp')}</p>
    </Notice>
  );
}
