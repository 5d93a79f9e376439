/** FSRS's four ratings, worked out from facts at replay, or chosen by the learner who overrules. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];
