import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import * as fake from 'fake-indexeddb';
import { withDialogs } from '#ui/dialogs-for-tests.ts';
import { WordsProvider } from '#ui/words.tsx';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import type { InterfaceLanguage } from '#core/language.ts';
import { createI18n } from '#i18n/i18n.ts';
import type { ToWorker } from '#state/author/messages.ts';
import { authorStoresOf } from '#state/author/stores.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { StoresProvider } from '#state/react.tsx';
import type { Stores } from '#state/stores.ts';
import { AuthorPage } from './AuthorPage.tsx';
import { DraftPage } from './DraftPage.tsx';
import { ExportPage } from './ExportPage.tsx';
import { ImportPage } from './ImportPage.tsx';

/** The place of authors with the hands of a user, for tests. */

// The library asks the global scope which classes are those of a database.
Object.assign(globalThis, fake);
withDialogs();
// Not there in jsdom; the names of files hold no quotes.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });

const head = `uid: abcdefgh1234
version: 1.0.0
released: 2026-11-20
languages: [en, ja]
title: { en: Nights, ja: 夜 }
summary: { en: A small pack., ja: 小さな問題集。 }
authors: [{ name: Somebody }]
licence: CC0-1.0
domains:
  - { id: nights, title: { en: Nights, ja: 夜 }, weight: 60 }
  - { id: days, title: { en: Days, ja: 昼 }, weight: 40 }
`;

const concept = `---
domain: nights
---
# en
## Night work
Be quiet.
# ja
## 夜の仕事
静かに。
`;

const scenarioText = `---
kind: single
checked: { on: 2026-11-20, how: live }
references:
  - { id: page, url: https://example.org/, title: A page }
---
# en
It is ==dark== here.

## What helps?

- [x] (lamp) A lamp
  > It shines.
- [ ] (rope) A rope
  > It does not shine.
  >> somebody fell

## !
It is dark.
# ja
ここは ==暗い== です。

## 何が役立ちますか。

- (lamp) ランプ
  > 光ります。
- (rope) ロープ
  > 光りません。
  >> 誰かが落ちたとき

## !
暗いからです。
`;

const note = `---
checked: { on: 2026-11-20, how: live }
claims:
  1: { verdict: holds, unasked: too plain }
---
# en
## A note
Some words.

- (1) Night is dark.
# ja
## ノート
説明です。

- (1) 夜は暗い。
`;

export const nightsFiles: ReadonlyMap<string, string> = new Map([
  ['pack.yaml', head],
  ['concepts/work/concept.md', concept],
  ['concepts/work/night.md', scenarioText],
  ['notes/note.md', note],
]);

/** Stores with one draft, and its id. */
export async function withDraft(files = nightsFiles) {
  const stores = await memoryStores();
  const made = await authorStoresOf(stores).editor.getState().create(files);
  if (typeof made === 'string') throw new Error(made);
  return { stores, id: made.id };
}

/** True the first time. */
function once(): () => boolean {
  let left = 1;
  return () => left-- > 0;
}

/** Stores whose workers break at a message of this kind. */
export function breakingAt(
  stores: Stores,
  type: ToWorker['type'],
  doesBreak: () => boolean = once(),
): Stores {
  return {
    ...stores,
    startWorker() {
      const worker = stores.startWorker();
      const errors: ((event: { readonly data?: unknown }) => void)[] = [];
      return {
        ...worker,
        addEventListener(of, listen) {
          if (of === 'error') errors.push(listen);
          else worker.addEventListener(of, listen);
        },
        postMessage(message) {
          if (message.type !== type || !doesBreak()) worker.postMessage(message);
          else queueMicrotask(() => errors.forEach((listen) => listen({})));
        },
      };
    },
  };
}

/** Stores whose workers say nothing at messages of this kind. */
export function mutedAt(stores: Stores, type: ToWorker['type'], isMute: () => boolean): Stores {
  return {
    ...stores,
    startWorker() {
      const worker = stores.startWorker();
      return {
        ...worker,
        postMessage(message) {
          if (message.type !== type || !isMute()) worker.postMessage(message);
        },
      };
    },
  };
}

/** What stands in a file of the open draft. */
export function fileIn(stores: Stores, path: string): string {
  const { open } = authorStoresOf(stores).editor.getState();
  const content = open !== null && 'id' in open ? open.history.files.get(path) : undefined;
  return typeof content === 'string' ? content : '';
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

export async function visit(address: string, stores: Stores, language: InterfaceLanguage = 'en') {
  const i18n = await createI18n(language, ['author', 'import', 'problems', 'report']);
  render(
    <WordsProvider i18n={i18n}>
      <StoresProvider stores={stores}>
        <MemoryRouter initialEntries={[address]}>
          <Routes>
            <Route path="author" element={<AuthorPage />} />
            <Route path="author/import" element={<ImportPage />} />
            <Route path="author/export/:uid" element={<ExportPage />} />
            <Route path="author/:draft" element={<DraftPage />} />
            <Route path="*" element={null} />
          </Routes>
          <Address />
        </MemoryRouter>
      </StoresProvider>
    </WordsProvider>,
  );
  return userEvent.setup();
}
