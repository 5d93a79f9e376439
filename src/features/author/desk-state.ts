import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DraftFiles } from '#core/author/history.ts';
import type { Problem } from '#core/pack/problem.ts';
import { sortedProblems } from '#core/pack/source.ts';
import { useCheckup } from '#state/author/react.ts';
import type { DraftReport, FocusReport, Outline, Seen } from '#state/author/report.ts';

/** The names of the files: the same list until one comes or goes, while what stands in them changes with each letter. */
export function usePaths(files: DraftFiles): readonly string[] {
  const names = [...files.keys()].join('\n');
  return useMemo(() => names.split('\n'), [names]);
}

/** The file in hand stands in the address, so that a link leads to it and the way back goes there. */
export function useFile(files: DraftFiles) {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('file') ?? 'pack.yaml';
  const file = files.has(wanted) ? wanted : 'pack.yaml';
  const open = (path: string) => {
    if (path !== file) setParams({ file: path });
  };
  return { file, open };
}

/** Lets the doctor's worker go with the draft. */
export function useDoctor(): void {
  const close = useCheckup((state) => state.close);
  useEffect(() => close, [close]);
}

/** Asks the doctor again whenever something has changed. */
export function useLook(files: DraftFiles, file: string): void {
  const look = useCheckup((state) => state.look);
  // The worker lives outside of React.
  useEffect(() => look(files, file), [look, files, file]);
}

/** What the doctor says of the file in hand. */
export const useFocus = (file: string): FocusReport | null =>
  useDeferredValue(useCheckup(({ focus }) => (focus?.file === file ? focus : null)));

/** The names in the draft, as the doctor read them last. */
export const useOutline = (): Outline | null =>
  useDeferredValue(useCheckup(({ whole }) => whole?.outline ?? null));

const nameOf = ({ line, column, code }: Problem): string => `${line}:${column}:${code}`;

/** What is known of the whole, and what is newly known of the file in hand. */
export function problemsOf(
  whole: DraftReport | null,
  focus: FocusReport | null,
): readonly Problem[] {
  const all = whole?.problems ?? [];
  if (focus === null) return all;
  const { file, problems } = focus;
  const fresh = new Set(problems.map(nameOf));
  const elsewhere = all.filter((problem) => problem.file !== file);
  // Rules over the whole pack come a moment later: what they said of this file stands until then.
  const here = all.filter((problem) => problem.file === file && !fresh.has(nameOf(problem)));
  const after = elsewhere.findIndex((problem) => problem.file > file);
  return elsewhere.toSpliced(
    after < 0 ? elsewhere.length : after,
    0,
    ...sortedProblems([...here, ...problems]),
  );
}

/** While a file cannot be read, its last readable state stays in sight. */
export function useSeen(focus: FocusReport | null, file: string) {
  const [last, setLast] = useState<{ readonly file: string; readonly seen: Seen } | null>(null);
  const fresh = focus?.seen ?? null;
  if (fresh !== null && last?.seen !== fresh) setLast({ file, seen: fresh });
  const seen = fresh ?? (last?.file === file ? last.seen : null);
  return { seen, isOld: fresh === null && seen !== null && focus !== null };
}
