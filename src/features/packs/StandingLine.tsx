import { useTranslation } from '#ui/words.tsx';
import { Icon, type IconName } from '#ui/Icon.tsx';
import type { Outline, Sign, Standing } from './standing.ts';

const standingIcons: { readonly [S in Standing]: IconName } = {
  unmet: 'left',
  due: 'undo',
  fading: 'down',
  known: 'check',
};

const signIcons: { readonly [S in Sign]: IconName } = {
  misconception: 'warn',
  changed: 'warn',
  flagged: 'flag',
  noted: 'info',
  suspended: 'strike',
  buried: 'out',
};

/** Where a concept stands, each thing with a picture and a word. */
export function StandingLine({ standing, recall, signs }: Outline) {
  const { t } = useTranslation('packs');
  return (
    <ul className="standing">
      <li className={`standing-${standing}`}>
        <Icon name={standingIcons[standing]} /> {t(standing)}
        {recall !== null && (
          <span className="standing-recall">
            {t('recallShort', { percent: Math.round(recall * 100) })}
          </span>
        )}
      </li>
      {signs.map((sign) => (
        <li key={sign} className={`standing-${sign}`}>
          <Icon name={signIcons[sign]} /> {t(sign)}
        </li>
      ))}
    </ul>
  );
}
