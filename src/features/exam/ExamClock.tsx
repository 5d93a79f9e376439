import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useSitting } from '#state/exam/react.ts';
import { announce } from '#ui/announce.ts';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { clockText } from './words.ts';

const MINUTE = 60_000;

/** Minutes before the end at which everybody is told once, whether they see the clock or not. */
const warnings = [30, 15, 5, 1] as const;

/** The mark that was passed between two looks, the last one if several were. */
const passed = (before: number, left: number): number | undefined =>
  warnings.findLast((minutes) => before > minutes * MINUTE && left <= minutes * MINUTE);

/** What holds for the whole sitting, wherever in it the clock is drawn. */
export interface Watch {
  readonly isHidden: boolean;
  readonly hide: (isHidden: boolean) => void;
  /** The minutes of which was warned last. */
  readonly warning: number | null;
}

/** Lets the time run out, and warns before. It is drawn anew only when it has something to say. */
export function useWatch(): Watch {
  const { t } = useTranslation('exam');
  const tick = useSitting((state) => state.tick);
  const leftNow = useSitting((state) => state.left);
  const [isHidden, hide] = useState(false);
  const [warning, setWarning] = useState<number | null>(null);
  const before = useRef<number | null>(null);
  // The clock of the device is outside React; a page that slept asks at once when it wakes.
  useEffect(() => {
    before.current ??= leftNow();
    const look = () => {
      const now = tick();
      const mark = passed(before.current ?? now, now);
      before.current = now;
      if (mark === undefined) return;
      setWarning(mark);
      announce(t('minutesLeft', { count: mark }));
    };
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [tick, leftNow, t]);
  return { isHidden, hide, warning };
}

/** The time that is left, to the second. It can be hidden; what has to be said is said all the same. */
export function ExamClock({ isHidden, hide, warning }: Watch) {
  const { t } = useTranslation('exam');
  const leftNow = useSitting((state) => state.left);
  const [left, setLeft] = useState(leftNow);
  // The clock of the device is outside React.
  useEffect(() => {
    const timer = setInterval(() => setLeft(leftNow()), 1000);
    return () => clearInterval(timer);
  }, [leftNow]);
  const time = clockText(left);
  return (
    <span className="exam-clock">
      <button
        type="button"
        className={isHidden ? 'exam-clock-face exam-clock-hidden' : 'exam-clock-face'}
        onClick={() => hide(!isHidden)}
      >
        <span
          role="timer"
          aria-live="off"
          aria-label={isHidden ? t('clockHidden') : t('timeLeft', { time })}
        >
          {isHidden ? t('clockHidden') : time}
        </span>
        {!isHidden && <VisuallyHidden>, {t('hideClock')}</VisuallyHidden>}
      </button>
      {warning !== null && Math.ceil(left / MINUTE) === warning && (
        <span className="exam-warning">{t('minutesLeft', { count: warning })}</span>
      )}
    </span>
  );
}
