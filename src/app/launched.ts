import { arrivals } from '#state/arrivals.ts';
import { ADD } from './links.ts';

interface Launch {
  readonly files?: readonly FileSystemFileHandle[];
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

/** Packs that the system opens with the installed app are looked at; the queue keeps them until somebody asks. */
export function takeLaunched(): void {
  window.launchQueue?.setConsumer(({ files }) => {
    const [handle] = files ?? [];
    if (handle) void open(handle);
  });
}
