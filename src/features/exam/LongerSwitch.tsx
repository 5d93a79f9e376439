import { useTranslation } from '#ui/words.tsx';

/** Minutes that providers add, on request, for those who sit an exam in a foreign language. */
export const EXTRA_MINUTES = 30;

interface LongerSwitchProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function LongerSwitch({ value, onChange }: LongerSwitchProps) {
  const { t } = useTranslation('exam');
  return (
    <label className="exams-switch">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>{t('longer', { count: EXTRA_MINUTES })}</span>
    </label>
  );
}
