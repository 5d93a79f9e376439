import { childrenOf, outermost, type XmlElement } from '#formats/xml.ts';

/** Number formats that every workbook knows, and that mean a day or a time. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** A format of the workbook's own: letters of a day, outside of quotes and brackets. */
const saysDay = (format: string): boolean =>
  /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/general/i.test(format);

/** The cell styles whose numbers are days. */
export function dateStyles(roots: readonly XmlElement[]): ReadonlySet<number> {
  const own = new Set(
    outermost(roots, 'numFmt')
      .filter(({ attributes }) => saysDay(attributes.get('formatCode') ?? ''))
      .map(({ attributes }) => Number(attributes.get('numFmtId'))),
  );
  const [styles] = outermost(roots, 'cellXfs');
  return new Set(
    (styles ? childrenOf(styles, 'xf') : []).flatMap(({ attributes }, index) => {
      const id = Number(attributes.get('numFmtId'));
      return builtIn(id) || own.has(id) ? [index] : [];
    }),
  );
}

const DAY = 86_400_000;
/** Excel counts from the last day of 1899, and its first 1900 has a 29 February. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** `2026-11-20`, with the time where there is one; the number itself when it is no day. */
export function dayOf(serial: number, is1904: boolean): string {
  const at = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(serial * DAY));
  if (!(serial >= 0) || serial >= 2_958_466 || Number.isNaN(at.getTime())) return String(serial);
  const text = at.toISOString();
  if (serial < 1) return text.slice(11, 16);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}
