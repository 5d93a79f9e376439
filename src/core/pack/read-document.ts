import * as v from 'valibot';
import { err, ok, type Result } from '#core/result.ts';
import { findingOf } from './issues.ts';
import { jsonFault } from './json-fault.ts';
import { limits } from './limits.ts';
import { PACK_FORMAT, type Pack } from './model.ts';
import type { Problem } from './problem.ts';
import { sizes } from './rules/sizes.ts';
import { packSchema } from './schema.ts';
import type { Path } from './source.ts';

/** More levels of JSON than any pack needs, and few enough to walk. */
const DEEPEST = 100;

/**
 * Reads an interchange document (`*.mondo.json`) whose text is hostile until read.
 * @param file its name, for the problems; they have a path and no line
 * @returns every problem of shape, else what is above the limits; the rest is the doctor's
 */
export function parsePack(text: string, file: string): Result<Pack, readonly Problem[]> {
  const refuse = (code: string, params: Problem['params'] = {}, path: Path = []): Problem => ({
    severity: 'error',
    code,
    file,
    line: 1,
    column: 1,
    path,
    params,
  });
  if (text.length > limits.document)
    return err([refuse('document_too_large', { limit: limits.document })]);
  const value = parsedJson(text);
  if (value === undefined) return err([{ ...refuse('not_json'), ...faultOf(text) }]);
  const format = formatOf(value);
  if (format === null) return err([refuse('format_missing')]);
  if (format > PACK_FORMAT) return err([refuse('format_newer', { format, known: PACK_FORMAT })]);
  if (isTooDeep(value)) return err([refuse('json_too_deep', { limit: DEEPEST })]);
  const parsed = v.safeParse(packSchema, value);
  const findings = parsed.success ? sizes(parsed.output) : parsed.issues.map(findingOf);
  if (parsed.success && findings.length === 0) return ok(parsed.output);
  return err(findings.map(({ code, params, path }) => refuse(code, params, path)));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text of megabytes is not looked through letter by letter. */
const faultOf = (text: string) => (text.length > MOST_SCANNED ? {} : jsonFault(text));

const MOST_SCANNED = 2_000_000;

/** The format's number is read before anything else, so that a newer pack is refused by name. */
function formatOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  return typeof value.format === 'number' && value.format >= 1 ? value.format : null;
}

/** Level by level, without recursion: a deep document must not end the walk by a full stack. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null ? Object.values(node) : [],
    );
  }
  return false;
}
