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

/** The time that is left, to the second. It can be hidden; what has to be said is said all the same. */
export function ExamClock() {
  const { t } = useTranslation('exam');
  const tick = useSitting((state) => state.tick);
  const leftNow = useSitting((state) => state.left);
  const [left, setLeft] = useState(leftNow);
  const [isHidden, setHidden] = useState(false);
  const [warning, setWarning] = useState<number | null>(null);
  const before = useRef(left);
  // The clock of the device is outside React; a page that slept asks at once when it wakes.
  useEffect(() => {
    const look = () => {
      const now = tick();
      const mark = passed(before.current, now);
      before.current = now;
      setLeft(now);
      if (mark === undefined) return;
      setWarning(mark);
      announce(t('minutesLeft', { count: mark }));
    };
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [tick, t]);
  return (
    <span className="exam-clock">
      <button
        type="button"
        className="exam-clock-face"
        aria-pressed={isHidden}
        onClick={() => setHidden(!isHidden)}
      >
        <span role="timer" aria-live="off">
          {isHidden ? t('clockHidden') : clockText(left)}
        </span>
        <VisuallyHidden> {t('hideClock')}</VisuallyHidden>
      </button>
      {warning !== null && Math.ceil(left / MINUTE) === warning && (
        <span className="exam-warning">{t('minutesLeft', { count: warning })}</span>
      )}
    </span>
  );
}
