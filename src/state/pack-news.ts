import type { Channel, Ports } from '#storage/ports.ts';
import { readExamMark } from './exam/mark.ts';
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

/** A session that runs or is being made, or an exam: its questions are those that it was begun with. */
function isBusy(stores: Stores): boolean {
  const { isRunning, isOpening } = stores.session.getState();
  const exam = readExamMark(stores);
  return isRunning || isOpening || (exam !== null && exam.deadline > stores.clock().at);
}

/** Shows what another tab has done to the packs; what is being answered is not disturbed, and sees it at its end. */
export function hearPacksChanged(stores: Stores): void {
  const { library, session, learner } = stores;
  const channel = channelOf(stores.ports);
  if (!channel) return;
  let isOld = false;
  const show = () => {
    if (!isOld || isBusy(stores)) return;
    isOld = false;
    void library.getState().refresh();
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the port has this one only
  channel.onmessage = () => {
    isOld = true;
    show();
  };
  session.subscribe(show);
  // An exam is over by an answer to its last question or by its time, and a moment later it is told.
  learner.subscribe(() => isOld && setTimeout(show));
}
