import { expect, test } from 'vitest';
import { createI18n } from './i18n.ts';

test('the words of the chosen language are there at once, no other', async () => {
  const i18n = await createI18n('ja');
  expect(i18n.t('common:close')).toBe('閉じる');
  expect(i18n.hasResourceBundle('en', 'common')).toBe(false);
});

test('another language is loaded when it is chosen', async () => {
  const i18n = await createI18n('ja');
  await i18n.changeLanguage('en');
  expect(i18n.t('common:close')).toBe('Close');
});

test('the words for problems come only when they are asked for, in the language of the moment', async () => {
  const i18n = await createI18n('en');
  expect(i18n.hasResourceBundle('en', 'problems')).toBe(false);
  await i18n.loadNamespaces('problems');
  expect(i18n.hasResourceBundle('en', 'problems')).toBe(true);
  await i18n.changeLanguage('ja');
  expect(i18n.hasResourceBundle('ja', 'problems')).toBe(true);
});

test('one and several are told apart, and slots are filled without escaping', async () => {
  const i18n = await createI18n('en');
  expect(i18n.t('question:missingChoose', { count: 1 })).toBe('Choose 1 more.');
  expect(i18n.t('question:moved', { step: '<a> & b', place: 2 })).toBe('<a> & b: now number 2');
});
