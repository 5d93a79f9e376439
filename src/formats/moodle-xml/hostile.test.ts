import { describe, expect, test } from 'vitest';
import { flaws } from '#formats/readers-for-tests.ts';
import { readMoodleXml } from './read.ts';
import { answer, codes, item, question, quiz, read, text } from './sample.ts';

const answers = answer(100, 'a') + answer(0, 'b');

describe('a field that would do harm', () => {
  const evil =
    '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><a href="javascript:alert(1)">l</a>' +
    '<a href="data:text/html,x">d</a><iframe src="https://x.org"></iframe><img src="https://x.org/a.png" alt="far">';

  test('is words, wherever it stands', () => {
    const xml = quiz(
      `<question type="category"><category>${text(evil)}</category></question>`,
      `<question type="multichoice"><name>${text(evil)}</name>
      <questiontext format="html">${text(evil)}</questiontext>
      <generalfeedback format="html">${text(evil)}</generalfeedback>
      <answer fraction="100" format="html">${text(evil)}<feedback format="html">${text(evil)}</feedback></answer>
      ${answer(0, 'b')}<idnumber>&lt;script&gt;</idnumber><tags><tag>${text(evil)}</tag></tags></question>`,
    );
    const imported = read(xml);
    expect(flaws(imported)).toEqual([]);
    const [found] = imported.items;
    expect(JSON.stringify(found?.question?.text)).not.toMatch(
      /script|onerror|javascript|data:|x\.org/,
    );
    expect(found?.remarks.map(({ code }) => code)).toContain('link-lost');
  });

  test.each(['plain_text', 'markdown', 'moodle_auto_format', 'wiki_like'])(
    'in the format %s neither',
    (format) => {
      const xml = quiz(
        question('multichoice', evil, answers).replaceAll('format="html"', `format="${format}"`),
      );
      expect(flaws(read(xml))).toEqual([]);
      expect(JSON.stringify(read(xml).items[0]?.question?.text)).not.toMatch(/"url"|"image"/);
    },
  );

  test('letters that nobody sees are kept and said', () => {
    const xml = quiz(question('multichoice', 'a\u202eb', answer(100, 'c\u200bd') + answer(0, 'e')));
    expect(codes(xml)).toEqual(['letters-invisible']);
    expect(item(xml).question?.text['en']?.question).toEqual(['a\u202eb']);
  });
});

describe('names that objects have by themselves', () => {
  test('are names like others', () => {
    const xml = quiz(
      `<question type="multichoice" __proto__="x"><name><text>__proto__</text></name>
      <questiontext format="__proto__"><text>constructor</text></questiontext>
      <__proto__>polluted</__proto__><constructor>x</constructor><toString>y</toString>
      <answer fraction="100"><text>hasOwnProperty</text></answer>${answer(0, 'b')}</question>`,
    );
    expect(flaws(read(xml))).toEqual([]);
    const kept = item(xml).question?.origin.kept ?? {};
    expect(Object.keys(kept)).toEqual(['type', 'name', 'constructor', 'toString']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('bytes that are no text', () => {
  test('give a report', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256);
    const imported = readMoodleXml({ name: 'x', bytes, language: 'en' });
    expect(imported.remarks.length).toBeGreaterThan(0);
  });

  test('within a sound file cost nothing else', () => {
    const bytes = new TextEncoder().encode(quiz(question('multichoice', 'xyz?', answers)));
    bytes[bytes.indexOf('y'.charCodeAt(0), 200)] = 0xff;
    const imported = readMoodleXml({ name: 'x', bytes, language: 'en' });
    expect(flaws(imported)).toEqual([]);
    expect(imported.items[0]?.question?.kind).toBe('single');
  });
});
