import * as v from 'valibot';
import type { Json } from '#core/journal/event.ts';

/** What this tab keeps of an exam besides the answers, which are events. */
export interface Kept {
  /** The question on the screen; `null` is the review of all. */
  readonly place: number | null;
  /** Options struck out, by question. */
  readonly struck: Readonly<Record<string, readonly string[]>>;
  /** Questions of which too little is chosen. */
  readonly unfinished: readonly string[];
}

const shape = v.object({
  exam: v.string(),
  place: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  struck: v.record(v.string(), v.array(v.string())),
  unfinished: v.array(v.string()),
});

/** @returns `null` when nothing of this exam was kept */
export function keptIn(value: Json, exam: string): Kept | null {
  const parsed = v.safeParse(shape, value);
  return parsed.success && parsed.output.exam === exam ? parsed.output : null;
}
