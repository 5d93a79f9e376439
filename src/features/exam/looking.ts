import { useEffect } from 'react';
import { useSitting } from '#state/exam/react.ts';

/** What is measured is the time on the screen: not while the page is hidden, or another window has the focus. */
export function useLooking(): void {
  const look = useSitting((state) => state.look);
  const tick = useSitting((state) => state.tick);
  useEffect(() => {
    const follow = () => {
      look(document.visibilityState === 'visible' && document.hasFocus());
      // After a sleep the time may be over.
      tick();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('focus', follow);
    window.addEventListener('blur', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('focus', follow);
      window.removeEventListener('blur', follow);
      look(false);
    };
  }, [look, tick]);
}
