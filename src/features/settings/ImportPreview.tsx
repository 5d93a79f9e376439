import { sentenceGap } from '#core/language.ts';
import type { TFunction } from 'i18next';
import { useTranslation } from '#ui/words.tsx';
import { hasComing } from '#state/backup/brought.ts';
import { changedSettings, type ImportPlan } from '#state/import-plan.ts';
import { Button } from '#ui/Button.tsx';
import { PreviewParts } from './PreviewParts.tsx';
import { settingWords } from './setting-words.ts';
import { formatDate } from './sizes.ts';

interface ImportPreviewProps {
  readonly name: string;
  readonly plan: ImportPlan;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** What a backup will change, before it does. */
export function ImportPreview({ name, plan, onImport, onCancel }: ImportPreviewProps) {
  const { t, i18n } = useTranslation('settings');
  const { fresh, known, others, lost, dates, settings, parts } = plan;
  const isSame = fresh + others + lost === 0;
  const isNothing = isSame && !hasComing(parts);
  return (
    <section className="data-preview" aria-label={t('previewTitle', { name })}>
      <h4>{t('previewTitle', { name })}</h4>
      <ul>
        {isNothing && <li>{t(isAllHere(parts) ? 'previewNothing' : 'previewNone')}</li>}
        {!isSame && (
          <li>
            {fresh === 0 ? t('previewFreshNone') : t('previewFresh', { count: fresh })}
            {sentenceGap(i18n.language)}
            {dates !== null && datesWords(t, dates, i18n.language)}
          </li>
        )}
        {known > 0 && <li>{t('previewKnown', { count: known })}</li>}
        {lost > 0 && <li>{t('previewLost', { count: lost })}</li>}
        {others > 0 && <li>{t('previewOthers', { count: others })}</li>}
        <SettingChanges settings={settings} />
        <PreviewParts parts={parts} />
      </ul>
      <div className="data-actions">
        {!isNothing && <Button onClick={onImport}>{t('importNow')}</Button>}
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}

/** Whether nothing was left alone or broken. */
const isAllHere = ({ packs, drafts, broken }: ImportPlan['parts']): boolean =>
  broken.length === 0 &&
  packs.every(({ relation }) => relation === 'same') &&
  drafts.every(({ goes }) => goes === 'known');

function datesWords(
  t: TFunction<'settings'>,
  { first, last }: NonNullable<ImportPlan['dates']>,
  language: string,
): string {
  const from = formatDate(first, language);
  const to = formatDate(last, language);
  return from === to ? t('previewDate', { from }) : t('previewDates', { from, to });
}

function SettingChanges({ settings }: Pick<ImportPlan, 'settings'>) {
  const { t } = useTranslation('settings');
  const changed = changedSettings(settings);
  if (changed.length === 0) return null;
  return (
    <li>
      {t('previewSettings')}
      <ul>
        {changed.map((key) => (
          <li key={key}>
            {t('previewSetting', {
              name: t(`setting-${key}`),
              before: settingWords(t, key, settings.before),
              after: settingWords(t, key, settings.after),
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}
