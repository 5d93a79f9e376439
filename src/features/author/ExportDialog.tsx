import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import { exportFormats, type ExportResult, type WishedFormat } from '#state/author/export-types.ts';
import type { OpenDraft } from '#state/author/editor.ts';
import { frameOf } from '#state/author/head.ts';
import { useCheckup } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Choice } from './fields.tsx';

interface ExportDialogProps {
  readonly draft: OpenDraft;
  readonly onClose: () => void;
}

/** What is wanted, and what came of it. */
function useExport({ draft, onClose }: ExportDialogProps) {
  const { t } = useTranslation('author');
  const { files } = draft.history;
  const write = useCheckup((state) => state.write);
  const { languages } = frameOf(files);
  const [to, setTo] = useState<WishedFormat>('mondo');
  const [language, setLanguage] = useState<Language>(languages[0] ?? 'en');
  const [made, setMade] = useState<ExportResult | 'none' | null>(null);
  return {
    languages,
    to,
    language,
    made,
    choose(format: WishedFormat, spoken: Language) {
      setTo(format);
      setLanguage(spoken);
      setMade(null);
    },
    async prepare() {
      const result = await write(files, { to, language, rightWhen: t('rightWhen') });
      setMade(result ?? 'none');
    },
    save() {
      if (made === null || made === 'none') return;
      const name = draft.title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'pack';
      saveFile(`${name}${made.ending}`, made.content, 'application/octet-stream');
      onClose();
    },
  };
}

/** Formats that hold one language. */
const oneLanguage: readonly WishedFormat[] = ['anki-text', 'gift', 'qti'];

/** A draft as a file: what would be lost is said before it is handed over. */
export function ExportDialog(props: ExportDialogProps) {
  const { t } = useTranslation('author');
  const wish = useExport(props);
  const { made, to, language, languages } = wish;
  const isReady = made !== null && made !== 'none';
  return (
    <Dialog
      title={t('export')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={() => (isReady ? wish.save() : void wish.prepare())}>
            {t(isReady ? 'saveFile' : 'prepareExport')}
          </Button>
        </>
      }
    >
      <div className="author-form">
        <Choice
          label={t('exportAs')}
          value={to}
          choices={exportFormats.map((value) => ({ value, label: t(`export-${value}`) }))}
          onChange={(value) => wish.choose(value, language)}
        />
        {languages.length > 1 && oneLanguage.includes(to) && (
          <Choice
            label={t('exportLanguage')}
            value={language}
            choices={languages.map((value) => ({ value, label: languageName(value) }))}
            onChange={(value) => wish.choose(to, value)}
          />
        )}
        {made === 'none' && <p role="alert">{t('exportNone')}</p>}
        <output>{isReady && <Losses made={made} />}</output>
      </div>
    </Dialog>
  );
}

/** So many are listed; formats without a place for something lose it everywhere. */
const LISTED = 50;

function Losses({ made }: { readonly made: ExportResult }) {
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('import');
  const { losses } = made;
  if (losses.length === 0) return t('losesNothing');
  return (
    <>
      <p>{t('loses', { count: losses.length })}</p>
      <ul className="import-remarks">
        {losses.slice(0, LISTED).map(({ code, params }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same may be lost twice
          <li key={`${code}:${index}`}>
            {params?.['name'] !== undefined && params['name'] !== '' ? `${params['name']}: ` : ''}
            {say(code, { ...params })}
          </li>
        ))}
      </ul>
    </>
  );
}
