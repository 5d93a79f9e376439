import type { Language } from '#core/language.ts';
import type { ImportedItem, Remark, TellItems } from '#formats/imported.ts';
import type { XmlElement } from '#formats/xml.ts';
import type { Bundle } from './bundle.ts';
import { identOf, type QtiDocument } from './documents.ts';
import type { Draft, Told } from './draft.ts';
import { readItem1 } from './item1.ts';
import { readItem2 } from './item2.ts';
import type { Resource } from './manifest.ts';
import { valueOf } from './names.ts';
import type { Pictures } from './pictures.ts';
import { titleOf } from './asking.ts';
import { questionOf } from './question.ts';
import { createScribe, type Scribe } from './scribe.ts';
import { passagesOf, type Tests } from './tests2.ts';
import type { Found1 } from './walk1.ts';

/** What all items of one reading share. */
export interface Reading {
  readonly bundle: Bundle;
  readonly pictures: Pictures;
  readonly tests: Tests;
  readonly language: Language;
  readonly resources: ReadonlyMap<string, Resource>;
  /** How many questions a pack can hold. */
  readonly room: number;
  readonly tell: TellItems | undefined;
}

/** `en-US` and `en_us` are `en`. */
function languageOf(said: string, otherwise: Language): Language {
  const code = /^[a-z]{2,3}(?![a-z])/i.exec(said.trim())?.[0].toLowerCase();
  return code === undefined || otherwise.split('-')[0] === code ? otherwise : code;
}

/** What is told of an item besides what it asks. */
type Facts = Omit<Told, 'title' | 'ident' | 'tags' | 'language'> & { readonly language: string };

interface Head {
  readonly element: XmlElement;
  readonly file: string;
  readonly number: number;
}

function itemOf(
  { element, file, number }: Head,
  reading: Reading,
  scribe: Scribe,
  draft: Draft,
  facts: Facts,
): ImportedItem {
  const ident = identOf(element);
  const title = valueOf(element, 'title').replaceAll(/\s+/g, ' ');
  const resource = reading.resources.get(file);
  const placed = reading.tests.placed.get(file);
  const told: Told = {
    ...facts,
    title,
    ident: ident.slice(0, 200),
    language: languageOf(facts.language, reading.language),
    tags: [...new Set([...(placed?.tags ?? []), ...(resource?.tags ?? [])])],
    kept: new Map([...facts.kept, ...(resource?.kept ?? [])]),
  };
  if (!element.isWhole) scribe.say({ code: 'qti-cut' });
  const head = {
    name: titleOf(title) || ident.slice(0, 200) || String(number),
    file,
    line: element.line,
  };
  const result = questionOf(draft, told, scribe);
  if ('question' in result) return { ...head, remarks: scribe.remarks, question: result.question };
  const cut: readonly Remark[] = element.isWhole ? [] : [{ code: 'qti-cut' }];
  return { ...head, remarks: [result.refusal, ...cut] };
}

function fromVersion1(found: Found1, head: Head, reading: Reading, scribe: Scribe): ImportedItem {
  const { draft, stem, whys, decides, kept } = readItem1(found.item, found.metadata, scribe);
  const isPassage = found.isPassage && draft.kind === 'refused';
  const asks: Draft = isPassage ? { kind: 'refused', remark: { code: 'qti-passage' } } : draft;
  const topic = kept.get('cc_question_category') ?? kept.get('qmd_topic');
  const item = itemOf(head, reading, scribe, asks, {
    passage: found.passage,
    stem,
    prompt: '',
    whys,
    decides,
    path: topic === undefined ? found.path : [...found.path, topic],
    kept,
    language: found.language,
  });
  return item;
}

function fromVersion2(head: Head, reading: Reading, scribe: Scribe): ImportedItem {
  const { element, file } = head;
  const { draft, stem, prompt, whys, decides, kept } = readItem2(element, scribe);
  const placed = reading.tests.placed.get(file);
  if (placed && placed.weight !== '') kept.set('weight', placed.weight);
  return itemOf(head, reading, scribe, draft, {
    passage: passagesOf(reading.bundle, element, file),
    stem,
    prompt,
    whys,
    decides,
    path: placed?.path ?? [],
    kept,
    language: valueOf(element, 'xml:lang'),
  });
}

/** Whatever an item holds: one that cannot be read spoils no other. */
function guarded(head: Head, read: () => ImportedItem): ImportedItem {
  try {
    return read();
  } catch (error) {
    return {
      name: identOf(head.element).slice(0, 200) || String(head.number),
      file: head.file,
      line: head.element.line,
      remarks: [{ code: 'qti-failed', params: { message: String(error).slice(0, 200) } }],
    };
  }
}

const overfull = ({ element, file, number }: Head, limit: number): ImportedItem => ({
  name: identOf(element).slice(0, 200) || String(number),
  file,
  line: element.line,
  remarks: [{ code: 'qti-too-many-items', params: { limit } }],
});

/** Every item of every file, once, taken or not. */
export function itemsOf(
  documents: readonly QtiDocument[],
  reading: Reading,
): readonly ImportedItem[] {
  const count = documents.reduce(
    (sum, { items1, items2 }) => sum + items1.length + items2.length,
    0,
  );
  let number = 0;
  let taken = 0;
  return documents.flatMap(({ file, items1, items2 }) => {
    const read = (element: XmlElement, found?: Found1): ImportedItem => {
      reading.tell?.(number, count);
      number += 1;
      const head: Head = { element, file, number };
      if (taken >= reading.room) return overfull(head, reading.room);
      const scribe = createScribe((address, self) => reading.pictures.find(address, file, self));
      const item = guarded(head, () =>
        found ? fromVersion1(found, head, reading, scribe) : fromVersion2(head, reading, scribe),
      );
      if (item.question) taken += 1;
      return item;
    };
    return [
      ...items1.map((found) => read(found.item, found)),
      ...items2.map((element) => read(element)),
    ];
  });
}
