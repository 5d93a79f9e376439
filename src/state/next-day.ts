import { useEffect, useState } from 'react';
import { learnerDay } from '#core/journal/learner-state.ts';
import type { Clock } from '#core/time.ts';
import { useStores } from './react.tsx';

/** In milliseconds: so often a page that is in sight looks whether the day has turned. */
const LOOK = 60_000;

/**
 * Hands a new clock to a page that was left open until another study day, over night or by a clock that was set.
 * @param clock of the day that is shown
 */
export function useNextDay(clock: Clock, onDay: (clock: Clock) => void): void {
  const { clock: now, learner } = useStores();
  // The clock of the device is outside React.
  useEffect(() => {
    const look = () => {
      const at = now();
      const present = learner.getState().learner;
      if (learnerDay(present, at) !== learnerDay(present, clock)) onDay(at);
    };
    const timer = setInterval(look, LOOK);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now, learner, clock, onDay]);
}

/** The clock as it was when a page was opened, or when the day has turned since. */
export function useDayClock(): Clock {
  const [clock, setClock] = useState(useStores().clock);
  useNextDay(clock, setClock);
  return clock;
}
