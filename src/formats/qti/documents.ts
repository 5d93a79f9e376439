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

/** Where one platform puts its own files beside those for all readers. */
const isOwn = ({ file }: QtiDocument): boolean => file.includes('non_cc_assessments/');

/** The other file of the same quiz; names of quizzes alone say nothing, for some programs call all of them alike. */
const twinIn = (
  documents: readonly QtiDocument[],
): ((one: QtiDocument) => QtiDocument | undefined) => {
  const own = new Map(documents.filter(isOwn).map((each) => [each.ident, each]));
  const open = new Map(documents.filter((each) => !isOwn(each)).map((each) => [each.ident, each]));
  return (one) => (one.ident === '' ? undefined : (isOwn(one) ? open : own).get(one.ident));
};

/** Course packages hold a quiz twice: for all readers, and whole for their own. The fuller one is taken. */
function withoutTwins(documents: readonly QtiDocument[]): readonly QtiDocument[] {
  const twinOf = twinIn(documents);
  return documents.map((document) => {
    const twin = twinOf(document);
    const isLess =
      twin &&
      (isOwn(document) ? sizeOf(document) < sizeOf(twin) : sizeOf(document) <= sizeOf(twin));
    if (!twin || isLess !== true) return document;
    const params = { file: document.file, other: twin.file };
    return { ...document, items1: [], items2: [], remarks: [{ code: 'qti-twin', params }] };
  });
}

/** What the file calls an item. */
export const identOf = (item: XmlElement): string =>
  valueOf(item, 'identifier') || valueOf(item, 'ident');

export const documentsOf = (
  bundle: Bundle,
  paths: readonly string[],
  tests: Tests,
): readonly QtiDocument[] => withoutTwins(paths.map((path) => documentOf(bundle, path, tests)));
