import { useTranslation } from '#ui/words.tsx';
import { localized, type Language } from '#core/language.ts';
import type { AgedClaim } from '#core/pack/library.ts';
import type { ClaimVerdict, Reference } from '#core/pack/model.ts';
import { Icon } from '#ui/Icon.tsx';
import { RichText, type MediaUrl } from '#ui/RichText.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { formatDate } from './dates.ts';
import './Aged.css';

export function ReferenceLink({
  reference,
  language,
}: {
  readonly reference: Reference;
  readonly language: Language;
}) {
  const { t } = useTranslation('common');
  return (
    <a className="reference" href={reference.url} target="_blank" rel="noreferrer noopener">
      {localized(reference.title, language) ?? reference.url}
      <Icon name="out" />
      <VisuallyHidden> ({t('newTab')})</VisuallyHidden>
    </a>
  );
}

const verdictWords: {
  readonly [V in ClaimVerdict]: 'holds' | 'nuance' | 'outdated' | 'wrongClaim' | 'unverified';
} = {
  holds: 'holds',
  nuance: 'nuance',
  outdated: 'outdated',
  wrong: 'wrongClaim',
  unverified: 'unverified',
};

interface AgedProps {
  readonly claims: readonly AgedClaim[];
  /** Of the claims' texts. */
  readonly language: Language;
  readonly noteHref?: string | undefined;
  readonly mediaUrl?: MediaUrl | undefined;
}

/** What the source note says that no longer holds, what is true today, since when, and where that stands. */
export function Aged({ claims, language, noteHref, mediaUrl }: AgedProps) {
  const { t, i18n } = useTranslation('feedback');
  if (claims.length === 0) return null;
  return (
    <section className="aged" aria-label={t('agedTitle')}>
      <h3>
        <Icon name="warn" /> {t('agedTitle')}
      </h3>
      {claims.map((claim) => (
        <dl key={claim.ref}>
          <dt>{t('says')}</dt>
          <dd>
            <RichText document={claim.says} lang={language} mediaUrl={mediaUrl} />
          </dd>
          <dt>{t('today')}</dt>
          <dd>
            <p className="aged-verdict">
              {claim.since === undefined
                ? t(verdictWords[claim.verdict])
                : t('since', {
                    verdict: t(verdictWords[claim.verdict]),
                    date: formatDate(claim.since, i18n.language),
                  })}
            </p>
            <RichText document={claim.today} lang={language} mediaUrl={mediaUrl} />
            <p className="aged-links">
              {claim.references.map((reference) => (
                <ReferenceLink key={reference.id} reference={reference} language={language} />
              ))}
            </p>
          </dd>
        </dl>
      ))}
      {noteHref !== undefined && <a href={noteHref}>{t('seeNote')}</a>}
    </section>
  );
}
