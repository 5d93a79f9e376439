import type { ReactNode } from 'react';
import './Plots.css';

/** One line of a picture: where something lies on a scale, and between which two the truth is. All are 0 to 1. */
export interface IntervalRow {
  readonly key: string;
  readonly label: ReactNode;
  /** The same in words, with its count. */
  readonly value: string;
  /** `null` where there is too little to draw: the value says so. */
  readonly interval: { readonly mark: number; readonly low: number; readonly high: number } | null;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

interface IntervalRowsProps {
  readonly rows: readonly IntervalRow[];
  /** The ends and the middle of the scale, in words. */
  readonly ticks: readonly [string, string, string];
}

/** A band for what is likely and a line for what was measured, on one scale for all rows. */
export function IntervalRows({ rows, ticks }: IntervalRowsProps) {
  const isDrawn = rows.some(({ interval }) => interval !== null);
  return (
    <div className="plot">
      <ul className="plot-rows">
        {rows.map(({ key, label, value, interval, action }) => (
          <li className="plot-row" key={key}>
            <span className="plot-label">{label}</span>
            <span className="plot-value">{value}</span>
            {interval !== null && <Track {...interval} />}
            {action !== undefined && <span className="plot-action">{action}</span>}
          </li>
        ))}
      </ul>
      {isDrawn && (
        <div className="plot-axis-row" aria-hidden="true">
          <div className="plot-axis">
            {ticks.map((tick) => (
              <span key={tick}>{tick}</span>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

const WIDTH = 1000;

/** Stretched to its place: lines keep their width, and nothing in it is round. */
function Track({
  mark,
  low,
  high,
}: {
  readonly mark: number;
  readonly low: number;
  readonly high: number;
}) {
  const at = WIDTH * mark;
  return (
    <svg
      className="plot-track"
      viewBox={`0 0 ${WIDTH} 18`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="plot-ground" x="0" y="7" width={WIDTH} height="4" />
      {[0, WIDTH / 2, WIDTH].map((x) => (
        <line key={x} className="plot-tick" x1={x} x2={x} y1="3" y2="15" />
      ))}
      <rect className="plot-band" x={WIDTH * low} y="4" width={WIDTH * (high - low)} height="10" />
      <line className="plot-mark" x1={at} x2={at} y1="0" y2="18" />
    </svg>
  );
}
