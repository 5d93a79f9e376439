import type { Remark } from '#formats/imported.ts';
import type { XmlElement } from '#formats/xml.ts';
import type { Bundle } from './bundle.ts';
import { found, valueOf } from './names.ts';
import type { Tests } from './tests2.ts';
import { walk1, type Found1 } from './walk1.ts';

/** One file of QTI with its items. */
export interface QtiDocument {
  readonly file: string;
  readonly title: string;
  /** The assessment's name, by which two files of the same one are known. */
  readonly ident: string;
  readonly items1: readonly Found1[];
  readonly items2: readonly XmlElement[];
  readonly remarks: readonly Remark[];
}

function documentOf(bundle: Bundle, file: string, tests: Tests): QtiDocument {
  const { roots, remarks } = bundle.parsed(file);
  const old = roots.filter(({ name }) => name === 'questestinterop' || name === 'item');
  const walked = walk1(old);
  const items2 = roots
    .filter((root) => !old.includes(root))
    .flatMap((root) => found(root, ({ name }) => name === 'assessmentItem'));
  const isInstructed = walked.isInstructed || tests.instructed.has(file);
  const count = walked.items.length + items2.length;
  const said = file === '' ? [] : remarks;
  return {
    file,
    title: walked.title,
    ident: walked.ident,
    items1: walked.items,
    items2,
    remarks: [
      ...said.map((remark) => inFile(remark, file)),
      ...(isInstructed ? [{ code: 'qti-instructions', params: { file } }] : []),
      ...(count === 0 && roots.some(isItemFile) ? [{ code: 'qti-empty', params: { file } }] : []),
    ],
  };
}

const isItemFile = ({ name }: XmlElement): boolean => name === 'questestinterop';

const inFile = (remark: Remark, file: string): Remark => ({
  ...remark,
  params: { ...remark.params, file },
});

const sizeOf = ({ items1, items2 }: QtiDocument): number => items1.length + items2.length;

/** Course packages hold a quiz twice: for all readers, and whole for their own. The fuller one is taken. */
function withoutTwins(documents: readonly QtiDocument[]): readonly QtiDocument[] {
  const fullest = new Map<string, QtiDocument>();
  for (const document of documents) {
    const other = fullest.get(document.ident);
    if (!other || sizeOf(document) > sizeOf(other)) fullest.set(document.ident, document);
  }
  return documents.map((document) => {
    const taken = fullest.get(document.ident);
    if (document.ident === '' || !taken || taken === document) return document;
    const params = { file: document.file, other: taken.file };
    return { ...document, items1: [], items2: [], remarks: [{ code: 'qti-twin', params }] };
  });
}

/** Items in a text of their own, which a test of theirs may hold: `assessmentItem` has an identifier. */
export const identOf = (item: XmlElement): string =>
  valueOf(item, 'identifier') || valueOf(item, 'ident');

export const documentsOf = (
  bundle: Bundle,
  paths: readonly string[],
  tests: Tests,
): readonly QtiDocument[] => withoutTwins(paths.map((path) => documentOf(bundle, path, tests)));
