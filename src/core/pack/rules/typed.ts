import { eachScenario, error, optionPath, optionText, textsOf } from './rule.ts';

/** What is typed as code is a command: to fold its case or blanks would accept what does not run. */
export const typed = eachScenario(({ scenario, path }, pack) => {
  if (scenario.kind !== 'short' || scenario.compare === 'exact') return [];
  return textsOf(pack, scenario.text).flatMap(([language, text]) =>
    scenario.answers
      .filter(({ id, right }) => right && hasCode(optionText(text, id)?.text ?? []))
      .map(({ id }) => error('prose_code', optionPath(path, language, id), { id })),
  );
});

const hasCode = (line: readonly unknown[]): boolean =>
  line.some(
    (node) => typeof node === 'object' && node !== null && 'type' in node && node.type === 'code',
  );
