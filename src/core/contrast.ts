/** A colour as `#rrggbb`. */
export type Hex = string;

const channels = (hex: Hex): readonly [number, number, number] => {
  const at = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
};

/** Relative luminance by WCAG 2.2, 0 to 1. */
export function luminance(hex: Hex): number {
  const [r, g, b] = channels(hex).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast ratio by WCAG 2.2, 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** So much of the one colour, from 0 to 1, laid over the other. */
export function mixed(one: Hex, share: number, other: Hex): Hex {
  const below = channels(other);
  const parts = channels(one).map((value, index) => {
    const ground = below[index] ?? 0;
    return Math.round(ground + (value - ground) * share);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The least contrast of text with its ground, and of what carries meaning but is no text. */
export const leastContrast = { text: 4.5, mark: 3 } as const;

export const lookThemes = ['light', 'dark'] as const;
export type LookTheme = (typeof lookThemes)[number];

/** The colours that a style sheet names, in both themes. */
export const coloursOf = (css: string): ReadonlyMap<string, { readonly [T in LookTheme]: Hex }> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s+light-dark\(\s*(#\w{6}),\s*(#\w{6})\s*\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  );
