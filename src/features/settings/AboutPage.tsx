import { useTranslation } from '#ui/words.tsx';
import { Link } from 'react-router';
import { localized } from '#core/language.ts';
import { useLearner, useLibrary } from '#state/react.tsx';
import { interfaceLanguageOf } from '#state/stores.ts';
import { PageTitle } from '#ui/PageTitle.tsx';
import { isc, mit, parts } from './licences.ts';
import { releases } from './releases.ts';
import './Settings.css';

/** Which Mondo this is, what it does with what one tells it, and whose work is inside. */
export function AboutPage() {
  const { t } = useTranslation('settings');
  return (
    <div className="settings about">
      <PageTitle of={t('aboutTitle')} />
      <div className="about-head">
        <h1>{t('aboutTitle')}</h1>
        <p>{t('aboutBody')}</p>
        <p className="setting-hint">{t('version', { version: __VERSION__ })}</p>
      </div>
      <section aria-labelledby="about-news">
        <h2 id="about-news">{t('news')}</h2>
        {releases.map(({ version, news }) => (
          <div key={version}>
            <h3>{version}</h3>
            <ul>
              {news.map((word) => (
                <li key={word}>{t(word)}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section aria-labelledby="about-privacy">
        <h2 id="about-privacy">{t('privacy')}</h2>
        <p>{t('privacyNothing')}</p>
        <p>{t('privacyRequests')}</p>
        <p>{t('privacyWhere')}</p>
        <p>
          <Link to="/settings#stored">{t('toStored')}</Link>
        </p>
      </section>
      <QuestionLicences />
      <Licences />
    </div>
  );
}

function QuestionLicences() {
  const { t } = useTranslation('settings');
  const packs = useLibrary((state) => state.packs);
  const language = useLearner((state) => interfaceLanguageOf(state.learner.settings));
  return (
    <section aria-labelledby="about-questions">
      <h2 id="about-questions">{t('questionLicences')}</h2>
      <p>{t('questionLicencesBody')}</p>
      <ul>
        {packs.map((pack) => (
          <li key={pack.uid}>
            <Link to={`/packs/${pack.uid}`}>
              {localized(pack.title, language, pack.languages[0]) ?? pack.uid}
            </Link>
            {` – ${pack.licence}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Licences() {
  const { t } = useTranslation('settings');
  return (
    <section aria-labelledby="about-licences">
      <h2 id="about-licences">{t('licences')}</h2>
      <p>{t('licencesBody')}</p>
      <ul className="about-parts">
        {parts.map(({ name, licence, holder }) => (
          <li key={name}>
            <strong>{name}</strong> <span>{`${licence} – © ${holder}`}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('licenceText')}</summary>
        <p lang="en">{mit}</p>
      </details>
      <details>
        <summary>{t('licenceIsc')}</summary>
        <p lang="en">{isc}</p>
      </details>
    </section>
  );
}
