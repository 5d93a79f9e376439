import { documentText, lineText, type Document } from '#core/pack/document.ts';
import type { Language } from '#core/language.ts';
import { limits } from '#core/pack/limits.ts';
import { buildChoice, type FoundOption } from '#formats/build.ts';
import { decodeText } from '#formats/decode.ts';
import { readMarkdown } from '#formats/foreign-markdown.ts';
import { asLine } from '#formats/html.ts';
import type { ForeignFile, Imported, ImportedItem, Remark } from '#formats/imported.ts';
import { distinctRemarks } from '#formats/remarks.ts';
import { readEach } from '#formats/read-each.ts';
import { findAnswer } from './answer.ts';
import { cutSegments, type Segment } from './cut.ts';
import { takeKey, type KeyEntry } from './key.ts';
import { labelOf, saidNumber } from './labels.ts';
import { scanLines } from './lines.ts';
import type { MarkdownLine } from './markdown-line.ts';
import { markedRights, readSegment, type Exam } from './segment.ts';

/** Reads exam questions in Markdown, as many repositories hold them, each in its author's own way. */
export function readExamMarkdown(file: ForeignFile): Imported {
  const all = scanLines(decodeText(file.bytes).text);
  const { lines, key } = takeKey(all);
  const segments = cutSegments(lines, key.size > 0);
  const items = readEach(segments, file.tell, (segment, index) =>
    itemOf(segment, index, key.get(segment.number), file.language),
  );
  const title = all.find(({ heading }) => heading === 1)?.bare;
  const remarks: readonly Remark[] =
    items.length === 0 ? [{ code: 'nothing-found' }] : leftAnswers(lines, segments);
  return {
    format: 'exam-markdown',
    ...(title === undefined || title === '' ? {} : { title }),
    items,
    remarks,
    media: new Map(),
  };
}

/** Answers that stand in no question: that of each was not seen. */
function leftAnswers(
  lines: readonly MarkdownLine[],
  segments: readonly Segment[],
): readonly Remark[] {
  const inside = new Set(segments.flatMap((segment) => segment.lines));
  const left = lines.filter((line) => {
    const label = inside.has(line) ? null : labelOf(line);
    return label?.type === 'answer' && label.value !== '';
  });
  return left
    .slice(0, 1)
    .map(({ line }) => ({ code: 'exam-answers-left', params: { count: left.length }, line }));
}

function itemOf(
  segment: Segment,
  index: number,
  entry: KeyEntry | undefined,
  language: Language,
): ImportedItem {
  const name = segment.number === '' ? String(index + 1) : segment.number;
  const item = { name, file: '', line: segment.line };
  const exam = readSegment(segment.first, segment.lines);
  const rights = rightsOf(exam, entry);
  if ('code' in rights) return { ...item, remarks: [rights] };
  return { ...item, ...questionOf(segment, exam, rights.rights, entry, language) };
}

/** The right options, or why they cannot be told. */
function rightsOf(
  exam: Exam,
  entry: KeyEntry | undefined,
): { readonly rights: ReadonlySet<number> } | Remark {
  const { options, rights, unknown } = exam;
  if (options.length === 0) return { code: 'exam-no-options' };
  if (options.length > limits.options)
    return { code: 'options-too-many', params: { count: options.length, limit: limits.options } };
  if (unknown !== null && rights === null)
    return { code: 'exam-answer-unknown', params: { answer: unknown.slice(0, 200) } };
  const boxes = options.some(({ mark }) => mark.marked === true) ? markedRights(options) : null;
  if (boxes !== null && rights !== null && !isSame(boxes, rights))
    return { code: 'exam-answers-differ' };
  const names = options.map(({ mark }) => ({ name: mark.name, words: mark.text }));
  const found = rights ?? (entry === undefined ? null : findAnswer(entry.value, names)?.rights);
  return found ? { rights: found } : { code: 'exam-no-answer' };
}

const isSame = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

function questionOf(
  segment: Segment,
  exam: Exam,
  rights: ReadonlySet<number>,
  entry: KeyEntry | undefined,
  language: Language,
): Pick<ImportedItem, 'question' | 'remarks'> {
  const remarks: Remark[] = [];
  const blocks = (lines: readonly string[]): Document => {
    const read = readMarkdown(dedented(lines));
    remarks.push(...read.remarks);
    return read.blocks;
  };
  const options: readonly FoundOption[] = exam.options.map(({ mark, lines, why }, index) => ({
    text: asLine(blocks([mark.text, ...lines])),
    right: rights.has(index),
    why: why.length === 0 ? undefined : blocks(why),
  }));
  const stem = blocks(exam.stem.map(unboldLine));
  const said = saidNumber(documentText(stem));
  // "Which two" may be answered by one option that holds two.
  const isJoint = options.every(({ text }) => /[,&、と]|\band\b/.test(lineText(text)));
  if (said !== null && said !== rights.size && !(rights.size === 1 && isJoint))
    remarks.push({ code: 'exam-choose-differs', params: { said, found: rights.size } });
  const parts = {
    title: '',
    path: segment.path,
    tags: [],
    language,
    stem,
    decides: blocks([...exam.explanation, ...(entry ? ['', entry.explanation] : [])]),
    origin: originOf(segment, exam.notes),
  };
  if (exam.other !== null)
    remarks.push({ code: 'exam-answer-other', params: { answer: exam.other.slice(0, 100) } });
  const built = buildChoice(parts, options);
  return { ...built, remarks: distinctRemarks([...remarks, ...built.remarks]) };
}

/** A whole line in bold is how some authors write a question; it says nothing more. */
const unboldLine = (text: string): string => text.replace(/^\s*\*\*([^*]+)\*\*\s*$/, '$1');

/** Lines below a list item are indented with it; as a text of their own they are not. */
function dedented(lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  const indents = rest
    .filter((text) => text.trim() !== '')
    .map((text) => text.length - text.trimStart().length);
  const indent = indents.reduce((a, b) => Math.min(a, b), 1_000);
  return [first.trimStart(), ...rest.map((text) => text.slice(indent))].join('\n').trim();
}

function originOf({ number }: Segment, notes: ReadonlyMap<string, string>) {
  return {
    format: 'exam-markdown',
    ...(number === '' ? {} : { name: number }),
    ...(notes.size === 0 ? {} : { kept: Object.fromEntries(notes) }),
  };
}
