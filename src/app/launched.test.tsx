import { beforeEach, expect, test, vi } from 'vitest';
import { arrivals } from '#state/arrivals.ts';
import { takeLaunched } from './launched.ts';
import { followLinks } from './links.ts';

type Take = Parameters<NonNullable<Window['launchQueue']>['setConsumer']>[0];

let launch: Take = () => undefined;
Object.assign(window, {
  launchQueue: {
    setConsumer(take: Take) {
      launch = take;
    },
  },
});

beforeEach(() => {
  history.replaceState(null, '', new URL('./', location.href).pathname);
  takeLaunched();
});

test('a file that the system opens is looked at', async () => {
  const file = new File(['{}'], 'a.mondo.json');
  const handle: unknown = { getFile: async () => file };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a handle as is used
  launch({ files: [handle as FileSystemFileHandle] });
  await vi.waitFor(() => expect(location.hash).toBe('#/packs/add'));
  expect(arrivals.getState().file).toBe(file);
});

test('a launch without a file leaves the page where it is', () => {
  location.hash = '#/settings';
  launch({ files: [] });
  launch({});
  expect(location.hash).toBe('#/settings');
});

const link = 'https://packs.example/p.mondo.json';

test.each([
  ['a link', `Look: ${link}`, `from=${encodeURIComponent(link)}`],
  ['a link that holds a pack', `${location.origin}/#p=abc-_1`, 'p=abc-_1'],
])('a page that is opened by %s that was shared follows it at once', (_what, shared, leads) => {
  history.replaceState(null, '', `?shared=${encodeURIComponent(shared)}&shared=`);
  followLinks();
  expect(location.hash).toBe(`#/packs/add?${leads}`);
  expect(location.search).toBe('');
});
