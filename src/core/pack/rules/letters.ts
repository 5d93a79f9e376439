import { passagesOf, passageText } from './prose.ts';
import { eachScenario, textsOf, warning } from './rule.ts';

const letter =
  /\b(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s? (?:[A-H]|[1-9])\b(?!-)|選択肢\s*[A-HＡ-Ｈ1-9１-９ア-オ①-⑧]/u;

/** Options are shuffled: a text that names one by its letter names another on the screen. */
export const letters = eachScenario((placed, pack) =>
  textsOf(pack, placed.scenario.text).flatMap(([language, text]) =>
    passagesOf(placed, language, text).flatMap((passage) => {
      const [named] = letter.exec(passageText(passage)) ?? [];
      return named === undefined ? [] : [warning('letter_named', passage.path, { named })];
    }),
  ),
);
