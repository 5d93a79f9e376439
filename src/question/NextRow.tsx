import { useTranslation } from '#ui/words.tsx';
import { ratings, type Rating } from '#core/memory/rating.ts';
import { daysBetween, type StudyDay } from '#core/time.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Menu } from '#ui/Menu.tsx';
import './NextRow.css';

/** When the concept comes back. */
export interface NextReview {
  /** The first day on which it is due. */
  readonly due: StudyDay;
  readonly today: StudyDay;
  /** Whether it comes once more in this session. */
  readonly again: boolean;
  /** Worked out, or the learner's own. */
  readonly rating: Rating;
}

/** How far an answer has been kept. Only `saved` is promised. */
export type Saved = 'saving' | 'saved' | 'fragile' | 'failed';

export interface NextRowProps {
  readonly next?: NextReview | undefined;
  readonly onOverrule?: ((rating: Rating) => void) | undefined;
  readonly saved?: Saved | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly onUndo?: (() => void) | undefined;
  readonly singleKeys: boolean;
}

function useWhen(next: NextReview): string {
  const { t } = useTranslation('feedback');
  const days = daysBetween(next.today, next.due);
  if (days === 0) return t(next.again ? 'nextSession' : 'nextToday');
  const when = days === 1 ? t('nextTomorrow') : t('nextDays', { count: days });
  return next.again ? t('nextBoth', { when }) : when;
}

function When({ next }: { readonly next: NextReview }) {
  const { t } = useTranslation('feedback');
  return (
    <p>
      {t('nextTime')} <b className="next-when">{useWhen(next)}</b>
      {t('asAnother')}
    </p>
  );
}

interface OverruleProps {
  readonly rating: Rating;
  readonly onOverrule: (rating: Rating) => void;
}

function Overrule({ rating, onOverrule }: OverruleProps) {
  const { t } = useTranslation('feedback');
  return (
    <Menu
      label={t('ratingLabel', { rating: t(rating) })}
      items={ratings.map((value) => ({ value, label: t(value) }))}
      value={rating}
      onChoose={onOverrule}
    >
      {t(rating)}
    </Menu>
  );
}

function SavedMark({ saved }: { readonly saved: Saved }) {
  const { t } = useTranslation('feedback');
  const isTrouble = saved === 'failed' || saved === 'fragile';
  return (
    <p className={`next-${saved}`} role={saved === 'failed' ? 'alert' : undefined}>
      {saved !== 'saving' && <Icon name={isTrouble ? 'warn' : 'check'} />} {t(saved)}
    </p>
  );
}

/** The end of the feedback: when it comes back, whether it is kept, and on. */
export function NextRow(props: NextRowProps) {
  const { next, onOverrule, saved, onNext, onUndo, singleKeys } = props;
  const { t } = useTranslation('feedback');
  return (
    <div className="next">
      <div className="next-facts">
        {next && <When next={next} />}
        <div className="next-line">
          {next && onOverrule && <Overrule rating={next.rating} onOverrule={onOverrule} />}
          {saved !== undefined && <SavedMark saved={saved} />}
        </div>
      </div>
      <div className="next-acts">
        {onUndo && (
          <Button look="quiet" cap={singleKeys ? 'Z' : undefined} onClick={onUndo}>
            {t('undo')}
          </Button>
        )}
        {onNext && (
          <Button look="primary" cap="Enter" onClick={onNext}>
            {t('next')}
          </Button>
        )}
      </div>
    </div>
  );
}
