import type { ReactNode } from 'react';
import type { SaveMark } from '#state/learner.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { SettingRow } from './SettingRow.tsx';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly { readonly value: T; readonly label: ReactNode }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  readonly mark: SaveMark;
}

/** A setting of a few values. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, hint, choices, value, onChoose, mark } = props;
  return (
    <SettingRow hint={hint} mark={mark}>
      <Segmented legend={label} segments={choices} value={value} onChange={onChoose} />
    </SettingRow>
  );
}
