/** What a pack may hold at most; more is a problem, never a crash. Sizes are in bytes of UTF-8. */
export const limits = {
  /** One interchange document. */
  document: 20_000_000,
  scenarios: 5_000,
  /** Options, steps, or prompts and choices of one scenario. */
  options: 12,
  /** One text in one language: a situation, a rule, a reason. */
  text: 20_000,
  languages: 8,
  /** One file of a pack's folder, all languages together; pictures have their own limit. */
  file: 500_000,
  /** YAML of one file. */
  yaml: 200_000,
  /** Of one file of a pack's folder, without empty ones. */
  lines: 5_000,
  /** Lists in lists, emphasis in emphasis. */
  nesting: 8,
  /** All that an archive holds, inflated, and how many files. */
  inflated: 60_000_000,
  entries: 2_000,
  /** One picture. */
  image: 1_000_000,
} as const;
