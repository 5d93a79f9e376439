import { useId, type ReactNode } from 'react';
import './Segmented.css';

interface Segment<T extends string | number> {
  readonly value: T;
  readonly label: ReactNode;
}

interface SegmentedProps<T extends string | number> {
  readonly legend: string;
  readonly segments: readonly Segment<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Segmented<T extends string | number>(props: SegmentedProps<T>) {
  const { legend, segments, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend>{legend}</legend>
      <div className="segmented-row">
        {segments.map((segment) => (
          <label key={segment.value}>
            <input
              type="radio"
              name={name}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
            />
            <span>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
