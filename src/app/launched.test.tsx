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
const site = new URL('./', location.href).href;
const openedAs = `${site}?shared=${encodeURIComponent('https://packs.example/first')}`;

const openedBy = (type: 'navigate' | 'reload') => {
  const entry = { type, name: openedAs, entryType: 'navigation', startTime: 0, duration: 0 };
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ ...entry, toJSON: () => entry }]);
};

beforeEach(() => {
  openedBy('navigate');
  location.hash = '';
  takeLaunched();
  launch({ targetURL: openedAs });
});

const link = 'https://packs.example/p.mondo.json';
const shared = `${site}?shared=${encodeURIComponent(`Look: ${link}`)}&shared=`;

test('a link that is shared with the open window leads to where its pack is looked at', () => {
  launch({ files: [], targetURL: shared });
  expect(location.hash).toBe(`#/packs/add?from=${encodeURIComponent(link)}`);
});

test('a link to this very site is followed, with the pack in it or its address', () => {
  launch({ targetURL: `${site}?shared=${encodeURIComponent(`${site}#p=abc-_1`)}` });
  expect(location.hash).toBe('#/packs/add?p=abc-_1');
  launch({ targetURL: `${site}#pack=${link}` });
  expect(location.hash).toBe(`#/packs/add?from=${encodeURIComponent(link)}`);
});

test('a shortcut goes to its place, and the mere opening of the app to none', () => {
  launch({ targetURL: `${site}#/study` });
  expect(location.hash).toBe('#/study');
  launch({ targetURL: site });
  expect(location.hash).toBe('#/study');
});

test('a file is looked at, whatever place comes with it', async () => {
  const file = new File(['{}'], 'a.mondo.json');
  const handle: unknown = { getFile: async () => file };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a handle as is used
  launch({ files: [handle as FileSystemFileHandle], targetURL: site });
  await vi.waitFor(() => expect(location.hash).toBe('#/packs/add'));
  expect(arrivals.getState().file).toBe(file);
});

test('what the page was opened by is not followed a second time, neither upon a reload', () => {
  history.replaceState(null, '', '#/settings');
  takeLaunched();
  launch({ targetURL: openedAs });
  expect(location.hash).toBe('#/settings');
  openedBy('reload');
  takeLaunched();
  launch({ targetURL: shared });
  expect(location.hash).toBe('#/settings');
  launch({ targetURL: shared });
  expect(location.hash).toContain('#/packs/add');
});

test('a page that is opened by a shared link follows it at once', () => {
  history.replaceState(null, '', shared);
  followLinks();
  expect(location.hash).toBe(`#/packs/add?from=${encodeURIComponent(link)}`);
  expect(location.search).toBe('');
});
