import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contrast } from '#core/contrast.ts';
import { readSite, type ReadSite } from './site.ts';
import { problemLine } from './words.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mondo-'));
  mkdirSync(join(root, 'questions'));
  cpSync('src/ui/tokens.css', join(root, 'src/ui/tokens.css'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function read(...lines: readonly (string | Uint8Array)[]): ReadSite {
  const [first] = lines;
  const content = first instanceof Uint8Array ? first : `${lines.join('\n')}\n`;
  writeFileSync(join(root, 'questions/_site.yaml'), content);
  return readSite(join(root, 'questions'), ['history', 'physics', 'reference']);
}

const lines = ({ problems }: ReadSite): string[] =>
  problems.map((problem) => problemLine('en', 'questions/', problem));

const NAME = 'name: { en: Exam room, ja: 試験室 }';

test('without a file there is no site of its own, and nothing to complain about', () => {
  expect(readSite(join(root, 'questions'), [])).toEqual({ site: null, problems: [] });
});

test('a name is enough; language, accent and packs may follow', () => {
  expect(read(NAME)).toEqual({
    site: { name: { en: 'Exam room', ja: '試験室' }, accent: null },
    problems: [],
  });
  const { site, problems } = read(
    NAME,
    'language: ja',
    'accent: { light: "#0B5D3B", dark: "#7fd1a8" }',
    'packs: [physics]',
  );
  expect(problems).toEqual([]);
  expect(site).toMatchObject({ language: 'ja', packs: ['physics'] });
  expect(site?.accent?.light).toEqual({
    accent: '#0b5d3b',
    'accent-ink': '#ffffff',
    'accent-wash': '#e7efeb',
  });
  expect(site?.accent?.dark['accent-ink']).toBe('#0d1319');
});

describe('what is wrong is told with its place and a remedy', () => {
  test.each([
    [
      ['name: { en: Exam room }'],
      '_site.yaml:1:1 error missing_key “ja” is missing. questions/README.md shows where it belongs.',
    ],
    [
      [NAME, 'langage: ja'],
      '_site.yaml:2:1 error unknown_key_near There is no key “langage” here. Did you mean “language”?',
    ],
    [
      [NAME, 'accent:', '  light: red', '  dark: "#7fd1a8"'],
      '_site.yaml:3:3 error bad_colour "red" is no colour. Write six hexadecimal digits in quotes, as in "#1f4e79".',
    ],
    [
      [NAME, 'packs: [physics, chemistry]'],
      '_site.yaml:2:18 error site_pack_missing There is no pack chemistry beside this file.',
    ],
    // The fixture is never brought along, whoever asks: the build leaves it out.
    [[NAME, 'packs: [reference]'], '_site.yaml:2:9 error site_pack_missing'],
    [[NAME, 'language: fr'], '_site.yaml:2:1 error wrong_value'],
    [[NAME, 'packs: []'], '_site.yaml:2:1 error no_pack'],
    [['name: ['], 'yaml_error'],
    [[new Uint8Array([0xff, 0xfe, 0x41])], '_site.yaml:1:1 error not_utf8'],
  ])('%j', (file, line) => {
    expect(lines(read(...file)).join('\n')).toContain(line);
  });

  test('a colour that cannot be read is refused, and one that can be is named', () => {
    const broken = read(NAME, 'accent:', '  light: "#f2c200"', '  dark: "#123456"');
    expect(lines(broken).map((line) => line.replace(/ hue .*/, ''))).toEqual([
      expect.stringContaining('_site.yaml:3:3 error site_contrast_low With the accent #f2c200'),
      expect.stringContaining('_site.yaml:4:3 error site_contrast_low With the accent #123456'),
    ]);
    expect(broken.site?.accent).toBeNull();
    const [light, dark] = broken.problems.map(({ params }) => String(params['near']));
    const mended = read(NAME, `accent: { light: "${light}", dark: "${dark}" }`);
    expect(mended.problems).toEqual([]);
    expect(contrast(light ?? '', '#faf8f3')).toBeGreaterThanOrEqual(4.5);
  });
});
