import { arrivals } from '#state/arrivals.ts';

/** Where a pack that comes in is looked at. */
const ADD = '#/packs/add';

/** Links to packs (`#p=…` holds one, `#pack=…` says where one lies) lead to where they are looked at. */
function follow(): void {
  const [, name, value = ''] = /^#(p|pack)=(.+)$/.exec(location.hash) ?? [];
  if (name === undefined) return;
  const place = name === 'p' ? `p=${value}` : `from=${encodeURIComponent(decoded(value))}`;
  history.replaceState(null, '', `${ADD}?${place}`);
}

function decoded(address: string): string {
  try {
    return address.includes('://') ? address : decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** As much of the queue of files that the system opens with the app as is used. */
interface LaunchQueue {
  readonly setConsumer: (
    take: (params: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ) => void;
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

/** To be called before the router looks at the address, so that it never sees a link. */
export function followLinks(): void {
  follow();
  window.addEventListener('popstate', follow);
  window.launchQueue?.setConsumer(({ files }) => {
    const [handle] = files ?? [];
    if (handle) void open(handle);
  });
}
