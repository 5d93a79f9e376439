/** Words between backticks are code, as in Markdown; with one backtick left over, none are. */
export function Coded({ text }: { readonly text: string }) {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return text;
  return parts.map((part, place) =>
    // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no other name
    place % 2 === 1 ? <code key={place}>{part}</code> : part,
  );
}
