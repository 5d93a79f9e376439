import { useNavigate } from 'react-router';
import type { Filter } from '#core/journal/event.ts';
import { useStores } from '#state/react.tsx';

/** Starts a drill and goes to it. */
export function useDrill(): (filter: Filter) => void {
  const { session } = useStores();
  const navigate = useNavigate();
  return (filter) => {
    void session.getState().start({ mode: 'drill', filter });
    void navigate('/study');
  };
}
