import { Link } from 'react-router';
import type { Subject } from '#core/exam/subject.ts';
import { likelihood, type Chance } from '#core/insight/chance.ts';
import type { Figures } from '#core/insight/exam-figures.ts';
import type { Wanted } from '#core/insight/gate.ts';
import type { Dated, Readiness } from '#core/insight/readiness.ts';
import { sentenceGap, localized, type Language } from '#core/language.ts';
import type { StudyDay } from '#core/time.ts';
import { dayWords } from '#i18n/day-words.ts';
import { buttonClass } from '#ui/Button.tsx';
import { useTranslation } from '#ui/words.tsx';
import { DomainName } from './DomainName.tsx';
import { chanceSlots } from './words.ts';

interface VerdictPartProps {
  readonly subject: Subject;
  readonly readiness: Readiness;
  readonly today: StudyDay;
  readonly language: Language;
}

/** The words first, then the figures, then what they are for. */
export function VerdictPart(props: VerdictPartProps) {
  const { t } = useTranslation('readiness');
  const { state } = props.readiness.verdict;
  return (
    <section className="ready-verdict">
      <Saying {...props} />
      <ExamName {...props} />
      {state !== 'exhausted' && state !== 'too-small' && (
        <p>
          <Link className={buttonClass(state === 'known' ? 'plain' : 'primary')} to="/">
            {t('toToday')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Saying({ readiness, ...rest }: VerdictPartProps) {
  const { verdict, figures } = readiness;
  switch (verdict.state) {
    case 'known':
      return <Known chance={verdict.chance} figures={figures} today={rest.today} />;
    case 'not-enough':
      return <NotEnough wanted={verdict.wanted} {...rest} />;
    case 'exhausted':
      return <Exhausted last={verdict.last} />;
    case 'too-small':
      return <TooSmall />;
  }
}

interface KnownProps {
  readonly chance: Chance;
  readonly figures: Figures;
  readonly today: StudyDay;
}

function Known({ chance, figures, today }: KnownProps) {
  const { t, i18n } = useTranslation('readiness');
  const isLater = figures.day > today;
  return (
    <>
      <h1>{t(`verdict-${likelihood(chance.chance)}`)}</h1>
      <p className="ready-figure">
        {t('figure', { ...chanceSlots(chance), count: figures.answers })}
      </p>
      <p>
        {isLater ? t('onDay', { date: dayWords(figures.day, i18n.language) }) : t('onToday')}
        {sentenceGap(i18n.language)}
        {t('noPromise')}
      </p>
    </>
  );
}

interface NotEnoughProps extends Pick<VerdictPartProps, 'subject' | 'language'> {
  readonly wanted: readonly Wanted[];
}

function NotEnough({ wanted, subject, language }: NotEnoughProps) {
  const { t } = useTranslation('readiness');
  const count = wanted.reduce((sum, { answers }) => sum + answers, 0);
  return (
    <>
      <h1>{t('notEnough')}</h1>
      <p className="ready-figure">{t('missing', { count })}</p>
      <ul className="ready-wanted">
        {wanted.map(({ domain, answers }) => (
          <li key={domain}>
            <DomainName {...{ subject, domain, language }} />
            <span className="ready-number">{t('missingHere', { count: answers })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Exhausted({ last }: { readonly last: Dated | null }) {
  const { t, i18n } = useTranslation('readiness');
  return (
    <>
      <h1>{t('exhausted')}</h1>
      {last && (
        <p className="ready-figure">
          {t('last', { ...chanceSlots(last), date: dayWords(last.on, i18n.language) })}
        </p>
      )}
      <p>{t('exhaustedBody')}</p>
    </>
  );
}

function TooSmall() {
  const { t } = useTranslation('readiness');
  return (
    <>
      <h1>{t('tooSmall')}</h1>
      <p>{t('tooSmallBody')}</p>
    </>
  );
}

/** A real exam is named only where the packs say that they cover it. */
function ExamName({ subject: { packs, blueprint, covers }, language }: VerdictPartProps) {
  const { t } = useTranslation('readiness');
  const title = localized(blueprint.title, language, packs[0]?.languages[0]) ?? blueprint.id;
  return (
    <p className="ready-note">
      {covers ? t('realExam', { title, count: packs.length }) : t('ownExam', { title })}
    </p>
  );
}
