import type { Bin } from '#core/insight/reliability.ts';
import './Plots.css';

interface AgainstProps {
  readonly bins: readonly Bin[];
  /** Under the picture, and beside it. */
  readonly across: string;
  readonly up: string;
}

const LEFT = 40;
const TOP = 14;
const SIDE = 220;
const BOTTOM = TOP + SIDE;

/** The tenth below everything that is drawn, so that what there is fills the picture. */
const floorOf = (bins: readonly Bin[]): number =>
  Math.floor(10 * Math.min(0.9, ...bins.flatMap(({ predicted, real }) => [predicted, real.low]))) /
  10;

/** What was predicted across, what came true upwards, with how sure that is; on the dashed line both are the same. */
export function Against({ bins, across, up }: AgainstProps) {
  const floor = floorOf(bins);
  const along = (share: number): number => ((share - floor) / (1 - floor)) * SIDE;
  const x = (share: number): number => LEFT + along(share);
  const y = (share: number): number => BOTTOM - along(share);
  const ticks = [floor, (floor + 1) / 2, 1];
  return (
    <div className="plot" aria-hidden="true">
      <svg
        className="plot-square"
        viewBox={`0 0 ${LEFT + SIDE + 20} ${BOTTOM + 36}`}
        focusable="false"
      >
        <rect className="plot-frame" x={LEFT} y={TOP} width={SIDE} height={SIDE} />
        <line className="plot-ideal" x1={x(floor)} y1={y(floor)} x2={x(1)} y2={y(1)} />
        {ticks.map((tick) => (
          <g key={tick}>
            <text x={x(tick)} y={BOTTOM + 15} textAnchor="middle">
              {Math.round(tick * 100)}
            </text>
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {Math.round(tick * 100)}
            </text>
          </g>
        ))}
        <text x={LEFT + SIDE} y={BOTTOM + 31} textAnchor="end">
          {across}
        </text>
        <text x={LEFT} y={TOP - 5}>
          {up}
        </text>
        {bins.map(({ from, predicted, real }) => (
          <g key={from}>
            <line
              className="plot-whisker"
              x1={x(predicted)}
              x2={x(predicted)}
              y1={y(real.low)}
              y2={y(real.high)}
            />
            <circle className="plot-dot" cx={x(predicted)} cy={y(real.share)} r="5" />
          </g>
        ))}
      </svg>
    </div>
  );
}
