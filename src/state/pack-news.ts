import type { Channel, Ports } from '#storage/ports.ts';
import type { Stores } from './stores.ts';

/** One channel a page: what a page tells on it, it does not hear itself. */
const channels = new WeakMap<Ports, Channel>();

function channelOf(ports: Ports): Channel | null {
  const known = channels.get(ports) ?? ports.channel?.(`mondo/${ports.learner}/packs`) ?? null;
  if (known) channels.set(ports, known);
  return known;
}

/** Tells the other tabs that packs were added, changed or taken away. */
export function tellPacksChanged({ ports }: Pick<Stores, 'ports'>): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  channelOf(ports)?.postMessage('changed');
}

/** Shows what another tab has done to the packs; a session that runs is not disturbed, and sees it at its end. */
export function hearPacksChanged({ ports, library, session }: Stores): void {
  const channel = channelOf(ports);
  if (!channel) return;
  let isOld = false;
  const show = () => {
    if (!isOld || session.getState().isRunning) return;
    isOld = false;
    void library.getState().refresh();
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the port has this one only
  channel.onmessage = () => {
    isOld = true;
    show();
  };
  session.subscribe(show);
}
