import './Meter.css';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** What is read instead of a percentage: "7 of 18". */
  readonly words?: string;
}

/** How far something has come. */
export function Meter({ label, value, max, words }: MeterProps) {
  return (
    <progress
      className="meter"
      aria-label={label}
      aria-valuetext={words}
      value={value}
      max={Math.max(max, 1)}
    />
  );
}
