import { baseBrier, brier, ENOUGH_IN_BIN, reliability } from '#core/insight/reliability.ts';
import { ENOUGH_ANSWERS, lacking } from '#core/insight/share.ts';
import type { Prediction } from '#core/insight/track-record.ts';
import { useTranslation } from '#ui/words.tsx';
import { decimal, percent, percentAbove, whole } from './words.ts';

/** How the predictions of single answers have fared: each was made from the answers before it alone. */
export function Record({ predictions }: { readonly predictions: readonly Prediction[] }) {
  const { t } = useTranslation('readiness');
  return (
    <section className="ready-section" aria-labelledby="record-title">
      <h2 id="record-title">{t('record')}</h2>
      {predictions.length < ENOUGH_ANSWERS ? (
        <p>{t('recordFew', { count: lacking(predictions.length) })}</p>
      ) : (
        <Fared predictions={predictions} />
      )}
    </section>
  );
}

function Fared({ predictions }: { readonly predictions: readonly Prediction[] }) {
  const { t, i18n } = useTranslation('readiness');
  const ours = brier(predictions) ?? 0;
  const base = baseBrier(predictions) ?? 0;
  return (
    <>
      <p>{t('recordBody', { count: predictions.length })}</p>
      <table className="ready-table">
        <caption>{t('recordTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('predicted')}</th>
            <th scope="col">{t('came')}</th>
            <th scope="col">{t('count')}</th>
          </tr>
        </thead>
        <tbody>
          {reliability(predictions).map(({ from, predicted, real }) => (
            <tr key={from}>
              <th scope="row">{t('percent', { percent: percent(predicted) })}</th>
              <td>
                {real.of < ENOUGH_IN_BIN
                  ? t('tooFew')
                  : t('ranged', {
                      percent: percent(real.share),
                      low: percent(real.low),
                      high: percentAbove(real.high),
                    })}
              </td>
              <td>{whole(real.of, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ready-note">
        {t('brier', { ours: decimal(ours, i18n.language), base: decimal(base, i18n.language) })}
      </p>
    </>
  );
}
