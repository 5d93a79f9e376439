import { describe, expect, test } from 'vitest';
import type { Json } from './event.ts';
import { defaultSettings, readSettings, settingFact, withSetting } from './settings.ts';

const fitted = { first: 0.1, decay: -0.2, growth: 0, lapse: 1 };

describe('withSetting', () => {
  test.each<[string, Json, Json]>([
    ['dayStart', 0, 1440],
    ['newPerDay', 0, -1],
    ['minutesPerDay', 30, 0],
    ['singleKeys', false, 'no'],
    ['language', 'ja', 'fr'],
    ['language', null, 3],
    ['questionLanguage', 'pt-BR', 7],
    ['theme', 'dark', 'pink'],
    ['mapping', 1, 99],
    ['packsOff', ['one'], ['one', 2]],
    ['newPerDay', 12, 1.5],
    ['personal', fitted, { ...fitted, decay: 7 }],
    ['personal', fitted, { first: 0, decay: 0, growth: 0 }],
    ['personal', fitted, [1, 2]],
    ['fittedAfter', 60, -1],
    ['exam', 'aws-saa-c03', 7],
    ['examDate', '2026-12-20', 20261220],
    ['planFrom', '2026-11-26', 7],
    ['examResult', 'failed', 'nearly'],
    ['daysOff', [0, 6], [7]],
  ])('%s takes %j and leaves %j', (key, good, bad) => {
    expect(withSetting(defaultSettings, key, good)).toEqual({ ...defaultSettings, [key]: good });
    expect(withSetting(defaultSettings, key, bad)).toBe(defaultSettings);
  });

  test('a key of a newer version changes nothing, nor does one that every object has', () => {
    expect(withSetting(defaultSettings, 'colour', 'red')).toBe(defaultSettings);
    expect(withSetting(defaultSettings, 'toString', 'red')).toBe(defaultSettings);
  });
});

test('stored settings come back, and what cannot be read is the default', () => {
  const set = withSetting(defaultSettings, 'theme', 'dark');
  expect(readSettings(JSON.parse(JSON.stringify(set)))).toEqual(set);
  expect(readSettings({ theme: 'pink', newPerDay: 3, gone: true })).toEqual({
    ...defaultSettings,
    newPerDay: 3,
  });
});

test('a setting is said as a fact', () => {
  expect(settingFact('newPerDay', 5)).toEqual({ type: 'setting', key: 'newPerDay', value: 5 });
});
