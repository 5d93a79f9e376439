import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleConcept, samplePack, sampleScenario } from '#core/pack/rules/sample.ts';
import author from '#i18n/en/author.json';
import { authorStoresOf } from '#state/author/stores.ts';
import { memoryStores } from '#state/memory-stores.ts';
import { visit } from './author-harness.tsx';

const scenarios = ['harbour', 'hills', 'cellar'].map((id, place) =>
  sampleScenario(id, place, { textRev: '00000000', keyRev: '00000000' }),
);
const document = JSON.stringify(samplePack({ concepts: [sampleConcept({ scenarios })] }));

test('a pack that comes in becomes one draft, however often that is tapped', async () => {
  const stores = await memoryStores();
  const user = await visit('/author/import', stores);
  const input = await screen.findByLabelText(author.chooseFiles, { selector: 'input' });
  await user.upload(input, new File([document], 'sample.mondo.json'));
  await user.dblClick(await screen.findByRole('button', { name: /^Make a draft/ }));
  await waitFor(() => expect(screen.queryByText(author.goalTitle)).toBeNull());
  const { editor } = authorStoresOf(stores);
  await editor.getState().list();
  expect(editor.getState().drafts).toHaveLength(1);
});
