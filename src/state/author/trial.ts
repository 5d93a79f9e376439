import { settingFact } from '#core/journal/settings.ts';
import { conceptChunk, conceptIndex, packIndex, packKeys } from '#core/pack/cut.ts';
import type { LibraryIndex } from '#core/pack/library.ts';
import type { Concept, Pack } from '#core/pack/model.ts';
import { err, ok } from '#core/result.ts';
import { createLearnerStore } from '#state/learner.ts';
import { createLibraryStore } from '#state/library.ts';
import { createSessionStore } from '#state/session.ts';
import { questionLanguageOf, type Stores } from '#state/stores.ts';
import { openJournal } from '#storage/journal.ts';
import { memoryKeyValue } from '#storage/memory-key-value.ts';
import type { Ports } from '#storage/ports.ts';

const KEYS = 'keys';
const fileOf = (concept: string, language: string): string => `${concept}/${language}`;

/** The files of a build that has this pack alone, in memory; pictures stand by their addresses. */
function filesOf(pack: Pack, mediaUrl: (name: string) => string | undefined) {
  const files = new Map<string, unknown>([[KEYS, packKeys(pack)]]);
  const withAddress = (_key: string, value: unknown): unknown => {
    const isImage =
      typeof value === 'object' && value !== null && 'type' in value && value.type === 'image';
    return isImage && 'source' in value
      ? { ...value, source: mediaUrl(String(value.source)) ?? '' }
      : value;
  };
  for (const concept of pack.concepts)
    for (const language of pack.languages) {
      const chunk = conceptChunk(pack, concept, language);
      if (chunk)
        files.set(fileOf(concept.id, language), () =>
          JSON.parse(JSON.stringify(chunk, withAddress)),
        );
    }
  return files;
}

/** The notes cannot be opened from here. */
function withoutNote(concept: Concept): Concept {
  const { note: _note, ...rest } = concept;
  return rest;
}

const indexOf = (pack: Pack): LibraryIndex => ({
  format: 1,
  packs: [
    {
      ...packIndex(
        pack,
        [],
        pack.concepts.map((concept) =>
          conceptIndex(
            withoutNote(concept),
            Object.fromEntries(
              Object.keys(concept.text).map((language) => [language, fileOf(concept.id, language)]),
            ),
          ),
        ),
      ),
      keysFile: KEYS,
    },
  ],
});

/** A learner who has never answered and whose answers go with the page; the settings are those of the real one. */
async function passingLearner({ learner: real, ports, clock }: Stores) {
  const passing: Ports = {
    ...ports,
    keyValue: memoryKeyValue(),
    indexedDB: null,
    buckets: null,
    locks: null,
    channel: null,
  };
  const opened = await openJournal(passing);
  const learner = await createLearnerStore(opened);
  const { singleKeys } = real.getState().learner.settings;
  learner.getState().record([settingFact('singleKeys', singleKeys)], clock());
  // Nothing is kept, on purpose: so nothing is said of keeping.
  learner.setState({ mark: 'none', troubles: [] });
  learner.subscribe(({ mark }) => {
    if (mark !== 'none') learner.setState({ mark: 'none' });
  });
  return { learner, journal: opened.journal, ports: passing };
}

/**
 * Stores with a draft as the only pack and a learner of their own, and a session over all its questions begun.
 * @param concept this one alone
 */
export async function createTrial(
  stores: Stores,
  pack: Pack,
  mediaUrl: (name: string) => string | undefined,
  concept: string | null,
): Promise<Stores> {
  const files = filesOf(pack, mediaUrl);
  const { clock, learner: real } = stores;
  const library = createLibraryStore(async (name) => {
    if (name === 'index') return ok(indexOf(pack));
    const file = files.get(name);
    return file === undefined ? err('gone') : ok(typeof file === 'function' ? file() : file);
  }, 'index');
  const [passing] = await Promise.all([passingLearner(stores), library.getState().open()]);
  const session = createSessionStore({
    learner: passing.learner,
    library,
    clock,
    seed: () => Math.floor(stores.ports.random() * 4_294_967_296),
    name: () => 'trial',
    pocket: { get: () => null, set: () => undefined },
    language: () => questionLanguageOf(real.getState().learner.settings),
  });
  await session.getState().start({ mode: 'drill', filter: concept === null ? {} : { concept } });
  return { ...stores, ...passing, library, session };
}
