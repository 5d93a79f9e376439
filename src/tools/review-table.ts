import { interfaceLanguages, type InterfaceLanguage } from '#core/language.ts';
import type { Pack, Scenario } from '#core/pack/model.ts';
import type { Problem } from '#core/pack/problem.ts';
import { textRevOf } from '#core/pack/revisions.ts';
import { scenariosOf } from '#core/pack/rules/rule.ts';
import { digest } from '#formats/digest.ts';

/** What was read, by the revision of its text in each language. */
interface ReviewRow {
  readonly line: number;
  readonly revisions: ReadonlyMap<InterfaceLanguage, string>;
}

/** `| pack/concept/scenario | en revision | keyed | second | ja revision | keyed | second | references |` */
const row = /^\|\s*([\w-]+\/[\w-]+\/[\w-]+)\s*\|\s*([\w-]{8})\s*\|[^|]*\|[^|]*\|\s*([\w-]{8})\s*\|/;

/** The rows of the review's tables by scenario; every other line is prose. */
function reviewRows(document: string): ReadonlyMap<string, ReviewRow> {
  const rows = new Map<string, ReviewRow>();
  document.split('\n').forEach((text, index) => {
    const [, id, en, ja] = row.exec(text) ?? [];
    if (id === undefined || en === undefined || ja === undefined) return;
    const revisions = new Map<InterfaceLanguage, string>([
      ['en', en],
      ['ja', ja],
    ]);
    rows.set(id, { line: index + 1, revisions });
  });
  return rows;
}

const revisionsOf = async (
  pack: Pack,
  scenario: Scenario,
): Promise<readonly (readonly [InterfaceLanguage, string])[]> =>
  Promise.all(
    interfaceLanguages.map(
      async (language) => [language, await textRevOf(pack, scenario, language, digest)] as const,
    ),
  );

/**
 * The scenarios that nobody has read as they are now.
 * @param file what the document is called in problems
 */
export async function reviewProblems(
  { name, pack }: { readonly name: string; readonly pack: Pack },
  document: string,
  file: string,
): Promise<readonly Problem[]> {
  const rows = reviewRows(document);
  const found = scenariosOf(pack).map(async ({ concept, scenario, path }) => {
    const id = `${name}/${concept.id}/${scenario.id}`;
    const read = rows.get(id);
    const revisions = await revisionsOf(pack, scenario);
    const at = { severity: 'warning', file, line: read?.line ?? 1, column: 1, path } as const;
    if (!read) {
      const present = revisions.map((pair) => pair.join(' ')).join(', ');
      return [{ ...at, code: 'review_missing', params: { id, revisions: present } }];
    }
    return revisions
      .filter(([language, revision]) => read.revisions.get(language) !== revision)
      .map(([language, revision]) => ({
        ...at,
        code: 'review_stale',
        params: { id, language, revision },
      }));
  });
  return (await Promise.all(found)).flat();
}
