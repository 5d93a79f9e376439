import type { Language } from '#core/language.ts';
import type { Document, Line } from '#core/pack/document.ts';
import { encodeBase64 } from '#formats/base64.ts';
import { lineToHtml, toHtml, type HtmlDialect } from '#formats/to-html.ts';
import { escapeXml } from '#formats/xml.ts';
import { codeOf } from './languages.ts';
import { conditionClose, conditionOpen, markClose, markOpen, rightWhenOpen } from './marks.ts';

/** What the texts of one scenario need. */
export interface Ink {
  /** Those that the scenario is written in. */
  readonly languages: readonly Language[];
  /** Pictures by their names in the pack. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** The label that stands before a condition. */
  readonly rightWhen: (language: Language) => string;
}

// oxlint-disable-next-line no-control-regex -- what XML may not hold
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `<text>` with anything in it. */
export function textElement(words: string): string {
  const clean = words.replaceAll(forbidden, '');
  if (!/[<>&]/.test(clean)) return `<text>${clean}</text>`;
  return `<text><![CDATA[${clean.replaceAll(']]>', ']]]]><![CDATA[>')}]]></text>`;
}

/** One text in all languages: as it is when they agree, else for the multilang filter. */
export function inAll(
  languages: readonly Language[],
  render: (language: Language) => string,
): string {
  const texts = languages.map((language) => [codeOf(language), render(language)] as const);
  const distinct = new Set(texts.map(([, words]) => words));
  if (distinct.size <= 1) return [...distinct].join('');
  return texts
    .map(([code, words]) => `<span lang="${code}" class="multilang">${words}</span>`)
    .join('');
}

type Render = (language: Language, dialect: HtmlDialect) => string;

/** A text as `<text>` with the files that it shows. */
export function fieldInside({ languages, media }: Ink, render: Render, isAsked = false): string {
  const shown = new Set<string>();
  const image = (source: string) => {
    shown.add(source);
    return `@@PLUGINFILE@@/${encodeURIComponent(source)}`;
  };
  // The words that decide are plain while the question is asked.
  const dialect: HtmlDialect = isAsked ? { image, mark: [markOpen, markClose] } : { image };
  const text = inAll(languages, (language) => render(language, dialect));
  const files = [...shown].flatMap((source) => {
    const bytes = media.get(source);
    const name = escapeXml(source);
    return bytes
      ? [`<file name="${name}" path="/" encoding="base64">${encodeBase64(bytes)}</file>`]
      : [];
  });
  return [textElement(text), ...files].join('');
}

export const fieldElement = (tag: string, ink: Ink, render: Render, isAsked = false): string =>
  `<${tag} format="html">${fieldInside(ink, render, isAsked)}</${tag}>`;

/** The reason of an option, and behind it the condition under which it would be right. */
export function feedbackElement(
  ink: Ink,
  reasonIn: (
    language: Language,
  ) => { readonly why?: Document; readonly rightWhen?: Line } | undefined,
): string {
  return fieldElement('feedback', ink, (language, dialect) => {
    const { why = [], rightWhen } = reasonIn(language) ?? {};
    const reason = toHtml(why, dialect);
    if (!rightWhen) return reason;
    const label = escapeXml(ink.rightWhen(language));
    const condition = `${conditionOpen}${lineToHtml(rightWhen, dialect)}${conditionClose}`;
    return `${reason}${rightWhenOpen}${label} ${condition}</p>`;
  });
}
