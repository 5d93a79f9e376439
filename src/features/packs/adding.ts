import { useMemo, useState } from 'react';
import type { Stores } from '#state/stores.ts';
import {
  fetchOffered,
  hostOf,
  linkedFile,
  readOffer,
  type Offer,
  type OfferedFile,
  type OfferTrouble,
} from '#state/offer.ts';
import {
  acceptOffer,
  undoChange,
  type ChangeTrouble,
  type MadeChange,
} from '#state/own-changes.ts';

/** Where the adding of a pack stands. */
export type Step =
  | { readonly at: 'start' | 'adding' | 'undone' }
  | { readonly at: 'asking'; readonly address: string; readonly host: string }
  | { readonly at: 'fetching'; readonly host: string }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'not-fetched'; readonly words: FetchWords; readonly host: string }
  | { readonly at: 'refused'; readonly name: string; readonly trouble: OfferTrouble }
  /** With what kept it from being added, if it was tried. */
  | { readonly at: 'offered'; readonly offer: Offer; readonly trouble: ChangeTrouble | null }
  | Added;

interface Added {
  readonly at: 'added';
  readonly offer: Offer;
  readonly change: MadeChange;
}

type FetchWords =
  | 'addressBad'
  | 'linkBad'
  | 'fetch-unread'
  | 'fetch-not-secure'
  | 'fetch-unreachable'
  | 'fetch-refused'
  | 'fetch-too-large'
  | 'fetch-stopped';

export interface Adding {
  readonly step: Step;
  readonly readFile: (file: File) => void;
  /** Takes a link with a pack in it, a link to an address, or an address. Nothing is fetched yet. */
  readonly take: (text: string) => void;
  /** Fetches from the address whose host was agreed to. */
  readonly fetch: () => void;
  readonly accept: (offer: Offer) => void;
  readonly undo: (added: Added) => void;
  /** Stops what is under way, and begins anew. */
  readonly cancel: () => void;
}

/** A file above this is not even read. */
const MOST_BYTES = 60_000_000;

interface Desk {
  readonly stores: Stores;
  readonly show: (step: Step) => void;
  /** Stops what is under way: a late answer to an older wish is dropped. */
  readonly begin: (step: Step) => AbortSignal;
}

function deskOf(stores: Stores, show: (step: Step) => void): Desk {
  let current = new AbortController();
  return {
    stores,
    show,
    begin(step) {
      current.abort();
      current = new AbortController();
      show(step);
      return current.signal;
    },
  };
}

async function read({ stores, show, begin }: Desk, file: OfferedFile): Promise<void> {
  const signal = begin({ at: 'reading', name: file.name });
  const offer = await readOffer(stores, file, signal);
  if (signal.aborted) return;
  if (offer.ok) show({ at: 'offered', offer: offer.value, trouble: null });
  else show({ at: 'refused', name: file.name, trouble: offer.error });
}

async function open(desk: Desk, file: File): Promise<void> {
  const refuse = (words: FetchWords) => desk.begin({ at: 'not-fetched', words, host: '' });
  if (file.size > MOST_BYTES) {
    refuse('fetch-too-large');
    return;
  }
  const { name } = file;
  const signal = desk.begin({ at: 'reading', name });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (signal.aborted) return;
  // It may lie elsewhere, or have gone since it was chosen.
  if (bytes === null) refuse('fetch-unread');
  else await read(desk, { bytes: new Uint8Array(bytes), name, from: null });
}

interface Place {
  readonly address: string;
  readonly host: string;
}

async function fetchFrom(desk: Desk, { address, host }: Place): Promise<void> {
  const signal = desk.begin({ at: 'fetching', host });
  const fetched = await fetchOffered(address, signal);
  if (signal.aborted) return;
  if (fetched.ok) await read(desk, fetched.value);
  else desk.begin({ at: 'not-fetched', words: `fetch-${fetched.error}`, host });
}

/** @returns the address that was asked for, if that is what the text says */
function take(desk: Desk, text: string): Place | null {
  const letters = /#p=([\w-]+)/.exec(text)?.[1];
  const file = letters === undefined ? null : linkedFile(letters);
  const address = addressIn(text);
  const host = letters === undefined ? hostOf(address) : null;
  if (file !== null) void read(desk, file);
  else if (host !== null) desk.begin({ at: 'asking', address, host });
  else
    desk.begin({
      at: 'not-fetched',
      words: letters === undefined ? 'addressBad' : 'linkBad',
      host: '',
    });
  return host === null ? null : { address, host };
}

function actionsOf(desk: Desk): Omit<Adding, 'step'> {
  const { stores, show, begin } = desk;
  let asked: Place | null = null;
  return {
    readFile: (file) => void open(desk, file),
    take(text) {
      asked = take(desk, text);
    },
    fetch() {
      if (asked !== null) void fetchFrom(desk, asked);
    },
    async accept(offer) {
      begin({ at: 'adding' });
      const done = await acceptOffer(stores, offer);
      if (done.ok) show({ at: 'added', offer, change: done.value });
      else show({ at: 'offered', offer, trouble: done.error });
    },
    async undo({ offer, change }) {
      const done = await undoChange(stores, offer.index.uid, change);
      show(done.ok ? { at: 'undone' } : { at: 'offered', offer, trouble: done.error });
    },
    cancel: () => void begin({ at: 'start' }),
  };
}

/** The address in `#pack=…`, decoded or not; else the text itself. */
function addressIn(text: string): string {
  const named = /#pack=(.+)$/.exec(text)?.[1] ?? text;
  try {
    return named.includes('://') ? named : decodeURIComponent(named);
  } catch {
    return named;
  }
}

export function useAdding(stores: Stores): Adding {
  const [step, setStep] = useState<Step>({ at: 'start' });
  const actions = useMemo(() => actionsOf(deskOf(stores, setStep)), [stores]);
  return useMemo(() => ({ step, ...actions }), [step, actions]);
}
