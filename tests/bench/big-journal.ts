import { effective } from '#core/journal/effective.ts';
import type { AnyEvent } from '#core/journal/event.ts';
import { inOrder } from '#core/journal/order.ts';
import { writeLearner } from '#core/journal/learner-text.ts';
import { replay } from '#core/journal/learner.ts';
import { headLine } from '#core/journal/pack-head.ts';
import { lastsOf, rangesOf } from '#core/journal/ranges.ts';
import { realisticJournal } from '#core/journal/realistic-journal.ts';
import type { ConceptChunk, LibraryIndex } from '#core/pack/library.ts';
import { instant } from '#core/time.ts';
import { segmentTexts } from '#storage/repair.ts';
import { formatSnapshot } from '#storage/snapshot.ts';

// Years of one learner, as they lie in a browser after a rest. Written by the project's own code.

type Entries = readonly (readonly [key: string, text: string])[];

/** What a profile holds: localStorage, and the stores of IndexedDB by name. */
export interface Profile {
  readonly local: Entries;
  readonly twin: {
    readonly segments: Entries;
    readonly heads: Entries;
    readonly snapshots: Entries;
  };
}

const DAY = 86_400_000;
const WRITER = 'benchwrite';
/** Seven tenths of what Chromium's localStorage holds: what is beyond stands in the twin alone. */
const ROOM = 3_600_000;

/** As many as fit. */
function fitting(entries: Entries): Entries {
  let used = 0;
  return entries.filter(([key, text]) => {
    used += key.length + text.length;
    return used <= ROOM;
  });
}

/** The last sitting was on an earlier study day, at whatever hour it is now. */
function journalUntil(now: number, answers: number, concepts: number): AnyEvent[] {
  const events = realisticJournal(answers, 1, concepts);
  const last = events.reduce((latest, { at }) => Math.max(latest, at), 0);
  const shift = (Math.floor((now - last) / DAY) - 1) * DAY;
  return events.map((event) => ({ ...event, at: instant(event.at + shift) }));
}

export async function makeProfile(
  now: number,
  answers: number,
  concepts: number,
  buildVersion: string,
): Promise<Profile> {
  const events = inOrder(journalUntil(now, answers, concepts));
  const segments = (await segmentTexts(events)).map(
    (text, i) => [`mondo/me/j/${WRITER}/${i}`, text] as const,
  );
  const snapshot = formatSnapshot({
    vector: lastsOf(rangesOf(events)),
    epoch: 0,
    highest: 0,
    build: buildVersion,
    state: writeLearner(replay(effective(events))),
  });
  return {
    local: fitting([...segments, [`mondo/me/s/${WRITER}`, snapshot]]),
    twin: {
      segments,
      heads: segments.map(([key, text]) => [key, headLine(text)] as const),
      snapshots: [[WRITER, snapshot]],
    },
  };
}

/** A library of as many concepts as the journal knows; each opens the same file. */
export function makeLibrary(
  { format, packs: [pattern] }: LibraryIndex,
  answers: number,
  concepts: number,
  files: { readonly chunk: string; readonly keys: string },
): LibraryIndex {
  if (!pattern) throw new Error('the build has no pack');
  const known = new Map<string, Map<string, { kind: 'single'; keyRev: string; textRev: string }>>();
  const packOf = new Map<string, string>();
  for (const event of realisticJournal(answers, 1, concepts)) {
    if (event.type !== 'answered') continue;
    packOf.set(event.concept, event.pack);
    const scenarios = known.get(event.concept) ?? new Map();
    scenarios.set(event.scenario, { kind: 'single', keyRev: event.keyRev, textRev: event.textRev });
    known.set(event.concept, scenarios);
  }
  const domain = pattern.domains[0]?.id ?? 'all';
  const conceptsOf = (uid: string) =>
    [...known]
      .filter(([concept]) => packOf.get(concept) === uid)
      .map(([concept, scenarios]) => ({
        id: concept,
        domain,
        title: { en: concept },
        confusable: [],
        was: [],
        scenarios: [...scenarios].map(([id, rest]) => ({
          id: id,
          chance: 0.25,
          reserve: false,
          was: [],
          ...rest,
        })),
        files: { en: files.chunk },
      }));
  const packs = [...new Set(packOf.values())].map((uid) => ({
    ...pattern,
    uid: uid,
    languages: ['en'],
    notes: [],
    terms: [],
    concepts: conceptsOf(uid),
    keysFile: files.keys,
  }));
  return { format, packs };
}

/** One real question under the names that the made-up journal uses. */
export function makeChunk(pattern: ConceptChunk): ConceptChunk {
  const single = pattern.scenarios.find(({ kind }) => kind === 'single');
  if (!single) throw new Error('the pattern has no question with one right option');
  const names = ['shop', 'clinic', 'archive'];
  return { ...pattern, scenarios: names.map((name) => ({ ...single, id: name })) };
}
