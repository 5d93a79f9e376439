/** Elements of HTML. */
const elements =
  'a|abbr|address|article|aside|audio|b|big|blockquote|br|button|canvas|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|math|meta|nav|noscript|object|ol|option|p|param|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr';

/** "a <b" is a comparison, and `<branch-name>` a word, unless an element begins there. */
const noElement = new RegExp(`<(?!!--|/?(?:${elements})(?=[\\s/>]))`, 'gi');

/** A tag without attributes that stands where a word could stand: "the <title> of a page". */
const bare = /(?<=^|[\s("'“>])<(\/?)([a-z][a-z0-9]{0,11})\s?\/?>(?=[\s.,;:?!)"'”<]|$)/gim;
/** A text of nothing but a tag. */
const alone = /^\s*<(?=\/?[a-z][^<>]{0,200}>\s*$)/i;

/** They lay out a text even where nobody closed them. */
const layout = new Set('p br hr img wbr li td th tr dt dd details summary center'.split(' '));
/** They have no end, and say nothing without attributes. */
const empty = new Set('area base col embed input link meta param source'.split(' '));

/**
 * HTML in which tags that somebody wrote as words are words: what is no element, what nobody closes, and a text that
 * is nothing but a tag. Questions about HTML are full of them.
 */
export function tagsAsWords(html: string): string {
  if (!html.includes('<')) return html;
  const lower = html.toLowerCase();
  const known = new Map<string, boolean>();
  const has = (tag: string): boolean => {
    const found = known.get(tag) ?? lower.includes(tag);
    known.set(tag, found);
    return found;
  };
  return html
    .replaceAll(noElement, '&lt;')
    .replaceAll(bare, (tag, slash: string, written: string) => {
      const name = written.toLowerCase();
      const other = slash === '' ? `</${name}` : `<${name}`;
      const isWord = empty.has(name) || !has(other);
      return isWord && !layout.has(name) ? `&lt;${tag.slice(1)}` : tag;
    })
    .replace(alone, '&lt;');
}
