import type { InterfaceLanguage } from '#core/language.ts';
import type { Problem } from '#core/pack/problem.ts';
import en from '#i18n/en/problems.json' with { type: 'json' };
import ja from '#i18n/ja/problems.json' with { type: 'json' };

const words = {
  en: new Map(Object.entries(en)),
  ja: new Map(Object.entries(ja)),
};

const filled = (text: string, params: Problem['params']): string => {
  const values = new Map(Object.entries(params));
  return text.replaceAll(/\{\{(\w+)\}\}/g, (slot, name: string) =>
    String(values.get(name) ?? slot),
  );
};

/** What is wrong, and what to do about it, in words. */
export function problemWords(language: InterfaceLanguage, { code, params }: Problem): string {
  const said = words[language].get(code);
  const hint = words[language].get(`${code}_hint`);
  if (said === undefined || hint === undefined) throw new Error(`no words for ${code}`);
  return `${filled(said, params)} ${filled(hint, params)}`;
}

/** One line as compilers write it: `file:line:column code message hint`. */
export const problemLine = (
  language: InterfaceLanguage,
  root: string,
  problem: Problem,
): string => {
  const { file, line, column, severity, code } = problem;
  return `${root}${file}:${line}:${column} ${severity} ${code} ${problemWords(language, problem)}`;
};
