import type { Figures } from '#core/insight/exam-figures.ts';
import { gate } from '#core/insight/gate.ts';
import { Meter } from '#ui/Meter.tsx';
import { useTranslation } from '#ui/words.tsx';
import { percent } from './words.ts';

/** What there is to go by, beside what is needed at least. */
export function Evidence({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation('readiness');
  const rows = [
    {
      label: t('evidenceMet'),
      value: percent(figures.met),
      least: gate.met * 100,
      words: t('evidenceMetWords', { value: percent(figures.met), least: gate.met * 100 }),
    },
    {
      label: t('evidenceAnswers'),
      value: figures.answers,
      least: gate.answers,
      words: t('evidenceWords', { value: figures.answers, least: gate.answers }),
    },
    {
      label: t('evidencePieces'),
      value: figures.evidence,
      least: gate.evidence,
      words: t('evidenceWords', { value: figures.evidence, least: gate.evidence }),
    },
  ];
  return (
    <section className="ready-section" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t('evidence')}</h2>
      <ul className="ready-evidence">
        {rows.map(({ label, value, least, words }) => (
          <li key={label}>
            <span>{label}</span>
            <span className="ready-number">{words}</span>
            <Meter label={label} value={Math.min(value, least)} max={least} words={words} />
          </li>
        ))}
      </ul>
      <p className="ready-note">{t('evidenceNote')}</p>
    </section>
  );
}
