import { sealed, unsealed } from '#core/journal/checksum.ts';
import type { Vector } from '#core/journal/event.ts';
import * as v from 'valibot';

/** A stored fold of the journal: a cache, thrown away without regret. */
export interface Snapshot {
  readonly vector: Vector;
  /** The epoch that was folded, and the highest number of one that was known. */
  readonly epoch: number;
  readonly highest: number;
  readonly build: string;
  /** Whatever the fold writes of itself. */
  readonly state: string;
}

const SNAPSHOT_FORMAT = 1;
const MARK = `mondo-snapshot ${SNAPSHOT_FORMAT}`;

const escaped = (text: string): string =>
  text.replace(
    /[^\x20-\x5b\x5d-\x7e]/g,
    (character) => `\\${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const unescaped = (text: string): string =>
  text.replace(/\\([0-9a-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

const headSchema = v.object({
  vector: v.array(v.tuple([v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(1))])),
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  highest: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  build: v.string(),
});

export function formatSnapshot({ vector, state, epoch, highest, build }: Snapshot): string {
  const head = { vector: [...vector], epoch, highest, build: escaped(build) };
  return sealed(`${MARK}|${JSON.stringify(head)}|${escaped(state)}`);
}

/** @returns undefined for what is damaged, or of another format: it is a cache, so nothing is lost */
export function parseSnapshot(text: string): Snapshot | undefined {
  const [mark, head, state] = split(unsealed(text) ?? '');
  if (mark !== MARK || head === undefined || state === undefined) return undefined;
  const parsed = v.safeParse(headSchema, parseJson(head));
  if (!parsed.success) return undefined;
  const { vector, build, ...epochs } = parsed.output;
  return { ...epochs, vector: new Map(vector), build: unescaped(build), state: unescaped(state) };
}

/** The first two bars part the text; writers and builds hold none. */
function split(text: string): string[] {
  const first = text.indexOf('|');
  const second = text.indexOf('|', first + 1);
  return second < 0
    ? []
    : [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
