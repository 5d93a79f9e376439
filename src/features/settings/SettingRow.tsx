import type { ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { SaveMark } from '#state/learner.ts';
import { Icon } from '#ui/Icon.tsx';

interface SettingRowProps {
  readonly children: ReactNode;
  /** What it does, in a sentence. */
  readonly hint?: ReactNode;
  readonly hintId?: string;
  /** How safe the change is that was made here a moment ago; `none` where nothing was changed. */
  readonly mark: SaveMark;
}

/** One setting: what it is, what it does, and a quiet word when it has been kept. */
export function SettingRow({ children, hint, hintId, mark }: SettingRowProps) {
  const { t } = useTranslation('settings');
  return (
    <div className="setting">
      {children}
      {hint !== undefined && (
        <p className="setting-hint" id={hintId}>
          {hint}
        </p>
      )}
      <output className="setting-saved">
        {mark === 'memory' && t('notSaved')}
        {mark === 'saving' && t('saving')}
        {(mark === 'both' || mark === 'twin' || mark === 'local') && (
          <>
            <Icon name="saved" /> {t('saved')}
          </>
        )}
      </output>
    </div>
  );
}
