import { useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Slug } from '#core/ids.ts';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import type { Scenario } from '#core/pack/model.ts';
import type { MistakeReport } from '#core/pack/report.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { saveFile } from '#ui/save-file.ts';
import { issueLink, mailLink, type Report } from './report-links.ts';
import './ReportMistake.css';

export interface ReportMistakeProps {
  readonly pack: Pick<PackIndex, 'uid' | 'version' | 'title' | 'languages' | 'contact'>;
  readonly concept: Slug;
  /** The question that is meant; without it the concept as a whole is. */
  readonly scenario?: Pick<Scenario, 'id' | 'textRev' | 'keyRev'> | undefined;
  /** The language on the screen. */
  readonly language: Language;
  /** The report was handed over, in whichever way. */
  readonly onReported?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** What is reported is written here; the learner copies or sends it. The app itself sends nothing. */
export function ReportMistake(props: ReportMistakeProps) {
  const { pack, onReported, onClose } = props;
  const { t } = useTranslation(['report', 'common']);
  const [wrong, setWrong] = useState('');
  const [better, setBetter] = useState('');
  const text = useRef<HTMLTextAreaElement>(null);
  const report = useReport(props, wrong, better);
  const links = [mailLink(pack.contact, report), issueLink(pack.contact, report)];
  return (
    <Dialog
      title={t('title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      <p>{t('body')}</p>
      <TextField label={t('wrong')} value={wrong} onChange={setWrong} />
      <TextField label={t('better')} value={better} onChange={setBetter} />
      <details className="report-whole">
        <summary>{t('whole')}</summary>
        <textarea ref={text} aria-label={t('whole')} readOnly rows={8} value={report.body} />
      </details>
      <div className="report-ways">
        <CopyButton text={text} report={report} onCopied={onReported} />
        {links[0] && (
          <Way href={links[0].href} onGo={onReported}>
            {t('mail')}
          </Way>
        )}
        {links[1] && (
          <Way href={links[1].href} onGo={onReported} isPage>
            {t('issue')}
          </Way>
        )}
        <Button
          onClick={() => {
            saveFile(reportName(props), JSON.stringify(reportOf(props, wrong, better), null, 2));
            onReported?.();
          }}
        >
          {t('file')}
        </Button>
      </div>
      {links.some((link) => link?.isWhole === false) && <output>{t('tooLong')}</output>}
      {links.every((link) => link === null) && <p>{t('noContact')}</p>}
    </Dialog>
  );
}

/** The same for the author's editor, which opens it at the place. */
function reportOf(props: ReportMistakeProps, wrong: string, better: string): MistakeReport {
  const { pack, concept, scenario, language } = props;
  return {
    report: 1,
    pack: pack.uid,
    version: pack.version,
    concept,
    ...(scenario && {
      scenario: scenario.id,
      textRev: scenario.textRev,
      keyRev: scenario.keyRev,
    }),
    language,
    wrong: wrong.trim(),
    ...(better.trim() !== '' && { better: better.trim() }),
  };
}

const reportName = ({ concept, scenario }: ReportMistakeProps): string =>
  `${[concept, ...(scenario ? [scenario.id] : [])].join('-')}.mondo-report.json`;

/** The report in words: which pack and question, in which revision, what is wrong, what would be right. */
function useReport(props: ReportMistakeProps, wrong: string, better: string): Report {
  const { t } = useTranslation('report');
  const { pack, concept, scenario, language } = props;
  const place = scenario === undefined ? concept : `${concept}/${scenario.id}`;
  const name = localized(pack.title, language, pack.languages[0]) ?? pack.uid;
  const lines = [
    t('linePack', { name, uid: pack.uid, version: pack.version }),
    t(scenario === undefined ? 'lineConcept' : 'lineQuestion', { place }),
    t('lineLanguage', { language }),
    ...(scenario === undefined
      ? []
      : [t('lineRevisions', { text: scenario.textRev, key: scenario.keyRev })]),
    '',
    t('wrong'),
    wrong.trim(),
    ...(better.trim() === '' ? [] : ['', t('better'), better.trim()]),
  ];
  return { title: t('subject', { place, name }), body: lines.join('\n') };
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const LONGEST = 2000;

function TextField({ label, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="report-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={LONGEST}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface CopyButtonProps {
  readonly text: RefObject<HTMLTextAreaElement | null>;
  readonly report: Report;
  readonly onCopied: (() => void) | undefined;
}

/** Copies the report; where the browser refuses, the text is shown selected, to be copied by hand. */
function CopyButton({ text, report, onCopied }: CopyButtonProps) {
  const { t } = useTranslation('report');
  const [outcome, setOutcome] = useState<{
    readonly of: string;
    readonly word: 'copied' | 'copyByHand';
  }>();
  const whole = `${report.title}\n\n${report.body}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(whole);
      setOutcome({ of: whole, word: 'copied' });
      onCopied?.();
    } catch {
      // Forbidden, or not there outside a secure page.
      text.current?.closest('details')?.setAttribute('open', '');
      text.current?.select();
      text.current?.focus();
      setOutcome({ of: whole, word: 'copyByHand' });
    }
  };
  return (
    <>
      <Button look="primary" onClick={() => void copy()}>
        {t('copy')}
      </Button>
      <output className="report-outcome">{outcome?.of === whole && t(outcome.word)}</output>
    </>
  );
}

interface WayProps {
  readonly href: string;
  /** Opens a page of its own. */
  readonly isPage?: boolean;
  readonly onGo: (() => void) | undefined;
  readonly children: ReactNode;
}

function Way({ href, isPage = false, onGo, children }: WayProps) {
  return (
    <a
      className={buttonClass()}
      href={href}
      onClick={onGo}
      {...(isPage && { target: '_blank', rel: 'noreferrer noopener' })}
    >
      {children}
      {isPage && <Icon name="out" />}
    </a>
  );
}
