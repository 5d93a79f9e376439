import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import type { Json } from '#core/journal/event.ts';
import type { InterfaceLanguage, Language } from '#core/language.ts';
import type { Document } from '#core/pack/document.ts';
import type { ConceptChunk, ConceptIndex, LibraryIndex, NoteChunk } from '#core/pack/library.ts';
import type { Claim, NotePart, Scenario } from '#core/pack/model.ts';
import { err, ok } from '#core/result.ts';
import { createI18n } from '#i18n/i18n.ts';
import { singleSample } from '#question/choice-samples.ts';
import { matchingSample, orderingSample, shortSample } from '#question/samples.ts';
import { createLibraryStore, type FileTrouble } from '#state/library.ts';
import { createSessionStore } from '#state/session.ts';
import { memoryStores, newDevice } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { AddPage } from './AddPage.tsx';
import { ConceptPage } from './ConceptPage.tsx';
import { NotePage } from './NotePage.tsx';
import { PackPage } from './PackPage.tsx';
import { PacksPage } from './PacksPage.tsx';
import { SearchPage } from './SearchPage.tsx';

// A shelf for the tests: one pack in two languages with its files, and the pages over it.

export const UID = 'packpackpack';

const says = (text: string): Document => [{ type: 'paragraph', children: [text] }];

const scenarios: readonly Scenario[] = [
  { ...singleSample, id: 's1' },
  { ...orderingSample, id: 's2' },
  { ...matchingSample, id: 's3' },
  { ...shortSample, id: 's4' },
  { ...singleSample, id: 's5', reserve: true },
];

const indexOf = (id: string, used: readonly Scenario[]): ConceptIndex => ({
  id,
  domain: 'keys',
  note: 'kms',
  title: { en: `Title of ${id}`, ja: `${id}の題名` },
  confusable: [],
  was: [],
  scenarios: used.map(({ id: scenario, kind, reserve, textRev, keyRev }) => ({
    id: scenario,
    kind,
    chance: 0.25,
    reserve,
    was: [],
    textRev,
    keyRev,
  })),
  files: { en: `${id}.en.json`, ja: `${id}.ja.json` },
});

const offload: ConceptIndex = {
  ...indexOf('offload', scenarios),
  was: ['tls'],
  confusable: ['module'],
};
const moduleConcept: ConceptIndex = indexOf('module', scenarios.slice(0, 1));

const shelfPack: LibraryIndex['packs'][number] = {
  uid: UID,
  version: '1.2.0',
  released: '2026-11-20',
  languages: ['en', 'ja'],
  title: { en: 'Key notes', ja: '鍵のノート' },
  summary: { en: 'About keys.', ja: '鍵について。' },
  authors: [{ name: 'A teacher', url: 'https://example.org' }],
  contact: { mail: 'teacher@example.org', issues: 'https://example.org/new?label=mistake' },
  licence: 'CC-BY-4.0',
  domains: [
    { id: 'keys', title: { en: 'Keys', ja: '鍵' }, weight: 60 },
    { id: 'logs', title: { en: 'Logs', ja: 'ログ' }, weight: 40 },
  ],
  terms: [],
  notes: [
    {
      id: 'kms',
      title: { en: 'Notes on KMS', ja: 'KMS のノート' },
      files: { en: 'kms.en.json', ja: 'kms.ja.json' },
    },
  ],
  concepts: [offload, moduleConcept, { ...indexOf('retention', []), domain: 'logs' }],
  keysFile: 'keys.json',
};

const chunkOf = ({ id, title }: ConceptIndex, language: Language): ConceptChunk => ({
  id,
  language,
  title: title[language] ?? id,
  rule: says(language === 'ja' ? `${id}のバージョニングの要点` : `The rule of ${id}`),
  cases: [],
  scenarios: id === 'offload' ? scenarios : scenarios.slice(0, id === 'module' ? 1 : 0),
  aged: [],
});

const verdicts = ['holds', 'nuance', 'outdated', 'wrong', 'unverified'] as const;

const claims = verdicts.map((verdict, place): Claim => ({
  id: String(place + 1),
  verdict,
  references: place === 0 ? [] : ['guide'],
  ...(verdict === 'outdated' && { since: '2019-11' }),
}));

const noteOf = (language: Language): NoteChunk => ({
  id: 'kms',
  language,
  published: '2018',
  checked: { on: '2026-11-20', how: 'live' },
  references: [{ id: 'guide', url: 'https://example.org/guide', title: { en: 'The guide' } }],
  claims,
  text: {
    [language]: {
      title: 'Notes on KMS',
      body: [
        { type: 'text', blocks: says('An introduction.') },
        ...claims.map(({ id, verdict }): NotePart => ({
          type: 'claim',
          id,
          says: [`A claim that is ${verdict}.`],
          ...(verdict !== 'holds' && { today: says(`Truth of ${verdict}.`) }),
        })),
      ],
    },
  },
});

const files = new Map<string, unknown>(
  ['en', 'ja'].flatMap((language) => [
    ...shelfPack.concepts.map((concept): [string, unknown] => [
      `${concept.id}.${language}.json`,
      chunkOf(concept, language),
    ]),
    [`kms.${language}.json`, noteOf(language)],
  ]),
);

/** The stores with the pack and its files; those in `lost` cannot be read while they stand there. */
export async function shelfStores(lost: Map<string, FileTrouble> = new Map()): Promise<Stores> {
  const stores = await memoryStores(newDevice(), [shelfPack]);
  const library = createLibraryStore(async (file) => {
    const trouble = lost.get(file);
    if (trouble !== undefined) return err(trouble);
    return ok(file === 'index.json' ? { format: 1, packs: [shelfPack] } : files.get(file));
  }, 'index.json');
  await library.getState().open();
  const { learner, clock } = stores;
  let pocket: Json = null;
  const session = createSessionStore({
    learner,
    library,
    clock,
    seed: () => 1,
    name: () => 'session',
    pocket: { get: () => pocket, set: (value) => (pocket = value) },
    language: () => 'en',
  });
  return { ...stores, library, session };
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

/** Opens an address of the pages, with the hands of a user. */
export async function visit(
  address: string,
  stores: Stores,
  language: InterfaceLanguage = 'en',
  beside: ReactNode = null,
) {
  const i18n = await createI18n(language, ['packs', 'report', 'share']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter initialEntries={[address]}>
          <Routes>
            <Route path="packs" element={<PacksPage />} />
            <Route path="packs/add" element={<AddPage />} />
            <Route path="packs/:uid" element={<PackPage />} />
            <Route path="packs/:uid/concepts/:concept" element={<ConceptPage />} />
            <Route path="packs/:uid/notes/:note" element={<NotePage />} />
            <Route path="search" element={<SearchPage />} />
            <Route path="*" element={null} />
          </Routes>
          <Address />
          {beside}
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return userEvent.setup();
}
