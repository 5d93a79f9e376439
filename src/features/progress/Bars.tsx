import './Plots.css';

interface BarsProps {
  readonly bars: readonly { readonly key: number; readonly value: number }[];
  /** What the highest bar stands for: "at most 42". */
  readonly most: string;
  /** Under the first and the last bar. */
  readonly ends: readonly [string, string];
  /** The bar that stands out: today's. */
  readonly first?: number;
}

const STEP = 10;
const HEIGHT = 100;
/** Something that is there is seen, however small. */
const LEAST = 2;

/** Counts side by side. The table says the same. */
export function Bars({ bars, most, ends, first }: BarsProps) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div className="plot" aria-hidden="true">
      <span className="plot-most">{most}</span>
      <svg
        className="plot-bars"
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        focusable="false"
      >
        {bars.map(({ key, value }, place) => {
          const height = value === 0 ? 0 : Math.max(LEAST, (value / highest) * HEIGHT);
          return (
            <rect
              key={key}
              className={place === first ? 'plot-bars-first' : undefined}
              x={place * STEP + 1}
              y={HEIGHT - height}
              width={STEP - 2}
              height={height}
            />
          );
        })}
      </svg>
      <div className="plot-axis">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}
