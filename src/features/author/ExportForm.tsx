import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { i18n } from 'i18next';
import type { DraftFiles } from '#core/author/history.ts';
import { isInterfaceLanguage, type Language } from '#core/language.ts';
import {
  exportFormats,
  type ExportPart,
  type ExportResult,
  type ExportWish,
  type ExportWords,
  type WishedFormat,
} from '#state/author/export-types.ts';
import { frameOf } from '#state/author/head.ts';
import { useCheckup } from '#state/author/react.ts';
import { languageName } from '#ui/LanguageToggle.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Choice } from './fields.tsx';

const exportParts = ['all', 'study', 'reserve'] as const satisfies readonly ExportPart[];
const variants = ['A', 'B', 'C', 'D'] as const;

type Wanted = Omit<ExportWish, 'words'>;

/** Why nothing came of a wish: there is no pack yet, or what writes it broke off. */
type Failure = 'none' | 'broken';

/** What came of each wish: another may have been made meanwhile. */
type Made = ReadonlyMap<Wanted, ExportResult | Failure>;

/** Formats that hold one language, and those that are printed. */
const printed: readonly WishedFormat[] = ['paper', 'answers', 'cards'];
const oneLanguage: readonly WishedFormat[] = ['anki-text', 'gift', 'qti', ...printed];

/** What a page adds is said in its own language, where the interface speaks it. */
async function wordsIn(i18n: i18n, language: Language): Promise<ExportWords> {
  const spoken = isInterfaceLanguage(language) ? language : i18n.language;
  await i18n.loadLanguages(spoken);
  const t = i18n.getFixedT(spoken, 'author');
  return {
    name: t('print-name'),
    date: t('print-date'),
    points: t('print-points'),
    answers: t('print-answers'),
    rightWhen: t('rightWhen'),
    decides: t('print-decides'),
    rule: t('print-rule'),
  };
}

interface ExportSource {
  readonly files: DraftFiles;
  readonly title: string;
}

/** What is wanted, and what came of it. */
export function useExport({ files, title }: ExportSource) {
  const { i18n } = useTranslation('author');
  const write = useCheckup((state) => state.write);
  const [{ languages }] = useState(() => frameOf(files));
  const [wanted, setWanted] = useState<Wanted>({
    to: 'mondo',
    language: languages[0] ?? 'en',
    part: 'all',
    variant: 1,
  });
  const [results, setResults] = useState<Made>(new Map());
  const came = results.get(wanted) ?? null;
  const made = typeof came === 'string' ? null : came;
  return {
    languages,
    wanted,
    made,
    failure: typeof came === 'string' ? came : null,
    choose: (change: Partial<Wanted>) => {
      setWanted({ ...wanted, ...change });
      setResults(new Map());
    },
    async prepare() {
      const words = await wordsIn(i18n, wanted.language);
      const result = await write(files, { ...wanted, words });
      setResults((before) => new Map(before).set(wanted, result ?? 'none'));
    },
    save() {
      if (made === null) return;
      const name = title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'pack';
      const variant = printed.includes(wanted.to) ? `.${variants[wanted.variant - 1] ?? ''}` : '';
      saveFile(`${name}${variant}${made.ending}`, made.content, 'application/octet-stream');
    },
  };
}

interface ExportFormProps {
  readonly wish: ReturnType<typeof useExport>;
}

/** As what, in which language; what would be lost is said before it is handed over. */
export function ExportForm({ wish }: ExportFormProps) {
  const { t } = useTranslation('author');
  const { made, wanted, languages, choose } = wish;
  return (
    <div className="author-form">
      <Choice
        label={t('exportAs')}
        value={wanted.to}
        choices={exportFormats.map((value) => ({ value, label: t(`export-${value}`) }))}
        onChange={(to) => choose({ to })}
      />
      {languages.length > 1 && oneLanguage.includes(wanted.to) && (
        <Choice
          label={t('exportLanguage')}
          value={wanted.language}
          choices={languages.map((value) => ({ value, label: languageName(value) }))}
          onChange={(language) => choose({ language })}
        />
      )}
      {printed.includes(wanted.to) && <PrintChoices wish={wish} />}
      {wish.failure && <p role="alert">{t(`export-failed-${wish.failure}`)}</p>}
      <output>{made !== null && <Losses made={made} />}</output>
    </div>
  );
}

function PrintChoices({ wish: { wanted, choose } }: ExportFormProps) {
  const { t } = useTranslation('author');
  return (
    <>
      <Choice
        label={t('printWhich')}
        value={wanted.part}
        choices={exportParts.map((value) => ({ value, label: t(`part-${value}`) }))}
        onChange={(part) => choose({ part })}
      />
      <Choice
        label={t('printVariant')}
        value={variants[wanted.variant - 1] ?? 'A'}
        choices={variants.map((value) => ({ value, label: value }))}
        onChange={(value) => choose({ variant: variants.indexOf(value) + 1 })}
      />
      <p className="author-caption">{t('printBody')}</p>
    </>
  );
}

/** So many are listed; formats without a place for something lose it everywhere. */
const LISTED = 50;

function Losses({ made }: { readonly made: ExportResult }) {
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('import');
  const { losses, unread } = made;
  if (losses.length + unread.length === 0) return t('losesNothing');
  return (
    <>
      {unread.length > 0 && <Unread files={unread} />}
      {losses.length > 0 && <p>{t('loses', { count: losses.length })}</p>}
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

/** What is left out because it cannot be read: no format is to blame for it. */
function Unread({ files }: { readonly files: readonly string[] }) {
  const { t } = useTranslation('author');
  return (
    <>
      <p>
        <strong>{t('leftOut', { count: files.length })}</strong>
      </p>
      <p>{t('leftOutBody')}</p>
      <ul className="import-remarks">
        {files.slice(0, LISTED).map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </>
  );
}
