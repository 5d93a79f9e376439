import { useEffect, useRef } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { localized, type Language } from '#core/language.ts';
import { formatDate } from '#question/dates.ts';
import { comingBack, type Offer } from '#state/offer.ts';
import type { ChangeTrouble } from '#state/own-changes.ts';
import { useLearner, useStores } from '#state/react.tsx';
import { questionLanguageOf } from '#state/stores.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { ChangeList } from './ChangeList.tsx';
import { Name } from './Name.tsx';
import { ProblemList } from './ProblemList.tsx';
import './Concept.css';

interface OfferViewProps {
  readonly offer: Offer;
  /** What kept it from being added. */
  readonly trouble: ChangeTrouble | null;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** A pack before it is added: what it is, how it stands to what is here, and what would change. */
export function OfferView(props: OfferViewProps) {
  const { offer, trouble } = props;
  const { t } = useTranslation('share');
  const language = useLearner((state) => questionLanguageOf(state.learner.settings));
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed or dropped is gone: listeners and keys go on from here.
  useEffect(() => heading.current?.focus(), []);
  const { index, warnings, warningCount } = offer;
  return (
    <section className="add-sheet" aria-labelledby="offer-title">
      <h2 id="offer-title" ref={heading} tabIndex={-1}>
        <Name pack={index} of={{ id: index.uid, title: index.title }} language={language} />
      </h2>
      <p>{localized(index.summary, language, index.languages[0])}</p>
      <RelationWords offer={offer} />
      <Facts offer={offer} />
      {offer.relation !== 'new' && offer.relation !== 'same' && (
        <Changes offer={offer} language={language} />
      )}
      {warningCount > 0 && (
        <details>
          <summary>{t('warnings', { count: warningCount })}</summary>
          <ProblemList problems={warnings} count={warningCount} />
        </details>
      )}
      {trouble !== null && <Notice kind="error">{t(`trouble-${trouble}`)}</Notice>}
      <Decision {...props} />
    </section>
  );
}

function RelationWords({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('share');
  const { relation, here, isBundled } = offer;
  const isOdd = relation === 'older' || relation === 'differs';
  const words = t(`relation-${relation}`, { version: here?.version ?? '' });
  return (
    <>
      {isOdd ? <Notice kind="warn">{words}</Notice> : <p>{words}</p>}
      {isBundled && relation !== 'newer' && <p>{t('bundledKept')}</p>}
    </>
  );
}

const DIGEST_SHOWN = 12;

function Facts({ offer }: { readonly offer: Offer }) {
  const { t, i18n } = useTranslation('share');
  const { index, digest, from } = offer;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const date = formatDate(index.released, i18n.language);
  return (
    <dl className="facts">
      <dt>{t('holds')}</dt>
      <dd>
        {t('concepts', { count: index.concepts.length })} ·{' '}
        {t('questions', { count: index.concepts.flatMap(({ scenarios }) => scenarios).length })}
      </dd>
      <dt>{t('by')}</dt>
      <dd>{index.authors.map(({ name }) => name).join(', ')}</dd>
      <dt>{t('licence')}</dt>
      <dd>{index.licence}</dd>
      <dt>{t('languages')}</dt>
      <dd>{index.languages.map((code) => names.of(code) ?? code).join(', ')}</dd>
      <dt>{t('version')}</dt>
      <dd>{t('versionDate', { version: index.version, date })}</dd>
      <dt>{t('source')}</dt>
      <dd>{from === null ? t('sourceFile') : new URL(from).host}</dd>
      <dt>{t('digest')}</dt>
      <dd>
        <code title={t('digestHint')}>{digest.slice(0, DIGEST_SHOWN)}</code>
      </dd>
    </dl>
  );
}

function Changes({ offer, language }: { readonly offer: Offer; readonly language: Language }) {
  const { t } = useTranslation('share');
  const stores = useStores();
  const { change, mended, index } = offer;
  const back = comingBack(stores, offer);
  return (
    <section className="place-section" aria-labelledby="changes-title">
      <h3 id="changes-title">{t('changes')}</h3>
      {mended.length > 0 && <Notice kind="info">{t('mended', { count: mended.length })}</Notice>}
      {change === null ? (
        <p>{t('changesUnknown')}</p>
      ) : (
        <ChangeList change={change} pack={index} language={language} />
      )}
      {back > 0 && <p>{t('comingBack', { count: back })}</p>}
      <p className="place-caption">{t('notesKept')}</p>
    </section>
  );
}

const acceptWords = {
  new: 'add',
  newer: 'update',
  older: 'goBack',
  differs: 'replace',
  same: 'keep',
} as const;

function Decision({ offer, onAccept, onCancel }: OfferViewProps) {
  const { t } = useTranslation('share');
  const { relation, isBundled, index } = offer;
  const canAccept = relation !== 'same' && (!isBundled || relation === 'newer');
  return (
    <div className="place-actions">
      {canAccept && (
        <Button look="primary" onClick={onAccept}>
          {t(acceptWords[relation], { version: index.version })}
        </Button>
      )}
      <Button look={canAccept ? 'quiet' : 'plain'} onClick={onCancel}>
        {t(offer.here === null ? 'cancel' : 'keep')}
      </Button>
    </div>
  );
}
