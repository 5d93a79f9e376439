import type { Language } from '#core/language.ts';

/** A text with several languages in it: what all of them share, and places where each has its own words. */
export type Pieces = readonly (string | readonly Wording[])[];

interface Wording {
  readonly languages: readonly Language[];
  readonly html: string;
}

const scripts = new Set(['hans', 'hant', 'latn', 'cyrl']);

/** Moodle writes `pt_br` and `ja_kids`; packs write `pt-BR` and `ja`. `other` is what all others see. */
export function languageOf(code: string): Language | null {
  const [base = '', region = ''] = code.trim().toLowerCase().split(/[_-]/);
  if (base === 'other') return 'other';
  if (!/^[a-z]{2,3}$/.test(base)) return null;
  if (scripts.has(region)) return `${base}-${region[0]?.toUpperCase()}${region.slice(1)}`;
  return /^[a-z]{2}$/.test(region) ? `${base}-${region.toUpperCase()}` : base;
}

/** As Moodle writes it. */
export const codeOf = (language: Language): string => language.toLowerCase().replace('-', '_');

const openers = /<span\b[^<>]{0,200}>|\{mlang\s+([\w\s,-]{1,100})\}/gi;
const closers = { span: /<\/span\s*>/gi, mlang: /\{mlang\}/gi } as const;
const isMultilang = /\bclass\s*=\s*["'][^"']*\bmultilang\b/i;
const lang = /\blang\s*=\s*["']([\w-]{2,20})["']/i;

/** The languages that a tag opens; null when it opens none. */
function openedBy(tag: string, list: string | undefined): readonly Language[] | null {
  const codes = list?.split(',') ?? [isMultilang.test(tag) ? (lang.exec(tag)?.[1] ?? '') : ''];
  const languages = codes.map(languageOf).filter((language) => language !== null);
  return languages.length === 0 ? null : languages;
}

/** Cuts a text at `<span lang="ja" class="multilang">…</span>` and `{mlang ja}…{mlang}`. */
export function cutByLanguage(html: string): Pieces {
  if (!/multilang|\{mlang/i.test(html)) return html === '' ? [] : [html];
  const pieces: (string | Wording[])[] = [];
  let end = 0;
  const shared = (until: number) => {
    const text = html.slice(end, until);
    // Blanks between two languages belong to neither.
    if (text.trim() !== '' || typeof pieces.at(-1) === 'string') pieces.push(text);
  };
  openers.lastIndex = 0;
  for (let found = openers.exec(html); found; found = openers.exec(html)) {
    const languages = openedBy(found[0], found[1]);
    if (!languages) continue;
    const closer = closers[found[1] === undefined ? 'span' : 'mlang'];
    closer.lastIndex = openers.lastIndex;
    const close = closer.exec(html);
    if (!close) break;
    shared(found.index);
    const wording = { languages, html: html.slice(openers.lastIndex, close.index) };
    const last = pieces.at(-1);
    if (last === undefined || typeof last === 'string') pieces.push([wording]);
    else last.push(wording);
    end = closer.lastIndex;
    openers.lastIndex = end;
  }
  shared(html.length);
  return pieces;
}

/** The languages that a text has words of its own for, in the order of the text. */
export const languagesIn = (pieces: Pieces): readonly Language[] => [
  ...new Set(
    pieces
      .flatMap((piece) => (typeof piece === 'string' ? [] : piece))
      .flatMap(({ languages }) => languages)
      .filter((language) => language !== 'other'),
  ),
];

const baseOf = (language: Language): Language => language.split('-')[0] ?? language;

function wordingIn(wordings: readonly Wording[], language: Language): string {
  const wanted = [
    (code: Language) => code === language,
    (code: Language) => baseOf(code) === baseOf(language),
    (code: Language) => code === 'other',
    () => true,
  ];
  const [found] = wanted.flatMap((isWanted) =>
    wordings.filter(({ languages }) => languages.some(isWanted)).slice(0, 1),
  );
  return found?.html ?? '';
}

/** The text as a reader of one language sees it. */
export const htmlIn = (pieces: Pieces, language: Language): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : wordingIn(piece, language))).join('');
