import { useTranslation } from '#ui/words.tsx';
import {
  changeKinds,
  effects,
  type ChangeKind,
  type ConceptChange,
  type PackChange,
  type ScenarioChange,
} from '#core/pack/change.ts';
import { localized, type Language } from '#core/language.ts';
import type { PackIndex } from '#core/pack/library.ts';
import { Name } from './Name.tsx';

interface ChangeListProps {
  readonly change: PackChange;
  readonly pack: PackIndex;
  readonly language: Language;
}

/** What a newer version changes, the gravest first, and what each sort of change does to memory. */
export function ChangeList({ change, pack, language }: ChangeListProps) {
  const { t } = useTranslation('share');
  const { concepts, scenarios } = change;
  if (concepts.length + scenarios.length === 0) return <p>{t('changesNone')}</p>;
  return (
    <dl className="changes">
      {changeKinds.map((kind) => (
        <Scenarios
          key={kind}
          kind={kind}
          changes={scenarios.filter((one) => one.kind === kind)}
          {...{ pack, language }}
        />
      ))}
      {(['new', 'retire', 'rename', 'reword'] as const).map((kind) => (
        <Concepts
          key={kind}
          kind={kind}
          changes={concepts.filter((one) => one.kind === kind)}
          {...{ pack, language }}
        />
      ))}
    </dl>
  );
}

interface ScenariosProps extends Omit<ChangeListProps, 'change'> {
  readonly kind: ChangeKind;
  readonly changes: readonly ScenarioChange[];
}

/** Of the others only the concepts are told, each once. */
function Scenarios({ kind, changes, pack, language }: ScenariosProps) {
  const { t } = useTranslation('share');
  if (changes.length === 0) return null;
  const once = changes.filter(
    ({ concept }, place) =>
      kind === 'answer' || changes.findIndex((one) => one.concept === concept) === place,
  );
  return (
    <>
      <dt>
        {t(`change-${kind}`)} <span>{t('changeCount', { count: changes.length })}</span>
      </dt>
      <dd>
        <p className="place-caption">{t(`effect-${effects[kind]}`)}</p>
        <ul>
          {once.map((one) => (
            <li key={`${one.concept}/${one.scenario}`}>
              <Name pack={pack} of={{ id: one.concept, title: one.title }} language={language} />
              <WasNow change={one} source={pack.languages[0]} language={language} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

interface WasNowProps {
  readonly change: ScenarioChange;
  readonly source: Language | undefined;
  readonly language: Language;
}

function WasNow({ change, source, language }: WasNowProps) {
  const { t } = useTranslation('share');
  if (change.was === undefined || change.now === undefined) return null;
  const was = localized(change.was, language, source) ?? '';
  const now = localized(change.now, language, source) ?? '';
  return <p className="changes-words">{t('wasNow', { was, now })}</p>;
}

interface ConceptsProps extends Omit<ChangeListProps, 'change'> {
  readonly kind: ConceptChange['kind'];
  readonly changes: readonly ConceptChange[];
}

function Concepts({ kind, changes, pack, language }: ConceptsProps) {
  const { t } = useTranslation('share');
  if (changes.length === 0) return null;
  // Memory hangs on the id: under another one it begins anew.
  const effect = {
    new: 'comes-new',
    retire: 'is-hidden',
    rename: 'comes-new',
    reword: 'is-kept',
  } as const;
  return (
    <>
      <dt>
        {t(`concept-${kind}`)} <span>{t('concepts', { count: changes.length })}</span>
      </dt>
      <dd>
        <p className="place-caption">{t(`effect-${effect[kind]}`)}</p>
        <ul>
          {changes.map(({ concept, title }) => (
            <li key={concept}>
              <Name pack={pack} of={{ id: concept, title }} language={language} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
