import { useTranslation } from '#ui/words.tsx';
import type { Language } from '#core/language.ts';
import type { Claim, ClaimVerdict, Note, NotePart } from '#core/pack/model.ts';
import { ReferenceLink } from '#question/Aged.tsx';
import { formatDate } from '#question/dates.ts';
import { Icon, type IconName } from '#ui/Icon.tsx';
import { RichLine, RichText } from '#ui/RichText.tsx';
import { mediaUrl } from './media.ts';

const verdictIcons: { readonly [V in ClaimVerdict]: IconName } = {
  holds: 'check',
  nuance: 'info',
  outdated: 'warn',
  wrong: 'cross',
  unverified: 'missed',
};

interface ClaimViewProps {
  readonly part: Extract<NotePart, { type: 'claim' }>;
  readonly claim: Claim | undefined;
  readonly note: Note;
  readonly language: Language;
}

/** What the note says, whether that holds, what is true today, and where that stands. */
export function ClaimView({ part, claim, note, language }: ClaimViewProps) {
  const { t, i18n } = useTranslation('packs');
  const verdict = claim?.verdict ?? 'unverified';
  const references = note.references.filter(({ id }) => claim?.references.includes(id));
  return (
    <li className={`claim claim-${verdict}`}>
      <p className="claim-says">
        <RichLine line={part.says} lang={language} mediaUrl={mediaUrl} />
      </p>
      <p className="claim-verdict">
        <Icon name={verdictIcons[verdict]} />{' '}
        {claim?.since === undefined
          ? t(`claim-${verdict}`)
          : t('claimSince', {
              verdict: t(`claim-${verdict}`),
              date: formatDate(claim.since, i18n.language),
            })}
      </p>
      {part.today && (
        <div className="claim-today">
          <b>{t('claimToday')}</b>
          <RichText document={part.today} lang={language} mediaUrl={mediaUrl} />
        </div>
      )}
      {references.length > 0 && (
        <p className="claim-references">
          {references.map((reference) => (
            <ReferenceLink key={reference.id} reference={reference} language={language} />
          ))}
        </p>
      )}
    </li>
  );
}
