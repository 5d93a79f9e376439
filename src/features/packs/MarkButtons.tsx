import { useTranslation } from '#ui/words.tsx';
import { targetKey, type Marks } from '#core/journal/learner-state.ts';
import type { Target } from '#core/journal/event.ts';
import type { StudyDay } from '#core/time.ts';
import type { MarkFact } from '#core/study/session-state.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';

const kinds = ['flagged', 'suspended', 'buried'] as const;
const words = { flagged: 'flag', suspended: 'suspend', buried: 'bury' } as const;

interface MarkButtonsProps {
  readonly target: Target;
  /** Name of the group: what is marked. */
  readonly label: string;
  readonly marks: Marks;
  readonly day: StudyDay;
  readonly onMark: (fact: MarkFact) => void;
}

/** Flag, suspend, bury until tomorrow: each on or off. */
export function MarkButtons({ target, label, marks, day, onMark }: MarkButtonsProps) {
  const { t } = useTranslation('packs');
  const key = targetKey(target);
  const isOn = {
    flagged: marks.flagged.has(key),
    suspended: marks.suspended.has(key),
    buried: marks.buried.get(key) === day,
  };
  return (
    <fieldset className="marks" aria-label={label}>
      {kinds.map((type) => (
        <Button
          key={type}
          aria-pressed={isOn[type]}
          onClick={() => onMark({ type, target, on: !isOn[type] })}
        >
          {isOn[type] && <Icon name="check" />}
          {t(words[type])}
        </Button>
      ))}
    </fieldset>
  );
}
