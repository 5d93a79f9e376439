import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { useNavigate } from 'react-router';
import type { Language } from '#core/language.ts';
import type { Subject } from '#core/exam/subject.ts';
import { readCode, sharedForm, type CodeTrouble } from '#state/exam/forms.ts';
import { useExams } from '#state/exam/react.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { EXTRA_MINUTES, LongerSwitch } from './LongerSwitch.tsx';
import { packsIn, titleIn } from './words.ts';

type Trouble = CodeTrouble | { readonly code: 'tooFew' };

interface EnterCodeProps {
  readonly offers: readonly Subject[];
  readonly language: Language;
}

/** A code that somebody else has made: the same form for everybody who types it. */
export function EnterCode({ offers, language }: EnterCodeProps) {
  const { t } = useTranslation('exam');
  const id = useId();
  const navigate = useNavigate();
  const begin = useExams((state) => state.begin);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isLonger, setLonger] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = readCode(text, offers);
    if (!read.ok) {
      setTrouble(read.error);
      return;
    }
    const { subject, seed } = read.value;
    const form = sharedForm(subject, { seed, extraMinutes: isLonger ? EXTRA_MINUTES : 0 });
    if (form.ok) void navigate(`/exam/${begin(form.value)}`);
    else setTrouble({ code: 'tooFew' });
  };
  return (
    <section className="exams-enter" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('enterTitle')}</h2>
      <form className="exams-form" onSubmit={submit}>
        <label htmlFor={id}>{t('enterLabel')}</label>
        <input
          id={id}
          className="exam-code"
          value={text}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={trouble === null ? undefined : `${id}-trouble`}
          aria-invalid={trouble !== null}
          onChange={(event) => setText(event.target.value)}
        />
        <LongerSwitch value={isLonger} onChange={setLonger} />
        <Button type="submit">{t('startShared')}</Button>
      </form>
      {trouble !== null && (
        <div id={`${id}-trouble`}>
          <Refusal trouble={trouble} language={language} />
        </div>
      )}
    </section>
  );
}

interface RefusalProps {
  readonly trouble: Trouble;
  readonly language: Language;
}

/** Why a code leads to no form, and what can be done. */
function Refusal({ trouble, language }: RefusalProps) {
  const { t } = useTranslation('exam');
  const say = (): string => {
    if (!('subject' in trouble)) return t(`code-${trouble.code}`);
    const title = titleIn(trouble.subject.blueprint, language);
    if (trouble.code === 'version')
      return t('code-version', { title, wanted: trouble.wanted, here: trouble.here });
    const here = packsIn(trouble.subject, language);
    return t(`code-${trouble.code}`, { title, here });
  };
  return <Notice kind="error">{say()}</Notice>;
}
