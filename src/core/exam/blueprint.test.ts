import { expect, test } from 'vitest';
import { profileBlueprint } from './blueprint.ts';
import type { ExamProfile } from './profile.ts';

const profile: ExamProfile = {
  id: 'harbour-pilot',
  title: { en: 'Harbour pilot' },
  questions: 65,
  unscored: 15,
  minutes: 130,
  scale: { min: 100, max: 1000, pass: 720 },
  kinds: ['single'],
  domains: [{ id: 'tides', title: { en: 'Tides' }, weight: 100, tasks: ['1.1'] }],
  sources: [],
};

test('a profile whose numbers are known can be drawn by', () => {
  expect(profileBlueprint(profile)).toEqual({
    id: 'harbour-pilot',
    title: { en: 'Harbour pilot' },
    questions: 65,
    unscored: 15,
    minutes: 130,
    pass: 72,
    scale: { min: 100, max: 1000, pass: 720 },
    kinds: ['single'],
    domains: [{ id: 'tides', title: { en: 'Tides' }, weight: 100 }],
  });
});

test.each(['questions', 'minutes', 'scale'] as const)('without its %s it cannot', (key) => {
  const { [key]: _, ...rest } = profile;
  expect(profileBlueprint(rest)).toBeNull();
});

test('without weights it cannot', () => {
  const domains = [{ id: 'tides', title: {} }];
  expect(profileBlueprint({ ...profile, domains })).toBeNull();
});
