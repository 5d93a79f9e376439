import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { useLearner } from '#state/react.tsx';
import { Icon, type IconName } from '#ui/Icon.tsx';
import { UpdatePrompt } from './UpdatePrompt.tsx';
import { updates } from './updates.ts';

const StorageTroubles = lazy(async () => ({
  default: (await import('./StorageTroubles.tsx')).StorageTroubles,
}));

const places = [
  { path: '/', name: 'today', icon: 'today' },
  { path: '/packs', name: 'packs', icon: 'packs' },
  { path: '/search', name: 'search', icon: 'search' },
  { path: '/author', name: 'author', icon: 'author' },
  { path: '/settings', name: 'settings', icon: 'settings' },
] as const satisfies readonly { path: string; name: string; icon: IconName }[];

/** The frame around every place but a running session: where one can go, and what concerns the whole app. */
export function Shell() {
  const { t } = useTranslation('app');
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main);
  useSearchKey();
  const hasTroubles = useLearner((state) => state.troubles.length > 0);
  return (
    <div className="app">
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          // The address belongs to the router.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <main className="app-main" id="main" ref={main} tabIndex={-1}>
        <UpdatePrompt />
        {hasTroubles && (
          <Suspense fallback={null}>
            <StorageTroubles />
          </Suspense>
        )}
        <Outlet />
      </main>
      <nav className="rail" aria-label={t('places')}>
        <div className="rail-brand">
          <img src="./icons/icon.svg" alt="" width="30" height="30" />
          {t('name')}
        </div>
        <ul>
          {places.map(({ path, name, icon }) => (
            <li key={path}>
              <NavLink to={path} end={path === '/'}>
                <Icon name={icon} />
                {t(name)}
              </NavLink>
            </li>
          ))}
        </ul>
        <OfflineMark />
      </nav>
    </div>
  );
}

function OfflineMark() {
  const { t } = useTranslation('app');
  const offlineReady = useStore(updates, (state) => state.offlineReady);
  return (
    <p className="rail-foot">
      {[...(offlineReady ? [t('offlineReady')] : []), t('kept')].join(' · ')}
    </p>
  );
}

/** A new place is read from its beginning; the first one is where the page begins anyway. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus();
  }, [pathname, main]);
}

/** `/` goes to the search from anywhere, unless something is being typed or single keys are off. */
function useSearchKey(): void {
  const navigate = useNavigate();
  const on = useLearner((state) => state.learner.settings.singleKeys);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.matches('input, textarea, select');
      if (!on || event.key !== '/' || isTyping || event.isComposing || event.defaultPrevented)
        return;
      event.preventDefault();
      void navigate('/search');
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate, on]);
}
