import { expect, test } from 'vitest';
import { looksLikeQti, looksLikeQtiPackage } from './looks-like.ts';

test.each([
  '<?xml version="1.0"?><!DOCTYPE questestinterop SYSTEM "x.dtd">\n<questestinterop>',
  '<assessmentItem\n  xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1">',
  '<imsqti:assessmentTest identifier="t">',
  '<!-- a comment --><qti-assessment-item>',
  '<qti-assessment-stimulus>',
])('the text of a QTI file is known: %s', (text) => {
  expect(looksLikeQti(text)).toBe(true);
});

test.each([
  '<quiz><question type="multichoice"/></quiz>',
  'assessmentItem',
  '<assessmentItems/>',
  '',
])('other texts are not: %s', (text) => {
  expect(looksLikeQti(text)).toBe(false);
});

test('a package is known by its manifest, in a folder or not', () => {
  expect(looksLikeQtiPackage(['a.xml', 'imsmanifest.xml'])).toBe(true);
  expect(looksLikeQtiPackage(['export/IMSmanifest.xml'])).toBe(true);
  expect(looksLikeQtiPackage(['collection.anki2', 'notimsmanifest.xml'])).toBe(false);
});
