import type { FromWorker, ToWorker } from './messages.ts';

/** Milliseconds from one look at the clock to the next: a page that sleeps does not look, and has not waited. */
const LOOK = 5000;
/** So many looks without a sign, and the worker hangs: what it does in one go takes a slow phone half as long. */
const MOST_LOOKS = 12;

/** Notices when a worker that owes an answer gives no sign of life any more. */
export interface Silence {
  readonly asked: (message: ToWorker) => void;
  readonly heard: (message: FromWorker) => void;
  /** Nothing is waited for any longer. */
  readonly end: () => void;
}

/** @param onHang told once */
export function newSilence(onHang: () => void): Silence {
  const owed = new Set<string>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let looks = 0;
  const end = () => {
    clearInterval(timer);
    timer = undefined;
    owed.clear();
  };
  const look = () => {
    looks += 1;
    if (looks < MOST_LOOKS) return;
    end();
    onHang();
  };
  return {
    asked(message) {
      const answer = owedBy(message);
      if (answer === null) return;
      // A newer wish to look replaces the older one, which is not answered to the end.
      if (message.type === 'look') for (const one of owed) if (isLook(one)) owed.delete(one);
      owed.add(answer);
      if (timer === undefined) looks = 0;
      timer ??= setInterval(look, LOOK);
    },
    heard(message) {
      looks = 0;
      owed.delete(paidBy(message));
      if (owed.size === 0) end();
    },
    end,
  };
}

const isLook = (owed: string): boolean => owed.startsWith('whole ');

/** The answer that a message is owed; a reading of foreign files has a limit of its own. */
function owedBy(message: ToWorker): string | null {
  switch (message.type) {
    case 'look':
      return `whole ${message.ask}`;
    case 'pack':
      return `pack ${message.job}`;
    case 'export':
      return `exported ${message.job}`;
    case 'draft':
      return 'drafted';
    case 'files':
    case 'import':
      return null;
  }
}

function paidBy(message: FromWorker): string {
  if ('job' in message) return `${message.type} ${message.job}`;
  return 'ask' in message ? `${message.type} ${message.ask}` : message.type;
}
