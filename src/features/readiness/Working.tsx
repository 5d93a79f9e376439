import type { Subject } from '#core/exam/subject.ts';
import { neededOf } from '#core/insight/chance.ts';
import type { Figures } from '#core/insight/exam-figures.ts';
import type { Language } from '#core/language.ts';
import { dayWords } from '#i18n/day-words.ts';
import { useLearner } from '#state/react.tsx';
import { useTranslation } from '#ui/words.tsx';
import { DomainName } from './DomainName.tsx';
import { decimal, percent, whole, type Words } from './words.ts';

interface WorkingProps {
  readonly subject: Subject;
  readonly figures: Figures;
  readonly language: Language;
}

/** Every input, so that nobody has to believe it. */
export function Working({ subject, figures, language }: WorkingProps) {
  const { t } = useTranslation('readiness');
  return (
    <section className="ready-section" aria-labelledby="working-title">
      <h2 id="working-title">{t('how')}</h2>
      <p>{t('howBody')}</p>
      <MetTable {...{ subject, figures, language }} />
      <ShareTable {...{ subject, figures, language }} />
      <Inputs figures={figures} />
    </section>
  );
}

const shareWords = (t: Words, share: number | null): string =>
  share === null ? t('none') : t('percent', { percent: percent(share) });

interface DomainTableProps extends WorkingProps {
  readonly caption: string;
  readonly columns: readonly (readonly [
    name: string,
    cell: (of: Figures['domains'][number]) => string,
  ])[];
}

function DomainTable({ subject, figures, language, caption, columns }: DomainTableProps) {
  const { t } = useTranslation('readiness');
  return (
    <table className="ready-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('domain')}</th>
          {columns.map(([name]) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.domains.map((row) => (
          <tr key={row.domain}>
            <th scope="row">
              <DomainName domain={row.domain} {...{ subject, language }} />
            </th>
            {columns.map(([name, cell]) => (
              <td key={name}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MetTable(props: WorkingProps) {
  const { t, i18n } = useTranslation('readiness');
  const number = (count: number): string => whole(count, i18n.language);
  return (
    <DomainTable
      {...props}
      caption={t('metTable')}
      columns={[
        [t('weight'), ({ weight }) => t('percent', { percent: weight })],
        [t('met'), ({ met, concepts }) => `${number(met)} / ${number(concepts)}`],
        [t('pieces'), ({ evidence }) => number(evidence)],
      ]}
    />
  );
}

function ShareTable(props: WorkingProps) {
  const { t } = useTranslation('readiness');
  return (
    <DomainTable
      {...props}
      caption={t('shareTable')}
      columns={[
        [t('recall'), ({ recall }) => shareWords(t, recall)],
        [t('unmet'), ({ unmet }) => shareWords(t, unmet)],
        [t('share'), ({ share }) => shareWords(t, share)],
      ]}
    />
  );
}

function Inputs({ figures }: Pick<WorkingProps, 'figures'>) {
  const { t, i18n } = useTranslation('readiness');
  const personal = useLearner((state) => state.learner.settings.personal);
  const fittedAfter = useLearner((state) => state.learner.settings.fittedAfter);
  const number = (value: number): string => decimal(value, i18n.language);
  const rows: readonly (readonly [name: string, value: string])[] = [
    [t('inputDay'), dayWords(figures.day, i18n.language)],
    [t('inputScored'), String(figures.scored)],
    [
      t('inputNeeded'),
      t('inputNeededWords', {
        needed: neededOf(figures.scored, figures.pass),
        percent: percent(figures.pass),
      }),
    ],
    [t('inputSpread'), t('inputSpreadWords', { percent: percent(figures.passSpread) })],
    [t('inputShare'), t('percent', { percent: percent(figures.share) })],
    [t('inputTau'), number(figures.tau)],
    [t('inputBias'), number(figures.bias)],
    [t('inputFitted'), t('inputFittedWords', { count: fittedAfter })],
    [t('inputFirst'), number(personal.first)],
    [t('inputDecay'), number(personal.decay)],
    [t('inputGrowth'), number(personal.growth)],
    [t('inputLapse'), number(personal.lapse)],
  ];
  return (
    <table className="ready-table">
      <caption>{t('inputs')}</caption>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
