import type { PackUid, Slug } from '#core/ids.ts';
import { hashText } from '#core/random.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Blueprint } from './blueprint.ts';

/** What a code says: enough for everybody with the same packs to sit the same form. */
export interface SharedForm {
  /** A hash of the blueprint's id: see `blueprintMark`. */
  readonly blueprint: number;
  /** What the form is drawn from: the version of a pack, as `1.2.3`, whose own exam it is; or a `groundMark`. */
  readonly from: string | number;
  /** Below `SHARED_SEEDS`. */
  readonly seed: number;
}

export type CodeFault = 'shape' | 'typo';

/** Crockford's digits: without I, L, O and U, which are taken for others. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BLUEPRINT_DIGITS = 4;
const SEED_DIGITS = 5;
const CHECK_DIGITS = 2;
const GROUP = 4;

/** So many seeds can be told in a code. */
export const SHARED_SEEDS = 2 ** (5 * SEED_DIGITS);

/** What a code says of a blueprint instead of its id. */
export const blueprintMark = (id: Slug): number => hashText(id) >>> (32 - 5 * BLUEPRINT_DIGITS);

/** What a form of a real exam is drawn by and from. */
export interface Ground {
  readonly blueprint: Blueprint;
  readonly packs: readonly { readonly uid: PackUid; readonly version: string }[];
}

const GROUND_BITS = 20;

/** What a code says of a real exam and all packs that it is drawn from, whatever their order. */
export function groundMark({ blueprint, packs }: Ground): number {
  const { id, questions, unscored, minutes, pass, kinds, domains } = blueprint;
  const weights = domains.map((domain) => [domain.id, domain.weight]);
  const versions = packs.map(({ uid, version }) => `${uid} ${version}`).toSorted();
  const text = JSON.stringify([id, questions, unscored, minutes, pass, kinds, weights, versions]);
  return hashText(text) >>> (32 - GROUND_BITS);
}

/** The largest prime that two digits can count to: so every wrong digit, and any two that changed places, show. */
const PRIME = 1021;

const digitsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, place) => Math.floor(value / 32 ** (count - 1 - place)) % 32);

const valueOf = (digits: readonly number[]): number =>
  digits.reduce((value, digit) => value * 32 + digit, 0);

const checkOf = (digits: readonly number[]): number =>
  digits.reduce((sum, digit, place) => (sum + digit * (place + 2)) % PRIME, 0);

/** Four bits a digit, the fifth says that more follow. */
function numberDigits(number: number): number[] {
  const digits = [number % 16];
  for (let rest = Math.floor(number / 16); rest > 0; rest = Math.floor(rest / 16))
    digits.unshift(16 + (rest % 16));
  return digits;
}

/** The numbers that digits hold; `null` when the last one does not end. */
function numbersIn(digits: readonly number[]): number[] | null {
  const numbers: number[] = [];
  let open: number | null = null;
  for (const digit of digits) {
    const value: number = (open ?? 0) * 16 + (digit % 16);
    open = digit >= 16 ? value : null;
    if (open === null) numbers.push(value);
  }
  return open === null ? numbers : null;
}

const numbersOf = (from: SharedForm['from']): readonly number[] =>
  typeof from === 'number' ? [from] : from.split('.').map(Number);

/** A code to read aloud and to type: `9F3K-7Q2M-X100-J4`. */
export function formatCode({ blueprint, from, seed }: SharedForm): string {
  const digits = [
    ...digitsOf(blueprint, BLUEPRINT_DIGITS),
    ...digitsOf(seed, SEED_DIGITS),
    ...numbersOf(from).flatMap(numberDigits),
  ];
  const all = [...digits, ...digitsOf(checkOf(digits), CHECK_DIGITS)];
  const text = all.map((digit) => DIGITS.charAt(digit)).join('');
  return text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';
}

const alike: ReadonlyMap<string, string> = new Map([
  ['I', '1'],
  ['L', '1'],
  ['O', '0'],
]);

/** The value of each digit; `null` when something is none. Blanks and dashes of any width are passed over. */
function readDigits(text: string): readonly number[] | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}ー−]/gu, '');
  const digits = Array.from(plain, (letter) => DIGITS.indexOf(alike.get(letter) ?? letter));
  return digits.includes(-1) ? null : digits;
}

function fromNumbers(numbers: readonly number[]): SharedForm['from'] | null {
  const [first, ...others] = numbers;
  if (others.length === 2) return numbers.join('.');
  return others.length === 0 && first !== undefined ? first : null;
}

/** What a typed code says, or that it is none, or that something in it is mistyped. */
export function parseCode(text: string): Result<SharedForm, CodeFault> {
  const all = readDigits(text);
  const head = BLUEPRINT_DIGITS + SEED_DIGITS;
  if (all === null || all.length <= head + CHECK_DIGITS) return err('shape');
  const digits = all.slice(0, -CHECK_DIGITS);
  if (valueOf(all.slice(-CHECK_DIGITS)) !== checkOf(digits)) return err('typo');
  const from = fromNumbers(numbersIn(digits.slice(head)) ?? []);
  if (from === null) return err('shape');
  return ok({
    blueprint: valueOf(digits.slice(0, BLUEPRINT_DIGITS)),
    from,
    seed: valueOf(digits.slice(BLUEPRINT_DIGITS, head)),
  });
}
