import { parse } from 'yaml';
import type { DraftFiles } from '#core/author/history.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function yamlOf(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}

/** What a draft is called in its source language, as far as its `pack.yaml` can be read. */
export function draftTitle(files: DraftFiles): string {
  const yaml = files.get('pack.yaml');
  const head = typeof yaml === 'string' ? yamlOf(yaml) : null;
  if (!isRecord(head) || !isRecord(head['title'])) return '';
  const { languages, title } = head;
  const source: unknown = Array.isArray(languages) ? languages[0] : undefined;
  const words = title[String(source)] ?? Object.values(title)[0];
  return typeof words === 'string' ? words : '';
}
