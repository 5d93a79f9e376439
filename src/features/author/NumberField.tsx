import { FormText } from './FormText.tsx';

const WRITTEN = /^\d+(?:\.\d+)?$/;

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  /** Empty leaves it out. */
  readonly isOptional?: boolean;
  readonly isReadOnly: boolean;
  readonly onNumber: (value: number | undefined) => boolean;
}

/** A field over a number of the source; what is no number has no place there. */
export function NumberField({ label, value, isOptional, isReadOnly, onNumber }: NumberFieldProps) {
  return (
    <FormText
      label={label}
      type="number"
      value={String(value ?? '')}
      isReadOnly={isReadOnly}
      onEdit={(text) => {
        if (text === '' && isOptional === true) return onNumber(undefined);
        return WRITTEN.test(text) && onNumber(Number(text));
      }}
    />
  );
}
