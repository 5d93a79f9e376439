import { memo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { localized } from '#core/language.ts';
import type { Coverage as Covered } from '#core/author/coverage.ts';
import type { Outline } from '#state/author/report.ts';
import { conceptFile } from './contents.ts';

interface CoverageProps {
  readonly coverage: Covered;
  readonly outline: Outline;
  readonly onOpen: (file: string) => void;
}

/** How much of the subject is covered, and how fresh the evidence is. */
export const Coverage = memo(function Coverage({ coverage, outline, onOpen }: CoverageProps) {
  const { t, i18n } = useTranslation('author');
  const { thin, domains, ages } = coverage;
  const titleOf = (id: string, among: Outline['concepts'] | Outline['domains']): string => {
    const found = [...among].find((one) => one.id === id);
    return localized(found?.title ?? {}, i18n.language, outline.languages[0]) ?? id;
  };
  return (
    <section className="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t('coverage')}</h2>
      <table className="coverage-table">
        <caption>{t('domainsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('domain')}</th>
            <th scope="col">{t('weight')}</th>
            <th scope="col">{t('share')}</th>
            <th scope="col">{t('scenarios')}</th>
          </tr>
        </thead>
        <tbody>
          {domains.map((domain) => (
            <tr key={domain.id}>
              <th scope="row">{titleOf(domain.id, outline.domains)}</th>
              <td>{t('percent', { value: domain.weight })}</td>
              <td>{t('percent', { value: domain.share })}</td>
              <td>{domain.scenarios}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('ages', { ...ages })}</p>
      <h3>{t('thinTitle')}</h3>
      {thin.length === 0 && <p>{t('thinNone')}</p>}
      <ul className="coverage-thin">
        {thin.map(({ id, scenarios, unread }) => (
          <li key={id}>
            <button type="button" className="text-button" onClick={() => onOpen(conceptFile(id))}>
              {titleOf(id, outline.concepts)}
            </button>{' '}
            {t('scenarioCount', { count: scenarios })}
            {unread > 0 && t('unreadCount', { count: unread })}
          </li>
        ))}
      </ul>
    </section>
  );
});
