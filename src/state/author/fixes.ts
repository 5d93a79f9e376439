import type { DraftFiles } from '#core/author/history.ts';
import type { Problem } from '#core/pack/problem.ts';
import { editedScenario, scenarioFields, type FormEdit, type FormFields } from './form.ts';
import { frameOf } from './head.ts';

type Fix = (problem: Problem, fields: FormFields) => readonly FormEdit[];

const choose = (value: number): FormEdit => ({ edit: 'front', path: ['choose'], value });

/** The option and the language that a problem's path ends in. */
const at = ({ path }: Problem) => ({
  language: String(path[path.indexOf('text') + 1] ?? ''),
  option: String(path[path.indexOf('options') + 1] ?? ''),
});

/** What mends a problem without a decision that only the author can take. */
const fixes: ReadonlyMap<string, Fix> = new Map<string, Fix>([
  [
    'choose_differs_from_keys',
    ({ params }, { front }) => {
      const keys = Number(params['keys']);
      if (keys < 1) return [];
      if (front.kind === 'multiple') return [choose(keys)];
      return [{ edit: 'kind', kind: 'multiple' }, choose(keys)];
    },
  ],
  ['right_when_unneeded', (problem) => [{ edit: 'rightWhen', ...at(problem), source: '' }]],
  [
    'right_when_full_stop',
    (problem, { options }) => {
      const { option, language } = at(problem);
      const words = options.find(({ id }) => id === option)?.rightWhen[language] ?? '';
      const source = words.replace(/[.。．]+\s*$/u, '');
      return [{ edit: 'rightWhen', option, language, source }];
    },
  ],
  [
    'translation_missing',
    ({ params }) => [{ edit: 'addLanguage', language: String(params['language']) }],
  ],
]);

/** The files with a problem mended; `null` where nothing but the author can do it. */
export function fixed(files: DraftFiles, problem: Problem): DraftFiles | null {
  const fix = fixes.get(problem.code);
  const source = files.get(problem.file);
  const isScenario = problem.path[2] === 'scenarios';
  if (!fix || !isScenario || typeof source !== 'string') return null;
  const { languages } = frameOf(files);
  const edits = fix(problem, scenarioFields(source, languages));
  const text = edits.length === 0 ? null : editedScenario(source, languages, edits);
  return text === null || text === source ? null : new Map(files).set(problem.file, text);
}

/** Whether there is one tap that may mend it. */
export const hasFix = ({ code, path }: Problem): boolean =>
  fixes.has(code) && path[2] === 'scenarios';
