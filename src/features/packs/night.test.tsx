import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { instant } from '#core/time.ts';
import { answerTo } from '#state/memory-stores.ts';
import { shelfStores, UID, visit } from './shelf.tsx';

const MONTH = 30 * 86_400_000;

test.each([
  ['the packs', '/packs', /^1 of 3 concepts met$/, /^1 of 3 concepts met · 1 due$/],
  ['a pack', `/packs/${UID}`, /^recall 100 %/, /^recall \d\d %/],
  ['a concept', `/packs/${UID}/concepts/offload`, /^recall 100 %/, /^recall \d\d %/],
])('%s left open until another day shows what is known on that day', async (_, path, now, then) => {
  const stores = await shelfStores();
  stores.learner.getState().record([answerTo('offload')], stores.clock());
  let gone = 0;
  const clock = () => ({ at: instant(stores.clock().at + gone), offset: 540 });
  await visit(path, { ...stores, clock });
  expect(await screen.findByText(now)).toBeTruthy();
  expect(screen.queryByText(then)).toBeNull();
  gone = MONTH;
  fireEvent(document, new Event('visibilitychange'));
  expect(await screen.findByText(then)).toBeTruthy();
});
