import { formatRecord, parseRecord } from '#core/journal/codec.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import type { Ports } from './ports.ts';

/** The other tabs of this browser. */
export interface Tabs {
  readonly tell: (events: readonly AnyEvent[]) => void;
  readonly close: () => void;
}

const isTexts = (data: unknown): data is readonly string[] =>
  Array.isArray(data) && data.every((item) => typeof item === 'string');

/** Events travel as sealed records, so that a tab of another version can say nothing unreadable. */
export function joinTabs(ports: Ports, hear: (events: readonly AnyEvent[]) => void): Tabs {
  if (ports.channel === null) return { tell: () => undefined, close: () => undefined };
  const channel = ports.channel(`mondo/${ports.learner}`);
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the port has this one only
  channel.onmessage = ({ data }) => {
    if (!isTexts(data)) return;
    const events = data.flatMap((record) => parseRecord(record) ?? []);
    if (events.length > 0) hear(events);
  };
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    tell: (events) => channel.postMessage(events.map(formatRecord)),
    close: () => channel.close(),
  };
}
