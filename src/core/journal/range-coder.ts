/**
 * An adaptive binary range coder (G. N. N. Martin, "Range encoding", 1979; the carry as in LZMA): each field learns
 * how large its numbers are, so that what is always alike costs next to nothing.
 */

/** What a number is about; each learns for itself. */
export const fields = {
  records: 0,
  form: 1,
  isNext: 2,
  isSameZone: 3,
  isSameSetting: 4,
  confidence: 5,
  seq: 6,
  offset: 7,
  epoch: 8,
  time: 9,
  latency: 10,
  kind: 11,
  isRight: 12,
  isAmongOptions: 13,
  count: 14,
  rank: 15,
  tag: 16,
  whole: 17,
} as const;
type Field = (typeof fields)[keyof typeof fields];

/** Contexts of a field: up to 54 for the length of a number, four for its next two bits in each length. */
const LENGTHS = 54;
const CONTEXTS = LENGTHS + LENGTHS * 4;
const FIELDS = Object.keys(fields).length;

const PROBABILITY_BITS = 12;
const HALF = 2 ** (PROBABILITY_BITS - 1);
const TOP = 2 ** 24;
const WORD = 2 ** 32;
/** Past this many, choices are counted as about so many: the past fades. */
const MEMORY = 30;

/** The chance of a zero in each context, and how often it was asked. Made once, forgotten before each block. */
export interface Model {
  readonly forget: () => void;
  readonly chance: (context: number) => number;
  readonly learn: (context: number, bit: number) => void;
}

export function createModel(): Model {
  const zero = new Uint16Array(FIELDS * CONTEXTS);
  const seen = new Uint8Array(FIELDS * CONTEXTS);
  return {
    forget() {
      zero.fill(HALF);
      seen.fill(0);
    },
    chance: (context: number) => zero[context] ?? HALF,
    learn(context: number, bit: number) {
      const times = seen[context] ?? 0;
      const before = zero[context] ?? HALF;
      const target = bit === 0 ? 2 ** PROBABILITY_BITS - 1 : 1;
      const after = before + Math.trunc((target - before) / (times + 1.5));
      zero[context] = Math.min(2 ** PROBABILITY_BITS - 32, Math.max(32, after));
      if (times < MEMORY) seen[context] = times + 1;
    },
  };
}

const lengthContext = (field: Field, place: number): number => field * CONTEXTS + place;
const leadContext = (field: Field, length: number, node: number): number =>
  field * CONTEXTS + LENGTHS + length * 4 + node;

/** The greatest number that `uniform` takes as its total. */
export const MOST_UNIFORM = 2 ** 20;

/** Lower digits of a number are taken as evenly distributed, so many at a time. */
const EVEN_DIGITS = 16;

export interface Encoder {
  /** A whole number from 0 to 2^53 - 2. */
  readonly natural: (field: Field, value: number) => void;
  /** A whole number, negative ones included, of at most 51 bits. */
  readonly whole: (field: Field, value: number) => void;
  /** One of `total` numbers from 0, all equally likely. */
  readonly uniform: (value: number, total: number) => void;
  readonly finish: () => number[];
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** How many binary digits follow the leading one. */
const digitsAfterFirst = (value: number): number => {
  let digits = 0;
  for (let rest = value; rest >= 2; rest = Math.floor(rest / 2)) digits += 1;
  return digits;
};

const digitAt = (value: number, place: number): number => Math.floor(value / 2 ** place) % 2;

/** Narrows the range, and puts out the bytes that are settled. Typed arrays keep the numbers unboxed. */
function createSink() {
  const bytes: number[] = [];
  const low = new Float64Array(1);
  const range = new Uint32Array([WORD - 1]);
  let held = 0;
  let waiting = 1;
  const shift = () => {
    const [start = 0] = low;
    if (start < 0xff000000 || start >= WORD) {
      const carry = start >= WORD ? 1 : 0;
      for (; waiting > 0; waiting -= 1) {
        bytes.push((held + carry) & 255);
        held = 255;
      }
      held = Math.floor(start / TOP) & 255;
    }
    waiting += 1;
    low[0] = (start % TOP) * 256;
  };
  return {
    range: () => range[0] ?? 0,
    narrow(from: number, size: number) {
      low[0] = (low[0] ?? 0) + from;
      let left = size;
      for (; left < TOP; left *= 256) shift();
      range[0] = left;
    },
    finish(): number[] {
      for (let i = 0; i < 5; i += 1) shift();
      // The first byte is always zero, and zeros at the end are what the reader sees there anyway.
      let end = bytes.length;
      while (end > 1 && bytes[end - 1] === 0) end -= 1;
      return bytes.slice(1, end);
    },
  };
}

export function createEncoder(model: Model): Encoder {
  model.forget();
  const sink = createSink();
  const bit = (context: number, value: number) => {
    const bound = (sink.range() >>> PROBABILITY_BITS) * model.chance(context);
    if (value === 0) sink.narrow(0, bound);
    else sink.narrow(bound, sink.range() - bound);
    model.learn(context, value);
  };
  const uniform = (value: number, total: number) => {
    const share = Math.floor(sink.range() / total);
    sink.narrow(share * value, share);
  };
  const natural = (field: Field, value: number) => {
    const plain = value + 1;
    const length = digitsAfterFirst(plain);
    for (let i = 0; i < length; i += 1) bit(lengthContext(field, i), 1);
    bit(lengthContext(field, length), 0);
    let node = 1;
    for (let place = length - 1; place >= 0 && node < 4; place -= 1) {
      const digit = digitAt(plain, place);
      bit(leadContext(field, length, node), digit);
      node = node * 2 + digit;
    }
    for (let left = length - 2; left > 0; left -= EVEN_DIGITS) {
      const digits = Math.min(left, EVEN_DIGITS);
      uniform(Math.floor(plain / 2 ** (left - digits)) % 2 ** digits, 2 ** digits);
    }
  };
  return {
    natural,
    whole: (field, value) => natural(field, zigzag(value)),
    uniform,
    finish: () => sink.finish(),
  };
}

export interface Decoder {
  readonly natural: (field: Field) => number;
  readonly whole: (field: Field) => number;
  readonly uniform: (total: number) => number;
}

/** Follows the encoder through its bytes. */
function createSource(bytes: readonly number[]) {
  let place = 4;
  const code = new Uint32Array([
    (((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) * 256 + (bytes[2] ?? 0)) * 256 + (bytes[3] ?? 0),
  ]);
  const range = new Uint32Array([WORD - 1]);
  return {
    range: () => range[0] ?? 0,
    code: () => code[0] ?? 0,
    narrow(from: number, size: number) {
      let rest = (code[0] ?? 0) - from;
      let left = size;
      for (; left < TOP; left *= 256) {
        rest = rest * 256 + (bytes[place] ?? 0);
        place += 1;
      }
      code[0] = rest;
      range[0] = left;
    },
  };
}

/** Reads what an encoder wrote. Other bytes give other numbers: the checksum has to tell. */
export function createDecoder(bytes: readonly number[], model: Model): Decoder {
  model.forget();
  const source = createSource(bytes);
  const bit = (context: number): number => {
    const bound = (source.range() >>> PROBABILITY_BITS) * model.chance(context);
    const value = source.code() < bound ? 0 : 1;
    if (value === 0) source.narrow(0, bound);
    else source.narrow(bound, source.range() - bound);
    model.learn(context, value);
    return value;
  };
  const uniform = (total: number): number => {
    const share = Math.floor(source.range() / total);
    const value = Math.min(total - 1, Math.floor(source.code() / share));
    source.narrow(share * value, share);
    return value;
  };
  const natural = (field: Field): number => {
    let length = 0;
    while (length < LENGTHS - 1 && bit(lengthContext(field, length)) === 1) length += 1;
    let plain = 1;
    for (let i = 0; i < length && plain < 4; i += 1) {
      plain = plain * 2 + bit(leadContext(field, length, plain));
    }
    for (let left = length - 2; left > 0; left -= EVEN_DIGITS) {
      const digits = Math.min(left, EVEN_DIGITS);
      plain = plain * 2 ** digits + uniform(2 ** digits);
    }
    return plain - 1;
  };
  return { natural, whole: (field) => unzigzag(natural(field)), uniform };
}
