import { isInterfaceLanguage, type InterfaceLanguage, type Language } from '#core/language.ts';
import { Kbd } from './Kbd.tsx';
import './LanguageToggle.css';

interface LanguageToggleProps {
  /** What is switched: "Language of the questions". */
  readonly label: string;
  readonly languages: readonly Language[];
  readonly value: Language;
  readonly onChange: (language: Language) => void;
  /** The key that goes on to the next language, drawn behind. */
  readonly cap?: string | undefined;
}

/** Asking the browser for these two would take a slow phone a tenth of a second before the first question. */
const ourNames: { readonly [L in InterfaceLanguage]: string } = { en: 'English', ja: '日本語' };

/** A language's name in itself; a code that the browser does not know stays a code. */
export const languageName = (code: Language): string =>
  isInterfaceLanguage(code)
    ? ourNames[code]
    : (new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code);

/** The one after `value`, and round again. */
export const nextLanguage = (languages: readonly Language[], value: Language): Language =>
  languages[(languages.indexOf(value) + 1) % languages.length] ?? value;

/** 日本語 / English: the shown one is bold, the others can be pressed. */
export function LanguageToggle(props: LanguageToggleProps) {
  const { label, languages, value, onChange, cap } = props;
  if (languages.length < 2) return null;
  return (
    <fieldset className="languages" aria-label={label}>
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === value}
          aria-keyshortcuts={code === value ? undefined : cap}
          onClick={() => onChange(code)}
        >
          <span className="languages-name">{languageName(code)}</span>
          <span className="languages-code" aria-hidden="true">
            {code.toUpperCase()}
          </span>
        </button>
      ))}
      {cap !== undefined && <Kbd>{cap}</Kbd>}
    </fieldset>
  );
}
