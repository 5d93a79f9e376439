import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ConceptChunk, LibraryIndex } from '#core/pack/library.ts';
import { documentText, lineText } from '#core/pack/document.ts';
import type { Scenario } from '#core/pack/model.ts';

/** A scenario of the build, with where it belongs. */
export interface Known {
  readonly pack: string;
  readonly concept: string;
  readonly scenario: Scenario;
  readonly language: string;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, '');

function isLibrary(value: unknown): value is LibraryIndex {
  return typeof value === 'object' && value !== null && 'packs' in value;
}

/** The library index of the build in `dist`. */
export function builtLibrary(): LibraryIndex {
  const file = readdirSync('dist/packs').find((name) => name.startsWith('library-'));
  const parsed: unknown = JSON.parse(readFileSync(join('dist/packs', file ?? ''), 'utf8'));
  if (!isLibrary(parsed)) throw new Error('dist has no library');
  return parsed;
}

/** Every scenario of the build by the words of its situation and question, in both languages. */
export function builtScenarios(): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const pack of builtLibrary().packs) {
    for (const concept of pack.concepts) {
      for (const file of Object.values(concept.files)) {
        const chunk = JSON.parse(readFileSync(join('dist', file ?? ''), 'utf8')) as ConceptChunk;
        for (const scenario of chunk.scenarios) {
          const text = scenario.text[chunk.language];
          if (text === undefined) continue;
          const words = plain(documentText(text.situation) + lineText(text.question));
          known.set(words, {
            pack: pack.uid,
            concept: concept.id,
            scenario,
            language: chunk.language,
          });
        }
      }
    }
  }
  return known;
}

/** Which scenario is on the screen, by its words. */
export async function onScreen(page: Page, built: ReadonlyMap<string, Known>): Promise<Known> {
  const article = page.getByRole('article');
  await article.waitFor();
  const words = plain(
    await article.evaluate((element) =>
      [...element.querySelectorAll(':scope > .rich-reading, :scope > .question-ask')]
        .map((part) => part.textContent)
        .join(''),
    ),
  );
  const found = built.get(words);
  if (!found) throw new Error(`no scenario of the build reads: ${words}`);
  return found;
}

const optionText = ({ scenario, language }: Known, id: string): string => {
  const option = scenario.text[language]?.options.find((each) => each.id === id);
  return option ? lineText(option.text) : id;
};

/** What to choose: the right thing, or something else that is complete. */
export type Wish = 'right' | 'wrong';

/** Lays an answer out by roles and names, as a screen reader would find them. */
export async function choose(page: Page, known: Known, wish: Wish): Promise<void> {
  const { scenario } = known;
  const article = page.getByRole('article');
  switch (scenario.kind) {
    case 'single': {
      const option = scenario.options.find(({ right }) => right === (wish === 'right'));
      await labelled(page, optionText(known, option?.id ?? '')).click();
      return;
    }
    case 'multiple': {
      const right = scenario.options.filter((option) => option.right);
      const wrong = scenario.options.filter((option) => !option.right);
      const chosen = wish === 'right' ? right : [...wrong, ...right];
      for (const { id } of chosen.slice(0, scenario.choose)) {
        await labelled(page, optionText(known, id)).click();
      }
      return;
    }
    case 'ordering': {
      const order = wish === 'right' ? scenario.steps : scenario.steps.toReversed();
      for (const id of order) {
        await article
          .getByRole('button', { pressed: false })
          .filter({ hasText: optionText(known, id) })
          .click();
      }
      return;
    }
    case 'matching': {
      for (const { id, choice } of scenario.prompts) {
        const other = scenario.choices.find((each) => each !== choice) ?? choice;
        await article
          .getByRole('combobox', { name: optionText(known, id), exact: true })
          .selectOption(wish === 'right' ? choice : other);
      }
      return;
    }
    case 'short': {
      const accepted = scenario.answers.find(({ right }) => right)?.texts[0] ?? '';
      await article.getByRole('textbox').fill(wish === 'right' ? accepted : 'no such answer');
    }
  }
}

/** The label of the option that reads exactly so. */
const labelled = (page: Page, words: string) =>
  page
    .getByRole('article')
    .locator('label')
    .filter({ has: page.locator('.option-text').getByText(words, { exact: true }) });

const names = {
  guessing: /^(Guessing|勘)/,
  'fairly-sure': /^(Fairly sure|たぶん)/,
  certain: /^(Certain|確信)/,
} as const;

export async function submit(page: Page, how: keyof typeof names): Promise<void> {
  await page.getByRole('button', { name: names[how] }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
}

export const nextButton = (page: Page) => page.getByRole('button', { name: /^(Next|次へ)/ });
