import type { Random } from '#core/random.ts';
import type { Clock } from '#core/time.ts';
import { instant } from '#core/time.ts';
import { localKeyValue } from './key-value.ts';
import type { Buckets, Channel, Ports } from './ports.ts';

declare global {
  interface Navigator {
    readonly storageBuckets?: Buckets;
  }
}

/** The present, as this device has it. */
export const deviceClock = (): Clock => ({
  at: instant(Date.now()),
  offset: -new Date().getTimezoneOffset(),
});

/** 32 random bits. */
export function randomSeed(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number;
}

/** Dice that no two tabs share. */
const deviceRandom: Random = () => randomSeed() / 4_294_967_296;

/** Where storage is forbidden, merely naming these throws. */
function found<T>(find: () => T | undefined): T | null {
  try {
    return find() ?? null;
  } catch {
    return null;
  }
}

/** The browser's own type asks more of a listener than it will ever be given here. */
function openChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  const opened: Channel = {
    postMessage: (message) => channel.postMessage(message),
    onmessage: null,
    close: () => channel.close(),
  };
  channel.addEventListener('message', (event: MessageEvent<unknown>) => opened.onmessage?.(event));
  return opened;
}

/** What this browser offers. */
export const browserPorts = (buildVersion: string, learner = 'me'): Ports => ({
  keyValue: localKeyValue(() => window.localStorage),
  indexedDB: found<IDBFactory>(() => window.indexedDB),
  buckets: found(() => navigator.storageBuckets),
  locks: found<LockManager>(() => navigator.locks),
  channel: found(() => BroadcastChannel) === null ? null : openChannel,
  learner,
  random: deviceRandom,
  clock: deviceClock,
  buildVersion,
});
