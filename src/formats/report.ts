import * as v from 'valibot';
import type { MistakeReport } from '#core/pack/report.ts';
import * as shape from '#core/pack/shape.ts';
import { err, ok, type Result } from '#core/result.ts';

const MOST = 20_000;

const words = v.pipe(v.string(), v.maxLength(MOST));

/** Keys that a later version may add are dropped. */
const schema = v.object({
  report: v.literal(1),
  pack: shape.packUid,
  version: shape.version,
  concept: shape.slug,
  scenario: v.exactOptional(shape.slug),
  textRev: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  keyRev: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  language: shape.languageCode,
  wrong: words,
  better: v.exactOptional(words),
});

/** Why a report cannot be read: no JSON, none of ours, or one of a newer Mondo. */
export type ReportTrouble = 'not-json' | 'not-a-report' | 'newer';

/** Reads what a learner has sent. */
export function readReport(text: string): Result<MistakeReport, ReportTrouble> {
  let value: unknown;
  try {
    value = text.length > 4 * MOST ? null : JSON.parse(text);
  } catch {
    return err('not-json');
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(parsed.output);
  const isNewer =
    typeof value === 'object' &&
    value !== null &&
    'report' in value &&
    typeof value.report === 'number' &&
    value.report > 1;
  return err(isNewer ? 'newer' : 'not-a-report');
}
