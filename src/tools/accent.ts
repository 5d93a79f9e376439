import { contrast, leastContrast, mixed, type Hex, type LookTheme } from '#core/contrast.ts';

/** The colours of `ui/tokens.css` that follow from the accent. */
export interface AccentTokens {
  readonly accent: Hex;
  /** Words on it. */
  readonly 'accent-ink': Hex;
  /** The pale ground of what is chosen. */
  readonly 'accent-wash': Hex;
}

/** Colours of one theme by their names in `ui/tokens.css`. */
type Colours = ReadonlyMap<string, Hex>;

const INKS = ['#ffffff', '#0d1319'] as const;
const WASH = 0.1;

export function accentTokens(accent: Hex, colours: Colours): AccentTokens {
  const [white, black] = INKS;
  return {
    accent,
    'accent-ink': contrast(white, accent) >= contrast(black, accent) ? white : black,
    'accent-wash': mixed(accent, WASH, colours.get('sheet') ?? white),
  };
}

/** Where the accent is text or a link, and where other text stands on what follows from it. */
const accentOn = [
  'paper',
  'sheet',
  'rule-wash',
  'accent-wash',
  'right-wash',
  'wrong-wash',
  'warn-wash',
];
const onWash = ['ink', 'ink-2', 'ink-3'];

interface Pair {
  readonly text: string;
  readonly ground: string;
  readonly ratio: number;
}

/** The pair that can be read worst. */
function worst(accent: Hex, colours: Colours): Pair | undefined {
  const all = new Map([...colours, ...Object.entries(accentTokens(accent, colours))]);
  const pairs = [
    ...accentOn.map((ground) => ['accent', ground] as const),
    ...onWash.map((text) => [text, 'accent-wash'] as const),
    ['accent-ink', 'accent'] as const,
  ];
  return pairs
    .flatMap(([text, ground]): Pair[] => {
      const [one, other] = [all.get(text), all.get(ground)];
      return one === undefined || other === undefined
        ? []
        : [{ text, ground, ratio: contrast(one, other) }];
    })
    .toSorted((a, b) => a.ratio - b.ratio)[0];
}

const isReadable = (accent: Hex, colours: Colours): boolean =>
  (worst(accent, colours)?.ratio ?? leastContrast.text) >= leastContrast.text;

/** The same hue, darker or lighter, by the least that makes it readable. */
function nearest(accent: Hex, theme: LookTheme, colours: Colours): Hex {
  const end = theme === 'light' ? '#000000' : '#ffffff';
  const steps = Array.from({ length: 100 }, (_, index) => mixed(end, (index + 1) / 100, accent));
  return steps.find((step) => isReadable(step, colours)) ?? end;
}

/** Why an accent cannot be read, with one near it that can; null where all is well. */
export function weakness(accent: Hex, theme: LookTheme, colours: Colours) {
  const pair = worst(accent, colours);
  if (!pair || pair.ratio >= leastContrast.text) return null;
  const { text, ground, ratio } = pair;
  return {
    value: accent,
    text,
    ground,
    // Rounded down: 4.49 is not yet 4.5.
    ratio: Math.floor(ratio * 100) / 100,
    least: leastContrast.text,
    near: nearest(accent, theme, colours),
  };
}
