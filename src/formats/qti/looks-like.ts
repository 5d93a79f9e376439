/** How far into a text its first element is looked for. */
const HEAD = 4_000;

const root =
  /<(?:[\w.-]+:)?(?:questestinterop|assessmentItem|assessmentTest|assessmentSection|assessmentStimulus|qti-assessment-(?:item|test|section|stimulus))[\s>/]/;

/** The text of one QTI file of any version. */
export const looksLikeQti = (text: string): boolean => root.test(text.slice(0, HEAD));

/** The names in an archive are those of a content package, which may hold QTI. */
export const looksLikeQtiPackage = (names: readonly string[]): boolean =>
  names.some((name) => /(?:^|\/)imsmanifest\.xml$/i.test(name));
