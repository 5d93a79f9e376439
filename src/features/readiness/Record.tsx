import { baseBrier, brier, reliability } from '#core/insight/reliability.ts';
import type { Prediction } from '#core/insight/track-record.ts';
import { useTranslation } from '#ui/words.tsx';
import { decimal, percent } from './words.ts';

/** With fewer in all, or in a bin, shares say more of chance than of the predictions. */
const ENOUGH = 30;
const ENOUGH_IN_BIN = 10;

/** How the predictions of single answers have fared: each was made from the answers before it alone. */
export function Record({ predictions }: { readonly predictions: readonly Prediction[] }) {
  const { t } = useTranslation('readiness');
  return (
    <section className="ready-section" aria-labelledby="record-title">
      <h2 id="record-title">{t('record')}</h2>
      {predictions.length < ENOUGH ? (
        <p>{t('recordFew', { count: ENOUGH - predictions.length })}</p>
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
          {reliability(predictions).map(({ from, count, predicted, came }) => (
            <tr key={from}>
              <th scope="row">{t('percent', { percent: percent(predicted) })}</th>
              <td>
                {count < ENOUGH_IN_BIN ? t('tooFew') : t('percent', { percent: percent(came) })}
              </td>
              <td>{count}</td>
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
