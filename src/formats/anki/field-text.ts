import { roleOf } from '#formats/table/headers.ts';
import type { Remark } from '#formats/imported.ts';
import type { AnkiField } from './note.ts';

const sound = /\[sound:([^\]]{0,300})\]/g;
/** Where the answer is typed on a card. */
const typed = /\[\[type:[^\]]{0,300}\]\]/gi;

/** The kinds of the note type "AllInOne (kprim, mc, sc)". */
const allInOne = ['kprim', 'mc', 'sc'];

const ALL_IN_ONE =
  'Question|Title|QType (0=kprim,1=mc,2=sc)|Q_1|Q_2|Q_3|Q_4|Q_5|Answers|Sources|Extra 1';

/** What the fields of a note type are called where a text export does not say; empty: unknown. */
export const stockFields = (notetype: string): readonly string[] =>
  /^AllInOne \(kprim/i.test(notetype) ? ALL_IN_ONE.split('|') : [];

/** A field without what only Anki understands; what is lost is said. */
export function cleanField({ name, text }: AnkiField, isHtml: boolean, remarks: Remark[]): string {
  for (const [, file = ''] of text.matchAll(sound))
    remarks.push({ code: 'anki-sound-lost', params: { name: file } });
  const clean = text.replaceAll(sound, '').replaceAll(typed, '');
  if (/^q ?type.*kprim/i.test(name) || (/^q_?type$/i.test(name) && /^[012]$/.test(clean.trim())))
    return allInOne[Number(clean.trim() || Number.NaN)] ?? clean;
  // Options in one field stand on lines of their own, whatever makes the lines.
  return isHtml && roleOf(name)?.name === 'options'
    ? clean.replaceAll(/<br\s*\/?>|<\/?(?:div|p|li|ul|ol)>/gi, '\n').replaceAll(/\n\s*/g, '\n')
    : clean;
}
