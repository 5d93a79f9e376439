import { useEffect, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { confusions, type Confusion } from '#core/insight/confusion.ts';
import { forecast } from '#core/insight/forecast.ts';
import { learnerDay, type Learner } from '#core/journal/learner-state.ts';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex, PackKeys } from '#core/pack/library.ts';
import { addDays, type Clock } from '#core/time.ts';
import { Link } from 'react-router';
import { backupDue } from '#state/backup-mark.ts';
import { useLibrary, useStores } from '#state/react.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Forecast } from './Forecast.tsx';
import { fieldRows } from './field-rows.ts';
import { RecallField } from './RecallField.tsx';

export interface DetailsProps {
  readonly learner: Learner;
  readonly packs: readonly PackIndex[];
  readonly clock: Clock;
  readonly language: Language;
  readonly onContrast: (confusion: Confusion) => void;
}

const DAYS = 14;
const MOST_PAIRS = 5;

/** What a learner comes back to look at; a chunk of its own, after the button that starts. */
export function TodayDetails({ learner, packs, clock, language, onContrast }: DetailsProps) {
  const day = learnerDay(learner, clock);
  const days = forecast(learner, packs, day, DAYS).map((due, index) => ({
    day: addDays(day, index),
    due,
  }));
  return (
    <>
      <BackupReminder />
      <RecallField rows={fieldRows(learner, packs, day, language)} />
      <div className="today-duo">
        <MixedUp {...{ learner, packs, language, onContrast }} />
        <Forecast days={days} />
      </div>
    </>
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

function MixedUp({ learner, packs, language, onContrast }: Omit<DetailsProps, 'clock'>) {
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
