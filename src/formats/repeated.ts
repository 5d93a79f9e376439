import { canonicalJson } from '#core/pack/canonical.ts';
import type { ImportedItem, ImportedQuestion } from './imported.ts';

/** All that is asked and right, whatever the file calls it. */
function contentOf({
  title: _title,
  path: _path,
  tags: _tags,
  origin: _origin,
  ...content
}: ImportedQuestion) {
  return canonicalJson(content);
}

/** Says of each question that it stood in the file before, word for word. */
export function withRepeatedTold(items: readonly ImportedItem[]): readonly ImportedItem[] {
  const first = new Map<string, string>();
  return items.map((item) => {
    if (!item.question) return item;
    const content = contentOf(item.question);
    const name = first.get(content);
    if (name === undefined) {
      first.set(content, item.name);
      return item;
    }
    const remark = { code: 'question-repeated', params: { name }, line: item.line };
    return { ...item, remarks: [...item.remarks, remark] };
  });
}
