import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fileIn, visit, withDraft } from './author-harness.tsx';

async function open() {
  const { stores, id } = await withDraft();
  await visit(`/author/${id}?file=pack.yaml`, stores);
  const part = within(await screen.findByRole('group', { name: 'Mock exam' }));
  const set = (label: string, value: string) => {
    const field = part.getByLabelText(label);
    fireEvent.change(field, { target: { value } });
    fireEvent.blur(field);
  };
  const yaml = () => fileIn(stores, 'pack.yaml');
  return { user: userEvent.setup(), part, set, yaml };
}

test('a mock exam is made, changed and taken out without YAML', async () => {
  const { user, part, set, yaml } = await open();
  const before = yaml();
  await user.click(part.getByRole('button', { name: 'Add a mock exam' }));
  set('Title of the exam (日本語)', '模試');
  set('Questions of a form', '12');
  set('Days until the next try after a failed one', '14');
  await user.click(part.getByRole('checkbox', { name: 'Match' }));
  await user.click(part.getByRole('checkbox', { name: 'One right answer' }));
  await user.click(part.getByRole('checkbox', { name: 'Give the result in points' }));
  set('Points to pass', '720');
  const exam = yaml().slice(before.length);
  for (const written of [
    /ja: 模試/,
    /questions: 12/,
    /minutes: 40/,
    /retake: *\{? *days: 14/,
    /kinds: \[ ?multiple, matching ?\]/,
    /scale: *\{ min: 0, max: 1000, pass: 720 \}/,
  ])
    expect(exam).toMatch(written);
  await user.click(part.getByRole('button', { name: 'Remove the mock exam' }));
  expect(yaml()).toBe(before);
});

test('what may be left out is left out when its field is empty; what may not is refused', async () => {
  const { user, part, set, yaml } = await open();
  await user.click(part.getByRole('button', { name: 'Add a mock exam' }));
  set('Questions that do not count', '2');
  set('Days until the next try after a failed one', '14');
  expect(yaml()).toMatch(/unscored: 2/);
  set('Questions that do not count', '');
  set('Days until the next try after a failed one', '');
  expect(yaml()).not.toMatch(/unscored|retake/);
  fireEvent.change(part.getByLabelText('Minutes'), { target: { value: '' } });
  fireEvent.blur(part.getByLabelText('Minutes'));
  expect(part.getByRole('alert')).toBeTruthy();
  expect(yaml()).toMatch(/minutes: 40/);
});
