/** Why a question was missed, as the learner says. */
export const missCauses = ['not-known', 'misread', 'mixed-up', 'out-of-time', 'guessed'] as const;
export type MissCause = (typeof missCauses)[number];

/** @returns undefined for a cause that this version does not know */
export const missCauseOf = (text: string): MissCause | undefined =>
  missCauses.find((cause) => cause === text);
