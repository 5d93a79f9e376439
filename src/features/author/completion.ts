import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { kindNames, verdictNames } from '#core/pack/model.ts';
import type { Outline } from '#state/author/report.ts';

/** Keys of front matter by sort of file, and of `pack.yaml`. */
const scenarioKeys = [
  'kind',
  'choose',
  'compare',
  'checked',
  'references',
  'aged',
  'was',
  'case',
  'pin',
  'reserve',
  'silence',
  'change',
];
const conceptKeys = ['domain', 'note', 'claims', 'confusable', 'was'];
const noteKeys = ['published', 'claims', 'retired', 'checked', 'references'];
const packKeys = [
  'uid',
  'version',
  'released',
  'languages',
  'title',
  'summary',
  'authors',
  'contact',
  'licence',
  'domains',
  'terms',
  'retired',
];

function keysFor(file: string): readonly string[] {
  if (file === 'pack.yaml') return packKeys;
  if (file.startsWith('notes/')) return noteKeys;
  if (file.startsWith('cases/')) return [];
  return file.endsWith('/concept.md') ? conceptKeys : scenarioKeys;
}

const ids = (some: readonly { readonly id: string }[] | undefined): readonly string[] =>
  some?.map(({ id }) => id) ?? [];

/** What may follow a key. */
function valuesFor(key: string, outline: Outline | null): readonly string[] {
  switch (key) {
    case 'kind':
      return kindNames;
    case 'compare':
      return ['prose', 'exact'];
    case 'reserve':
      return ['true'];
    case 'how':
      return ['live', 'stored-copy'];
    case 'verdict':
      return verdictNames;
    case 'domain':
      return ids(outline?.domains);
    case 'case':
      return ids(outline?.cases);
    case 'note':
      return ids(outline?.notes);
    case 'confusable':
      return ids(outline?.concepts);
    default:
      return [];
  }
}

/** Whether a place is between the `---` lines, or in YAML as a whole. */
function isInYaml(file: string, before: string): boolean {
  if (file === 'pack.yaml') return true;
  return before.startsWith('---') && !/\n---[ \t]*\n/.test(before);
}

/** What could stand at the cursor: keys and their values, and what an option may stand for. */
export function completeAt(
  file: string,
  outline: Outline | null,
  context: CompletionContext,
): CompletionResult | null {
  const term = context.matchBefore(/\{=[a-z0-9-]*/);
  if (term) {
    const names = [...(outline?.terms ?? []), ...(outline?.concepts ?? [])];
    const options = names.map(({ id }) => ({ label: id }));
    return { from: term.from + 2, options, validFor: /^[a-z0-9-]*$/ };
  }
  if (!isInYaml(file, context.state.sliceDoc(0, context.pos))) return null;
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const word = /[\w-]*$/.exec(before)?.[0] ?? '';
  const from = context.pos - word.length;
  const [, key] = /([\w-]+):[ \t]*\[?(?:[\w-]+,[ \t]*)*[\w-]*$/.exec(before) ?? [];
  if (key !== undefined)
    return answer(
      from,
      valuesFor(key, outline).map((label) => ({ label })),
    );
  if (before !== word || (word === '' && !context.explicit)) return null;
  return answer(
    from,
    keysFor(file).map((label) => ({ label, apply: `${label}: ` })),
  );
}

const answer = (from: number, options: CompletionResult['options']): CompletionResult | null =>
  options.length === 0 ? null : { from, options, validFor: /^[\w-]*$/ };
