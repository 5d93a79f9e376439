import { arrivals } from '#state/arrivals.ts';
import { ADD, followLink, sharedIn } from './links.ts';

interface Launch {
  readonly files?: readonly FileSystemFileHandle[];
  /** Where a window of its own would have been opened. */
  readonly targetURL?: string | null;
}

/** As much of the queue of what the system opens with the app as is used. */
interface LaunchQueue {
  readonly setConsumer: (take: (launch: Launch) => void) => void;
}

declare global {
  interface Window {
    readonly launchQueue?: LaunchQueue;
  }
}

async function open(handle: FileSystemFileHandle): Promise<void> {
  arrivals.setState({ file: await handle.getFile() });
  location.hash = ADD;
}

/** The window that is open goes where a new one would have been opened: the manifest asks for no second one. */
function goTo(target: string): void {
  const { search, hash } = new URL(target, location.href);
  const place = sharedIn(search) ?? hash;
  if (place === '') return;
  location.hash = place;
  followLink();
}

const withoutHash = (address: string): string => address.replace(/#.*/, '');

/** The first launch that is told is the one by which the page was opened; the browser tells it anew upon a reload. */
function isOwn(target: string): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  if (navigation === undefined) return false;
  const isReload = 'type' in navigation && navigation.type === 'reload';
  return isReload || withoutHash(target) === withoutHash(navigation.name);
}

/**
 * Packs that the system opens with the installed app are looked at, and links that are shared with it followed; the
 * queue keeps them until somebody asks.
 */
export function takeLaunched(): void {
  let isFirst = true;
  window.launchQueue?.setConsumer(({ files, targetURL }) => {
    const [handle] = files ?? [];
    if (handle) void open(handle);
    else if (targetURL && !(isFirst && isOwn(targetURL))) goTo(targetURL);
    isFirst = false;
  });
}
