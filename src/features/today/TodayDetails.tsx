import { lazy, Suspense, useEffect, useState } from 'react';
import { examDayOf } from '#core/exam/date.ts';
import { useTranslation } from '#ui/words.tsx';
import { confusions, type Confusion } from '#core/insight/confusion.ts';
import { forecast } from '#core/insight/forecast.ts';
import { learnerDay } from '#core/journal/learner-state.ts';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import { addDays, type Clock } from '#core/time.ts';
import { Link } from 'react-router';
import { backupDue } from '#state/backup-mark.ts';
import { readExamMark } from '#state/exam/mark.ts';
import { useNextDay } from '#state/next-day.ts';
import { useLibrary, useStores } from '#state/react.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { ExamPartProps } from './ExamPart.tsx';
import { Forecast } from './Forecast.tsx';
import { fieldRows } from './field-rows.ts';
import { RecallField } from './RecallField.tsx';

const ExamPart = lazy(async () => ({ default: (await import('./ExamPart.tsx')).ExamPart }));

export interface DetailsProps extends ExamPartProps {
  readonly language: Language;
  readonly onContrast: (confusion: Confusion) => void;
  /** Another day has begun than the one that is shown. */
  readonly onDay: (clock: Clock) => void;
}

const DAYS = 14;
const MOST_PAIRS = 5;

/** What a learner comes back to look at; a chunk of its own, after the button that starts. */
export function TodayDetails({ language, onContrast, onDay, ...shared }: DetailsProps) {
  const { learner, clock } = shared;
  useNextDay(clock, onDay);
  return (
    <>
      <RunningExam />
      <BackupReminder />
      <Suspense fallback={null}>
        <ExamPart {...shared} />
      </Suspense>
      {learner.answers > 0 && <WhatIsKnown {...shared} {...{ language, onContrast }} />}
    </>
  );
}

type KnownProps = Omit<DetailsProps, 'queue' | 'onPlan' | 'onDay'>;

/** Pictures of what was answered; before the first answer there are none. */
function WhatIsKnown({ learner, packs, clock, language, onContrast }: KnownProps) {
  const day = learnerDay(learner, clock);
  const exam = examDayOf(learner.settings);
  const target = exam !== null && exam >= day ? exam : null;
  const days = forecast(learner, packs, day, DAYS).map((due, index) => ({
    day: addDays(day, index),
    due,
  }));
  return (
    <>
      <RecallField
        rows={fieldRows(learner, packs, day, language, target)}
        isOfExam={target !== null}
      />
      <div className="today-duo">
        <MixedUp {...{ learner, packs, language, onContrast }} />
        <Forecast days={days} />
      </div>
    </>
  );
}

/** An exam that was left: its clock goes on. The journal is not asked, since that takes longer than the first look. */
function RunningExam() {
  const { clock, ...stores } = useStores();
  const mark = readExamMark(stores);
  if (mark === null) return null;
  return (
    <Suspense fallback={null}>
      <ExamNotice exam={mark.exam} isOver={clock().at >= mark.deadline} />
    </Suspense>
  );
}

interface ExamNoticeProps {
  readonly exam: string;
  readonly isOver: boolean;
}

function ExamNotice({ exam, isOver }: ExamNoticeProps) {
  const { t } = useTranslation('exam');
  return (
    <Notice
      kind="info"
      {...(!isOver && { title: t('runningTitle') })}
      action={
        <Link className={buttonClass()} to={`/exam/${exam}`}>
          {t(isOver ? 'toReport' : 'goOn')}
        </Link>
      }
    >
      {t(isOver ? 'runningOver' : 'runningClock')}
    </Notice>
  );
}

/** Many answers that are in no backup: a browser may lose what it keeps. */
function BackupReminder() {
  const count = backupDue(useStores());
  return count === 0 ? null : <BackupNotice count={count} />;
}

function BackupNotice({ count }: { readonly count: number }) {
  const { t } = useTranslation('settings');
  return (
    <Notice
      kind="info"
      title={t('backupDueTitle')}
      action={
        <Link className={buttonClass()} to="/settings#stored">
          {t('backup')}
        </Link>
      }
    >
      {t('backupDueBody', { count })}
    </Notice>
  );
}

/** What options stand for, of all packs: read once, when there is something to look up. */
function useKeys(packs: readonly PackIndex[]): readonly PackKeys[] {
  const read = useLibrary((state) => state.keys);
  const [keys, setKeys] = useState<readonly PackKeys[]>([]);
  // The files are outside React.
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const results = await Promise.all(packs.map(({ uid }) => read(uid)));
      if (isCurrent) setKeys(results.flatMap((result) => (result.ok ? [result.value] : [])));
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [packs, read]);
  return keys;
}

type MixedUpProps = Pick<DetailsProps, 'learner' | 'packs' | 'language' | 'onContrast'>;

function MixedUp({ learner, packs, language, onContrast }: MixedUpProps) {
  const { t } = useTranslation('today');
  const keys = useKeys(packs);
  const pairs = confusions(learner, packs, keys).slice(0, MOST_PAIRS);
  return (
    <section className="today-section" aria-labelledby="mixed-title">
      <h2 id="mixed-title">{t('confusions')}</h2>
      {pairs.length === 0 && <p className="today-caption">{t('confusionsNone')}</p>}
      <ul className="today-mixed">
        {pairs.map((pair) => {
          const pack = packs.find(({ uid }) => uid === pair.pack);
          const names = {
            right: nameOf(pack, pair.right, language),
            chosen: nameOf(pack, pair.taken, language),
          };
          return (
            <li key={`${pair.pack}/${pair.right}/${pair.taken}`}>
              <span className="today-mixed-times">
                {t('confusionTimes', { count: pair.times })}
              </span>
              <span>{t('confusion', names)}</span>
              <Button aria-label={t('contrastOf', names)} onClick={() => onContrast(pair)}>
                {t('contrast')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The name of a concept or term that an option stands for. */
function nameOf(pack: PackIndex | undefined, id: string, language: Language): string {
  const found =
    pack?.terms.find((term) => term.id === id) ?? pack?.concepts.find((each) => each.id === id);
  return (found && localized(found.title, language, pack?.languages[0])) ?? id;
}
