import { stringify } from 'yaml';
import type { PackUid, Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { KindName } from '#core/pack/model.ts';
import { headingSource } from './to-markdown.ts';

/** What a teacher is asked before a pack begins. */
export interface NewPack {
  readonly uid: PackUid;
  readonly title: string;
  /** The first is the source language. */
  readonly languages: readonly Language[];
  readonly author: string;
  readonly licence: string;
  /** What the one domain is called to begin with. */
  readonly domain: string;
  /** Several, in the place of that one. */
  readonly domains?: readonly { readonly id: Slug; readonly title: string }[];
  /** `YYYY-MM-DD`. */
  readonly released: string;
}

/** Whole percents that add up to 100. */
const share = (index: number, count: number): number =>
  Math.floor((100 * (index + 1)) / count) - Math.floor((100 * index) / count);

/** The files of a pack that has only a name. */
export function newPackFiles(pack: NewPack): ReadonlyMap<string, string> {
  const { uid, title, languages, author, licence, domain, released } = pack;
  const { domains = [{ id: 'main', title: domain }] } = pack;
  const inEach = (words: string) =>
    Object.fromEntries(languages.map((language) => [language, words]));
  const yaml = stringify(
    {
      uid,
      version: '0.1.0',
      released,
      languages,
      title: inEach(title),
      summary: inEach(title),
      authors: [{ name: author }],
      licence,
      domains: domains.map(({ id, title: name }, index) => ({
        id,
        title: inEach(name),
        weight: share(index, domains.length),
      })),
    },
    { lineWidth: 0 },
  );
  return new Map([['pack.yaml', yaml]]);
}

const inLanguages = (
  languages: readonly Language[],
  text: (isSource: boolean, language: Language) => string,
): string =>
  languages.map((language, index) => `# ${language}\n${text(index === 0, language)}`).join('\n');

/** A concept's own file: a title, and no rule yet. */
export const newConceptFile = (
  languages: readonly Language[],
  domain: string,
  title: string,
): string =>
  `---\n${stringify({ domain })}---\n${inLanguages(languages, () => `${headingSource([title])}\n\n`)}`;

/** A case or a note: a title, and neither situation nor claim yet. */
export const newTitledFile = (languages: readonly Language[], title: string): string =>
  `---\n{}\n---\n${inLanguages(languages, () => `${headingSource([title])}\n\n`)}`;

/** What stands in the list of a kind before anything is written. */
const lists: { readonly [K in KindName]: (isSource: boolean) => string } = {
  single: (isSource) => options(['a', 'b', 'c', 'd'], isSource ? ['a'] : null),
  multiple: (isSource) => options(['a', 'b', 'c', 'd', 'e'], isSource ? ['a', 'b'] : null),
  ordering: () => ['a', 'b', 'c'].map((id, index) => `${index + 1}. (${id}) \n   > \n`).join(''),
  matching: (isSource) =>
    ['a', 'b'].map((id) => `- (${id}) ${isSource ? `=> (${id}-it)` : ''}\n  > \n`).join('') +
    `\n${['a', 'b'].map((id) => `- (${id}-it) \n`).join('')}`,
  short: (isSource) => `- ${isSource ? '[x] ' : ''}(a) \n  > \n`,
};

function options(ids: readonly string[], right: readonly string[] | null): string {
  return ids
    .map((id) => {
      const isRight = right?.includes(id) ?? id === 'a';
      const box = right === null ? '' : `[${isRight ? 'x' : ' '}] `;
      return `- ${box}(${id}) \n  > \n${isRight ? '' : '  >> \n'}`;
    })
    .join('');
}

const keys: { readonly [K in KindName]: string } = {
  single: '',
  multiple: 'choose: 2\n',
  ordering: '',
  matching: '',
  short: 'compare: prose\n',
};

/** A scenario's file with every place in which something is to be written, all of them empty. */
export const newScenarioFile = (kind: KindName, languages: readonly Language[]): string =>
  `---\nkind: ${kind}\n${keys[kind]}---\n${inLanguages(
    languages,
    (isSource) => `\n## \n\n${lists[kind](isSource)}\n## !\n\n`,
  )}`;
