import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { coloursOf, lookThemes, type Hex, type LookTheme } from '#core/contrast.ts';
import { interfaceLanguages, type InterfaceLanguage } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import * as shape from '#core/pack/shape.ts';
import { placeOf, sortedProblems } from '#core/pack/source.ts';
import { complain, newReport, start } from '#formats/markdown/report.ts';
import { readYaml } from '#formats/markdown/yaml.ts';
import { accentTokens, weakness, type AccentTokens } from './accent.ts';
import { isBundled } from './folders.ts';

/** What a teacher's own site is called and looks like: `_site.yaml` beside the packs. */
export const SITE_FILE = '_site.yaml';

const hex = v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/i, 'bad_colour'), v.toLowerCase());

export const siteYaml = shape.closed({
  name: shape.closed({ en: shape.words, ja: shape.words }),
  /** The interface's language, until the learner chooses another; without it, the browser's. */
  language: v.exactOptional(v.picklist(interfaceLanguages)),
  accent: v.exactOptional(shape.closed({ light: hex, dark: hex })),
  /** Folders of the packs to bring along; without it, all. */
  packs: v.exactOptional(v.pipe(v.array(shape.slug), v.minLength(1, 'no_pack'))),
});

export interface Site {
  readonly name: { readonly [L in InterfaceLanguage]: string };
  readonly language?: InterfaceLanguage;
  readonly accent: { readonly [T in LookTheme]: AccentTokens } | null;
  readonly packs?: readonly string[];
}

export interface ReadSite {
  /** Null where there is no file, or nothing that could be used. */
  readonly site: Site | null;
  readonly problems: readonly Problem[];
}

type Look = NonNullable<v.InferOutput<typeof siteYaml>['accent']>;

/** The style sheet that holds the grounds on which the accent must be read. */
const TOKENS = 'src/ui/tokens.css';

function colours(questions: string) {
  const file = join(dirname(questions), TOKENS);
  return coloursOf(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

const groundsOf = (questions: string, theme: LookTheme): ReadonlyMap<string, Hex> =>
  new Map([...colours(questions)].map(([name, colour]) => [name, colour[theme]]));

/**
 * Reads and checks the site's own file.
 * @param questions the folder with the packs
 * @param packs the names of their folders
 */
export function readSite(questions: string, packs: readonly string[]): ReadSite {
  const file = join(questions, SITE_FILE);
  if (!existsSync(file)) return { site: null, problems: [] };
  const report = newReport(SITE_FILE, []);
  const yaml = readYaml(
    report,
    siteYaml,
    textOf(file, () => complain(report, 'not_utf8', start)),
    1,
  );
  if (!yaml) return { site: null, problems: sortedProblems(report.problems) };
  const spot = (...path: readonly string[]) => placeOf(report, path);
  for (const pack of yaml.packs ?? [])
    if (!packs.includes(pack) || !isBundled(pack))
      complain(report, 'site_pack_missing', spot('packs', pack), { pack });
  const { accent } = yaml;
  for (const theme of accent ? lookThemes : []) {
    const weak = accent && weakness(accent[theme], theme, groundsOf(questions, theme));
    if (weak) complain(report, 'site_contrast_low', spot('accent', theme), weak);
  }
  const problems = sortedProblems(report.problems);
  const look = accent && problems.length === 0 ? tokensOf(accent, questions) : null;
  return { site: { ...yaml, accent: look }, problems };
}

function textOf(file: string, complaint: () => void): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    complaint();
    return '';
  }
}

const tokensOf = ({ light, dark }: Look, questions: string) => ({
  light: accentTokens(light, groundsOf(questions, 'light')),
  dark: accentTokens(dark, groundsOf(questions, 'dark')),
});
