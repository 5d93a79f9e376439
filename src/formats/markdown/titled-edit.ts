import type { Language } from '#core/language.ts';
import type { Path } from '#core/pack/source.ts';
import { editYaml } from './yaml-edit.ts';

/** A heading and what stands below it, in each language: concepts and cases, as they are written. */
export interface TitledFields {
  readonly yaml: string;
  readonly text: ReadonlyMap<Language, { readonly title: string; readonly body: string }>;
}

interface Part {
  readonly language: Language;
  /** Lines of the `##` heading, and behind the last line of the body; the heading may be missing. */
  readonly heading: number | null;
  readonly end: number;
}

interface Cut {
  readonly lines: readonly string[];
  /** The line of the second `---`. */
  readonly frontEnd: number;
  readonly parts: readonly Part[];
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Where the parts of a file stand; headings inside fenced code are none. */
function cut(raw: string): Cut | null {
  const lines = raw.split('\n');
  const frontEnd = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || frontEnd < 0) return null;
  const parts: Part[] = [];
  let open: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (index <= frontEnd) continue;
    const mark = fence.exec(line)?.[1]?.[0] ?? null;
    if (mark !== null) open = open === null ? mark : open === mark ? null : open;
    if (open !== null || mark !== null) continue;
    const last = parts.at(-1);
    const [, language] = /^# +([\w-]+)\s*$/.exec(line) ?? [];
    if (language !== undefined) {
      if (last) parts[parts.length - 1] = { ...last, end: index };
      parts.push({ language, heading: null, end: lines.length });
    } else if (last?.heading === null && /^##(?:\s|$)/.test(line))
      parts[parts.length - 1] = { ...last, heading: index };
  }
  return { lines, frontEnd, parts };
}

const bodyOf = ({ lines }: Cut, { heading, end }: Part): string =>
  heading === null
    ? ''
    : lines
        .slice(heading + 1, end)
        .join('\n')
        .replace(/^\n+/, '')
        .trimEnd();

/** The fields of such a file; `null` when it has no front matter. */
export function titledFields(raw: string): TitledFields | null {
  const file = cut(raw);
  if (!file) return null;
  return {
    yaml: file.lines.slice(1, file.frontEnd).join('\n'),
    text: new Map(
      file.parts.map((part) => [
        part.language,
        {
          title: (file.lines[part.heading ?? -1] ?? '').replace(/^##\s*/, '').trim(),
          body: bodyOf(file, part),
        },
      ]),
    ),
  };
}

export type TitledEdit =
  | { readonly edit: 'title' | 'body'; readonly language: Language; readonly source: string }
  | { readonly edit: 'front'; readonly path: Path; readonly value: unknown };

/** The file with one field changed, all else letter by letter; `null` when it has no place there. */
export function editTitled(raw: string, edit: TitledEdit): string | null {
  const file = cut(raw);
  if (!file) return null;
  const edited = edit.edit === 'front' ? inFront(file, edit) : inPart(file, edit);
  if (edited === null || edit.edit === 'front') return edited;
  const said = titledFields(edited)?.text.get(edit.language);
  const wanted = edit.edit === 'title' ? oneLine(edit.source) : edit.source.trim();
  return said?.[edit.edit].trim() === wanted ? edited : null;
}

function inFront(
  { lines, frontEnd }: Cut,
  { path, value }: Extract<TitledEdit, { edit: 'front' }>,
): string | null {
  const yaml = editYaml(lines.slice(1, frontEnd).join('\n'), [{ path, value }]);
  if (yaml === null) return null;
  const front = yaml.trimEnd() === '' ? [] : yaml.trimEnd().split('\n');
  return [lines[0] ?? '---', ...front, ...lines.slice(frontEnd)].join('\n');
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function inPart(
  file: Cut,
  { edit, language, source }: Exclude<TitledEdit, { edit: 'front' }>,
): string | null {
  const { lines, parts } = file;
  const part = parts.find((one) => one.language === language);
  if (!part || part.heading === null) return null;
  const { heading, end } = part;
  if (edit === 'title') return lines.with(heading, `## ${oneLine(source)}`.trimEnd()).join('\n');
  const after = lines.slice(end);
  const body = source.trim() === '' ? [] : source.trim().split('\n');
  return [...lines.slice(0, heading + 1), ...body, ...(after.length === 0 ? [''] : after)].join(
    '\n',
  );
}
