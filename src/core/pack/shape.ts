import * as v from 'valibot';
import { kindNames } from './model.ts';

/**
 * An object with these keys and no others, save `x-…`, which is kept as it is.
 * Messages of the checks in this folder are problem codes.
 */
export const closed = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(
    v.looseObject(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      const { value } = dataset;
      if (typeof value !== 'object' || value === null) return;
      // One for all: a hostile file may have a hundred thousand keys.
      const input = { ...value };
      for (const [key, held] of Object.entries(value)) {
        if (Object.hasOwn(entries, key) || key.startsWith('x-')) continue;
        addIssue({
          message: 'unknown_key',
          expected: Object.keys(entries).join(' '),
          path: [{ type: 'object', origin: 'key', input, key, value: held }],
        });
      }
    }),
  );

export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'bad_id'));
/** `<note>#<claim>`. */
export const claimRef = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,64}#[a-z0-9-]{1,64}$/, 'bad_claim_ref'),
);
/** `<concept>` or `<concept>/<scenario>`. */
export const retiredId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,64}(?:\/[a-z0-9-]{1,64})?$/, 'bad_id'),
);
export const packUid = v.pipe(v.string(), v.regex(/^[a-z0-9]{12}$/, 'bad_uid'));
export const version = v.pipe(
  v.string(),
  v.regex(/^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/, 'bad_version'),
);
export const languageCode = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Z]{2}|-[A-Z][a-z]{3})?$/, 'bad_language'),
);
/** `isoDate` alone lets 2026-02-30 through. */
export const date = v.pipe(
  v.string(),
  v.isoDate('bad_date'),
  v.check((text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  }, 'bad_date'),
);
/** Addresses are shown as links: http and https only. */
export const address = v.pipe(
  v.string(),
  v.url('bad_address'),
  v.regex(/^https?:\/\//i, 'bad_address'),
);
/** Where a pack may be fetched from: https alone, so that nobody on the way can change it. */
export const secureAddress = v.pipe(
  v.string(),
  v.url('bad_pack_address'),
  v.regex(/^https:\/\//i, 'bad_pack_address'),
);
export const words = v.pipe(v.string(), v.regex(/\S/, 'empty_text'));
export const localizedWords = v.record(languageCode, words);
export const checked = closed({ on: date, how: v.picklist(['stored-copy', 'live']) });
export const origin = closed({
  format: words,
  name: v.exactOptional(v.string()),
  kept: v.exactOptional(v.record(v.string(), v.string())),
});
export const author = closed({ name: words, url: v.exactOptional(address) });
export const contact = closed({
  mail: v.exactOptional(v.pipe(v.string(), v.email('bad_mail'))),
  issues: v.exactOptional(address),
});
export const weight = v.pipe(
  v.number(),
  v.minValue(0, 'bad_weight'),
  v.maxValue(100, 'bad_weight'),
);
export const domain = closed({ id: slug, title: localizedWords, weight });
export const languages = v.pipe(v.array(languageCode), v.minLength(1, 'no_language'));

/** When something was written, as far as is known: a year, month or day. */
export const published = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'bad_published'),
);
/** How many options of a `multiple` are right. */
export const choose = v.pipe(v.number(), v.integer('bad_choose'), v.minValue(1, 'bad_choose'));

export const wholeFrom = (least: number) =>
  v.pipe(v.number(), v.integer('bad_count'), v.minValue(least, 'bad_count'));
/** Within one day: a deadline is counted from it. */
export const minutes = v.pipe(
  v.number(),
  v.integer('bad_minutes'),
  v.minValue(1, 'bad_minutes'),
  v.maxValue(1440, 'bad_minutes'),
);
export const scale = closed({ min: v.number(), max: v.number(), pass: v.number() });
export const retake = closed({
  days: v.pipe(
    v.number(),
    v.integer('bad_days'),
    v.minValue(0, 'bad_days'),
    v.maxValue(3650, 'bad_days'),
  ),
});
export const exam = closed({
  title: localizedWords,
  questions: wholeFrom(1),
  minutes,
  pass: v.pipe(v.number(), v.minValue(1, 'bad_pass'), v.maxValue(100, 'bad_pass')),
  kinds: v.pipe(v.array(v.picklist(kindNames)), v.minLength(1, 'no_kind')),
  unscored: v.exactOptional(wholeFrom(0)),
  scale: v.exactOptional(scale),
  retake: v.exactOptional(retake),
});
/** A task of an exam guide by the guide's own numbers, in quotes: 3.10 is no number. */
export const task = v.pipe(v.string(), v.regex(/^\d{1,2}\.\d{1,2}$/, 'bad_task'));
export const covers = v.record(slug, v.record(slug, v.record(slug, v.array(task))));
