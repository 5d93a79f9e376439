/** Zero-width letters and marks that turn the direction, which nobody sees; joiners have their use in words. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

export const hasInvisible = (text: string): boolean => invisible.test(text);
