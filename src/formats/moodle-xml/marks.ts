/**
 * How our own texts are marked in Moodle's HTML, where nobody sees it, so that they are found again. No `<span>`: the
 * multilang filter ends at the first `</span>`.
 */

/** The words that decide: plain while the question is asked. */
export const markOpen = '<bdi class="mondo-decides">';
export const markClose = '</bdi>';

/** What stands in a feedback behind the reason: a label, then the condition. */
export const rightWhenOpen = '<p class="mondo-right-when">';
export const conditionOpen = '<data>';
export const conditionClose = '</data>';

/** A feedback as reason and condition, each as HTML. */
export function cutRightWhen(html: string): { readonly why: string; readonly rightWhen?: string } {
  const at = html.indexOf(rightWhenOpen);
  if (at < 0) return { why: html };
  const begin = html.indexOf(conditionOpen, at);
  const end = html.lastIndexOf(conditionClose);
  if (begin < 0 || end < begin) return { why: html };
  return { why: html.slice(0, at), rightWhen: html.slice(begin + conditionOpen.length, end) };
}
