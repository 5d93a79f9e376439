import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { conceptKey, scenarioKey } from '#core/ids.ts';
import type { FileTrouble } from '#state/library.ts';
import { answerTo } from '#state/memory-stores.ts';
import type { Stores } from '#state/stores.ts';
import { shelfStores, UID, visit } from './shelf.tsx';

// jsdom has the element, but not what opens it.
function showModal(this: HTMLDialogElement) {
  this.open = true;
}
function close(this: HTMLDialogElement) {
  this.open = false;
}
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, { showModal, close });
});

const PLACE = `/packs/${UID}/concepts/offload`;
const key = conceptKey(UID, 'offload');
const learnerOf = ({ learner }: Stores) => learner.getState().learner;
const cards = () => screen.findAllByRole('article');

test('the rule, what it is mixed up with and its note are shown', async () => {
  await visit(PLACE, await shelfStores());
  expect(await screen.findByText('The rule of offload')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Title of offload');
  expect(screen.getByRole('link', { name: 'Title of module' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Notes on KMS' })).toBeTruthy();
  expect(document.title).toBe('Title of offload – Mondo');
});

test('what the answers say is told in words', async () => {
  const stores = await shelfStores();
  stores.learner.getState().record([answerTo('offload')], stores.clock());
  await visit(PLACE, stores);
  expect(screen.getByText('1 answer, 1 right')).toBeTruthy();
  expect(screen.getByText(/^about \d+ days?$/)).toBeTruthy();
  expect(screen.getByText(/^(November|December) \d+, 2026$/)).toBeTruthy();
});

describe('its questions', () => {
  test('reserve questions are counted and not shown', async () => {
    await visit(PLACE, await shelfStores());
    expect(await cards()).toHaveLength(4);
    expect(screen.getByText(/1 more is kept for mock exams/)).toBeTruthy();
  });

  test('what is said of them in Japanese stands without blanks between the sentences', async () => {
    await visit(PLACE, await shelfStores(), 'ja');
    expect(await screen.findByText(/表示されません。ほかに 1 問/)).toBeTruthy();
  });

  test('the answer to a question that was never asked is closed until it is opened', async () => {
    const user = await visit(PLACE, await shelfStores());
    const [card] = await cards();
    if (card === undefined) throw new Error('no card');
    expect(within(card).getByText('never asked')).toBeTruthy();
    expect(within(card).queryByText(/CloudHSM can take over/)).toBeNull();
    expect(within(card).queryByText(/Create a CloudHSM cluster/)).toBeNull();
    await user.click(within(card).getByRole('button', { name: 'Show the answer' }));
    expect(within(card).getByText(/CloudHSM can take over/)).toBeTruthy();
    expect(within(card).getByText('answer').closest('li')?.textContent).toContain(
      'Create a CloudHSM cluster',
    );
    await user.click(within(card).getByRole('button', { name: 'Hide the answer' }));
    expect(within(card).queryByText(/CloudHSM can take over/)).toBeNull();
  });

  test('one that was answered is open, with how it went', async () => {
    const stores = await shelfStores();
    stores.learner.getState().record([answerTo('offload')], stores.clock());
    await visit(PLACE, stores);
    const [card] = await cards();
    if (card === undefined) throw new Error('no card');
    expect(within(card).getByText('last answered on November 24, 2026: right')).toBeTruthy();
    expect(within(card).getByText(/CloudHSM can take over/)).toBeTruthy();
  });

  test('an answer given under another key does not open it', async () => {
    const stores = await shelfStores();
    stores.learner.getState().record([{ ...answerTo('offload'), keyRev: 'older' }], stores.clock());
    await visit(PLACE, stores);
    const [card] = await cards();
    if (card === undefined) throw new Error('no card');
    expect(within(card).getByText('never asked')).toBeTruthy();
  });

  test('every kind shows what is right without an answer of one’s own', async () => {
    const user = await visit(PLACE, await shelfStores());
    await cards();
    for (const button of screen.getAllByRole('button', { name: 'Show the answer' }))
      await user.click(button);
    const [, ordering, matching, short] = await cards();
    expect(ordering?.textContent).toContain('The right order');
    expect(matching?.textContent).toContain('403');
    expect(short?.textContent).toContain(':set number');
    for (const card of [ordering, matching, short]) {
      expect(card?.textContent).not.toMatch(/Your order|Your choice|You typed/);
    }
  });

  test('the language is switched in place', async () => {
    const user = await visit(PLACE, await shelfStores());
    await cards();
    await user.click(screen.getByRole('button', { name: '日本語' }));
    expect(await screen.findByText('offloadのバージョニングの要点')).toBeTruthy();
    expect(screen.getByText('要件を満たす設計はどれですか。')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('offloadの題名');
  });
});

describe('marks', () => {
  test.each([
    ['Flag', 'flagged'],
    ['Suspend', 'suspended'],
    ['Bury until tomorrow', 'buried'],
  ] as const)('%s is put on and taken off', async (name, mark) => {
    const stores = await shelfStores();
    const user = await visit(PLACE, stores);
    const group = within(screen.getByRole('group', { name: 'Marks on this concept' }));
    await user.click(group.getByRole('button', { name }));
    expect(learnerOf(stores).marks[mark].has(key)).toBe(true);
    expect(group.getByRole('button', { name, pressed: true })).toBeTruthy();
    await user.click(group.getByRole('button', { name }));
    expect(learnerOf(stores).marks[mark].has(key)).toBe(false);
  });

  test('a question of its own can be flagged', async () => {
    const stores = await shelfStores();
    const user = await visit(PLACE, stores);
    const [card] = await cards();
    if (card === undefined) throw new Error('no card');
    await user.click(within(card).getByRole('button', { name: 'Flag' }));
    expect([...learnerOf(stores).marks.flagged]).toEqual([scenarioKey(UID, 'offload', 's1')]);
  });

  test('what is suspended leaves a running session', async () => {
    const stores = await shelfStores();
    await stores.session.getState().start({
      mode: 'drill',
      filter: { pack: UID, concept: 'offload' },
    });
    const user = await visit(PLACE, stores);
    await user.click(
      within(screen.getByRole('group', { name: 'Marks on this concept' })).getByRole('button', {
        name: 'Suspend',
      }),
    );
    expect(stores.session.getState().session?.phase).toBe('done');
  });
});

describe('a note of one’s own', () => {
  test('is kept when the field is left, and said to be saved', async () => {
    const stores = await shelfStores();
    const user = await visit(PLACE, stores);
    await user.type(screen.getByRole('textbox', { name: 'Your note' }), '  handshake = HSM ');
    await user.tab();
    expect(learnerOf(stores).notes.get(key)).toBe('handshake = HSM');
    expect(await screen.findByText('Saved')).toBeTruthy();
  });

  test('is taken away when it is emptied, and written only when it has changed', async () => {
    const stores = await shelfStores();
    stores.learner
      .getState()
      .record(
        [{ type: 'noted', target: { pack: UID, concept: 'offload' }, text: 'old' }],
        stores.clock(),
      );
    const user = await visit(PLACE, stores);
    const field = screen.getByRole('textbox', { name: 'Your note' });
    await user.click(field);
    await user.tab();
    expect(await stores.journal.all()).toHaveLength(1);
    await user.clear(field);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(learnerOf(stores).notes.has(key)).toBe(false);
    expect(await stores.journal.all()).toHaveLength(2);
  });
});

test('the concept can be drilled', async () => {
  const stores = await shelfStores();
  const user = await visit(PLACE, stores);
  await user.click(screen.getByRole('button', { name: 'Drill this concept' }));
  expect(screen.getByRole('status', { name: 'address' }).textContent).toBe('/study');
  expect(await stores.journal.all()).toMatchObject([
    { type: 'session-started', mode: 'drill', filter: { pack: UID, concept: 'offload' } },
  ]);
});

test('a mistake is reported from a question, with its place filled in', async () => {
  const user = await visit(PLACE, await shelfStores());
  const [card] = await cards();
  if (card === undefined) throw new Error('no card');
  await user.click(within(card).getByRole('button', { name: 'Report a mistake' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Report a mistake' }));
  const report = dialog.getByLabelText('The report as it will be copied', { selector: 'textarea' });
  expect(report).toHaveProperty('value', expect.stringContaining('Question: offload/s1'));
});

describe('addresses', () => {
  test('a former id leads to the present one', async () => {
    await visit(`/packs/${UID}/concepts/tls`, await shelfStores());
    expect(screen.getByRole('status', { name: 'address' }).textContent).toBe(PLACE);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Title of offload');
  });

  test('an unknown concept says so', async () => {
    await visit(`/packs/${UID}/concepts/none`, await shelfStores());
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'There is nothing at this address',
    );
  });

  test('a text that is not on the device can be tried again', async () => {
    const lost = new Map<string, FileTrouble>([['offload.en.json', 'offline']]);
    const user = await visit(PLACE, await shelfStores(lost));
    expect(await screen.findByText(/not on this device yet/)).toBeTruthy();
    lost.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The rule of offload')).toBeTruthy();
  });
});
