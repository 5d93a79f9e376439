import { createStore } from 'zustand/vanilla';
import { serviceWorkerUrl } from './trusted.ts';

/**
 * The app's own life: kept offline or not yet, a newer one waiting or not. A newer version waits until the learner
 * agrees, and it is never put in place while a session runs; so the worker is registered here, not by the plugin.
 */
interface UpdatesState {
  /** Everything has been kept for offline use. */
  readonly offlineReady: boolean;
  /** A newer version is installed and waits. */
  readonly waiting: ServiceWorker | null;
  /** This page asked for a part that is no longer there. */
  readonly stale: boolean;
}

export const updates = createStore<UpdatesState>(() => ({
  offlineReady: false,
  waiting: null,
  stale: false,
}));

const HOUR = 3_600_000;

/** In milliseconds. */
const PATIENCE = 4000;

const reload = (): void => location.reload();

/**
 * Puts the waiting version in place and reloads this page; other tabs go on until they are reloaded. Now and then
 * Chromium takes the old worker for busy with something of this page, for up to five minutes: it lets the new one in
 * when the page goes.
 */
export function applyUpdate(): void {
  const { waiting } = updates.getState();
  if (!waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  waiting.postMessage({ type: 'SKIP_WAITING' });
  setTimeout(reload, PATIENCE);
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (registration.waiting && registration.active)
      updates.setState({ waiting: registration.waiting });
    else if (registration.active) updates.setState({ offlineReady: true });
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  // A page that stays open for days asks now and then; each time it is looked at again as well.
  const ask = () => void registration.update().catch(() => undefined);
  setInterval(ask, HOUR);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });
}

/** Notices an old page whose lazy part was swept away by an update in another tab. */
export function noticeStaleness(): void {
  window.addEventListener('vite:preloadError', () => {
    updates.setState({ stale: navigator.onLine });
  });
}

/** Keeps every file of the build for use without a network, and asks for newer ones. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.register(serviceWorkerUrl()).then(watch, () => undefined);
}
