import { refKey } from '#core/journal/event.ts';
import { instant } from '#core/time.ts';
import { browserPorts, deviceClock } from '#storage/browser.ts';
import { parseBackup } from '#storage/backup.ts';
import type { Saved } from '#storage/desk.ts';
import type { Report } from '#storage/idle.ts';
import { openJournal } from '#storage/journal.ts';
import type { Sabotage } from '#storage/ports.ts';

/** What the page tells the runner: an answer is painted, or saved. */
export type Told = readonly ['painted' | Saved, ref: string];

/** What the runner asks of a page: a journal and someone who answers very fast. */
interface Harness {
  /** Answers every few milliseconds until the page dies. */
  readonly run: (everyMillis: number) => void;
  /** The full reading, then the names of all answers. */
  readonly read: () => Promise<{
    readonly refs: readonly string[];
    readonly report: Report;
    /** Troubles that have not passed, by code. */
    readonly troubles: readonly string[];
  }>;
  readonly backup: () => Promise<string>;
  readonly restore: (text: string) => Promise<void>;
}

declare global {
  interface Window {
    harness?: Promise<Harness>;
    tell?: (told: Told) => Promise<void>;
  }
}

const sabotages: readonly Sabotage[] = ['skip-twin', 'skip-spare', 'skip-checksum', 'shared-key'];

async function open(): Promise<Harness> {
  const name = new URLSearchParams(window.location.search).get('sabotage');
  const sabotage = sabotages.find((known) => known === name);
  const ports = browserPorts('harness');
  const opened = await openJournal(sabotage === undefined ? ports : { ...ports, sabotage });
  const { journal } = opened;
  const troubles = new Set(opened.troubles.map(({ code }) => code));
  journal.onTrouble(({ code }) => troubles.add(code));
  journal.onRelief(({ code }) => troubles.delete(code));
  let count = 0;
  const tell = (told: Told) => void window.tell?.(told);
  const answer = () => {
    count += 1;
    const { event, saved } = journal.append(
      {
        type: 'answered',
        pack: 'packpackpack',
        concept: `concept-${count % 50}`,
        scenario: 'shop',
        textRev: '11111111',
        keyRev: '22222222',
        shown: ['a', 'b', 'c', 'd'],
        response: { kind: 'single', chosen: 'b' },
        right: true,
        confidence: 'certain',
        latency: count,
        language: 'ja',
        session: 'session',
        mode: 'study',
      },
      deviceClock(),
    );
    tell(['painted', refKey(event)]);
    void saved.then((safety) => tell([safety, refKey(event)]));
  };
  return {
    run: (everyMillis) => void setInterval(answer, everyMillis),
    async read() {
      const report = await journal.idle();
      const events = await journal.all();
      const answers = events.filter(({ type }) => type === 'answered');
      return { refs: answers.map(refKey), report, troubles: [...troubles] };
    },
    backup: () => journal.backup(),
    async restore(text) {
      const parsed = parseBackup(text);
      if (!parsed.ok) throw new Error(parsed.error.code);
      await journal.importEvents(parsed.value.events, { at: instant(Date.now()), offset: 0 });
    },
  };
}

window.harness = open();
