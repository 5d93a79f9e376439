const words = new Map<string, number>(
  Object.entries({
    zero: 0,
    one: 1,
    once: 1,
    a: 1,
    an: 1,
    single: 1,
    two: 2,
    twice: 2,
    second: 2,
    both: 2,
    pair: 2,
    double: 2,
    three: 3,
    third: 3,
    four: 4,
    fourth: 4,
    five: 5,
    fifth: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    hundred: 100,
    thousand: 1000,
    million: 1_000_000,
    billion: 1_000_000_000,
    first: 1,
    half: 0.5,
    quarter: 0.25,
    january: 1,
    february: 2,
    march: 3,
    april: 4,
    may: 5,
    june: 6,
    july: 7,
    august: 8,
    september: 9,
    october: 10,
    november: 11,
    december: 12,
  }),
);
const figures = '〇一二三四五六七八九十';
const scales = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['千', 1e3],
  ['万', 1e4],
  ['億', 1e8],
]);

const figure = /(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:\s*(thousand|million|billion|千|万|億))?/gu;
/** Code and names (`S3`, `x86_64`, `2.0.1`) are compared as names, addresses not at all. */
const noNumber =
  /https?:\/\/\S+|(?<![-\w.])[A-Za-z_][-\w.]*\d[-\w.]*|(?<![\d.])\d+(?:\.\d+){2,}(?:\/\d+)?/gu;

/** "two", "two thousand" */
const inWords = /\b([a-z]+)(?:[\s-]+(?=(hundred|thousand|million|billion)\b))?/g;

/** Numbers in figures, as values; 1 is left out, since languages say it in many ways. */
function writtenIn(text: string): number[] {
  return [...text.normalize('NFKC').replace(noNumber, ' ').matchAll(figure)]
    .map(
      ([, digits = '', scale = '']) =>
        Number(digits.replaceAll(',', '')) * (scales.get(scale) ?? 1),
    )
    .filter((number) => Number.isFinite(number) && number !== 1);
}

/** Numbers in figures and in words: a little generous, so that only real differences are left. */
function saidIn(text: string): ReadonlySet<number> {
  const said = new Set(writtenIn(text));
  for (const [, word = '', scale = ''] of text.toLowerCase().matchAll(inWords)) {
    const number = words.get(word);
    if (number !== undefined) said.add(number).add(number * (words.get(scale) ?? 1));
  }
  for (const letter of text) {
    const number = figures.indexOf(letter);
    if (number >= 0) said.add(number);
  }
  return said;
}

/** Numbers in figures in one of two texts that the other says neither in figures nor in words. */
export function numbersApart(one: string, other: string): number[] {
  // Noon divides the day: 2 p.m. is 14 時, and 14:00 is 午後 2 時.
  const isHalved = /[ap]\.?m\b|午[前後]|noon|midnight/iu.test(one + other);
  const shifts = isHalved ? [0, 12, -12] : [0];
  const lacking = (written: string, said: string): number[] => {
    const known = saidIn(said);
    return writtenIn(written).filter(
      (number) => !shifts.some((shift) => known.has(number + shift)),
    );
  };
  return [...lacking(one, other), ...lacking(other, one)];
}
