import { kindNames } from '#core/pack/model.ts';
import type { PackFields } from '#state/author/form.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { languageName } from '#ui/LanguageToggle.tsx';
import { useTranslation } from '#ui/words.tsx';
import { FormText } from './FormText.tsx';
import { NumberField } from './NumberField.tsx';
import type { PackPartProps } from './PackForm.tsx';

/** What a new mock exam begins with: all of it is there to be changed. */
const fresh = { questions: 20, minutes: 40, pass: 70, kinds: ['single', 'multiple'] };

/** The mock exam of a pack, if it has one. */
export function ExamForm({ fields, isReadOnly, set }: PackPartProps) {
  const { t } = useTranslation('author');
  const { exam, languages } = fields;
  const add = () => {
    const title = Object.fromEntries(languages.map((language) => [language, t('newExam')]));
    set(['exam'], { title, ...fresh });
  };
  return (
    <fieldset className="form-group">
      <legend>{t('mockExam')}</legend>
      <p className="author-caption">{t(exam === null ? 'mockExamNone' : 'mockExamHint')}</p>
      {exam !== null && <Exam {...{ exam, languages, isReadOnly, set }} />}
      {!isReadOnly && (
        <Button look="quiet" onClick={exam === null ? add : () => set(['exam'], undefined)}>
          <Icon name={exam === null ? 'plus' : 'cross'} />
          {t(exam === null ? 'addExam' : 'removeExam')}
        </Button>
      )}
    </fieldset>
  );
}

interface ExamProps extends Pick<PackPartProps, 'isReadOnly' | 'set'> {
  readonly exam: NonNullable<PackFields['exam']>;
  readonly languages: PackFields['languages'];
}

function Exam({ exam, languages, isReadOnly, set }: ExamProps) {
  const { t } = useTranslation('author');
  return (
    <>
      <div className="form-languages">
        {languages.map((language) => (
          <FormText
            key={language}
            label={t('examTitle', { language: languageName(language) })}
            value={exam.title[language] ?? ''}
            lang={language}
            isReadOnly={isReadOnly}
            onEdit={(value) => set(['exam', 'title', language], value)}
          />
        ))}
      </div>
      <div className="form-head">
        {(['questions', 'minutes', 'pass'] as const).map((key) => (
          <NumberField
            key={key}
            label={t(`exam-${key}`)}
            value={exam[key]}
            isReadOnly={isReadOnly}
            onNumber={(value) => set(['exam', key], value)}
          />
        ))}
        <NumberField
          label={t('exam-unscored')}
          value={exam.unscored}
          isOptional
          isReadOnly={isReadOnly}
          onNumber={(value) => set(['exam', 'unscored'], value)}
        />
        <NumberField
          label={t('exam-retake')}
          value={exam.retakeDays}
          isOptional
          isReadOnly={isReadOnly}
          onNumber={(days) => set(['exam', 'retake'], days === undefined ? days : { days })}
        />
      </div>
      <Kinds {...{ exam, isReadOnly, set }} />
      <Scale {...{ exam, isReadOnly, set }} />
    </>
  );
}

type SwitchProps = Pick<ExamProps, 'exam' | 'isReadOnly' | 'set'>;

/** What may be asked in it. */
function Kinds({ exam: { kinds }, isReadOnly, set }: SwitchProps) {
  const { t } = useTranslation('author');
  return (
    <fieldset className="form-checks">
      <legend>{t('examKinds')}</legend>
      {kindNames.map((kind) => (
        <label key={kind} className="form-check">
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            disabled={isReadOnly}
            onChange={({ target }) =>
              set(
                ['exam', 'kinds'],
                kindNames.filter((one) => (one === kind ? target.checked : kinds.includes(one))),
              )
            }
          />
          {t(`kind-${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** The result in points in place of percent. */
function Scale({ exam: { scale, pass = fresh.pass }, isReadOnly, set }: SwitchProps) {
  const { t } = useTranslation('author');
  return (
    <>
      <label className="form-check">
        <input
          type="checkbox"
          checked={scale !== null}
          disabled={isReadOnly}
          onChange={({ target }) =>
            set(
              ['exam', 'scale'],
              target.checked ? { min: 0, max: 1000, pass: Math.round(10 * pass) } : undefined,
            )
          }
        />
        {t('examScale')}
      </label>
      {scale !== null && (
        <div className="form-head">
          {(['min', 'max', 'pass'] as const).map((key) => (
            <NumberField
              key={key}
              label={t(`scale-${key}`)}
              value={scale[key]}
              isReadOnly={isReadOnly}
              onNumber={(value) => set(['exam', 'scale', key], value)}
            />
          ))}
        </div>
      )}
    </>
  );
}
