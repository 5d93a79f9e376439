import { act, fireEvent, render, screen } from '@testing-library/react';
import { createInstance, type i18n } from 'i18next';
import { Component, Suspense, useState, type ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useTranslation, WordsProvider } from './words.tsx';

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'en common': { close: 'Close' },
  'ja common': { close: '閉じる' },
  'en author': { title: 'Your own packs' },
  'ja author': { title: '自作の問題集' },
};

/** Words that come when they are let, or not at all while there is no network. */
async function newWords() {
  const network = { isThere: true, asked: 0, waiting: [] as (() => void)[], waits: false };
  const instance = createInstance();
  await instance
    .use({
      type: 'backend',
      init: () => undefined,
      callbackApi: false,
      async read(language: string, namespace: string) {
        network.asked += 1;
        if (network.waits) await new Promise<void>((resolve) => network.waiting.push(resolve));
        if (!network.isThere) throw new TypeError('no network');
        return words[`${language} ${namespace}`] ?? {};
      },
    })
    .init({ lng: 'en', fallbackLng: false, ns: ['common'], defaultNS: 'common' });
  const come = () => act(async () => network.waiting.splice(0).forEach((arrive) => arrive()));
  return { instance, network, come };
}

/** The nearest boundary, whose page can be left and entered again. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    if (!this.state.failed) return this.props.children;
    return <button onClick={() => this.setState({ failed: false })}>Try again</button>;
  }
}

function Title() {
  const { t } = useTranslation('author');
  const [typed, setTyped] = useState('');
  return (
    <>
      <h1>{t('title')}</h1>
      <input aria-label="field" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </>
  );
}

const show = (instance: i18n) =>
  act(async () =>
    render(
      <WordsProvider i18n={instance}>
        <Boundary>
          <Suspense fallback={<output>waiting</output>}>
            <Title />
          </Suspense>
        </Boundary>
      </WordsProvider>,
    ),
  );

afterEach(() => vi.restoreAllMocks());

test('a place waits for its words, which are fetched once, and shows no key meanwhile', async () => {
  const { instance, network, come } = await newWords();
  Object.assign(network, { waits: true, asked: 0 });
  await show(instance);
  expect(screen.getByRole('status').textContent).toBe('waiting');
  expect(screen.queryByRole('heading')).toBeNull();
  await come();
  expect(screen.getByRole('heading').textContent).toBe('Your own packs');
  expect(network.asked).toBe(1);
});

test('another language takes the place of the words and of nothing else', async () => {
  const { instance, network, come } = await newWords();
  await show(instance);
  const field = await screen.findByLabelText('field');
  fireEvent.change(field, { target: { value: 'typed' } });
  network.waits = true;
  const changing = instance.changeLanguage('ja');
  await come();
  await act(async () => changing);
  expect(screen.getByRole('heading').textContent).toBe('自作の問題集');
  expect(screen.getByLabelText('field')).toBe(field);
  expect(screen.getByLabelText<HTMLInputElement>('field').value).toBe('typed');
});

test('words that do not come are told to the nearest boundary, and come when it is tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { instance, network } = await newWords();
  network.isThere = false;
  await show(instance);
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByText('title')).toBeNull();
  // Still none.
  await act(async () => again.click());
  const { asked } = network;
  await act(async () => (await screen.findByRole('button', { name: 'Try again' })).click());
  expect(network.asked).toBeGreaterThan(asked);
  network.isThere = true;
  await act(async () => (await screen.findByRole('button', { name: 'Try again' })).click());
  expect((await screen.findByRole('heading')).textContent).toBe('Your own packs');
});
