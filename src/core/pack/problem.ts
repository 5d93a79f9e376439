/**
 * What is wrong with a file, as a value that knows its place. The words come from i18n (`problems.<code>`),
 * each with a remedy (`problems.<code>_hint`). All problems are collected, never only the first.
 */
export interface Problem {
  /** Errors stop, warnings advise. */
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** Relative to the pack's parent folder, `aws-notes/concepts/…`; or the name of the opened file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Where in the model, by ids: `['concepts', 'dns', 'scenarios', 'bank']`; by positions when a schema found it. */
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
}
