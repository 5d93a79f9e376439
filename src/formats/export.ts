import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Language } from '#core/language.ts';
import type { Pack } from '#core/pack/model.ts';
import { lossesOfAnkiText } from './anki/losses.ts';
import { writeAnkiText } from './anki/write-text.ts';
import { writeArchive, writeDocument } from './archive.ts';
import { packAsGift } from './gift/pack.ts';
import { giftLosses } from './gift/losses.ts';
import type { Remark } from './imported.ts';
import type { Files } from './markdown/folder.ts';
import { joinFiles } from './markdown/single-file.ts';
import { moodleLosses } from './moodle-xml/losses.ts';
import { writeMoodleXml } from './moodle-xml/write.ts';
import { answersHtml } from './print/answers.ts';
import { cardsHtml } from './print/cards.ts';
import type { Print, PrintWords } from './print/page.ts';
import { paperHtml } from './print/paper.ts';
import { lossesOfQti } from './qti/losses.ts';
import { writeQti } from './qti/write-qti.ts';
import { lossesOfCsv } from './table/losses.ts';
import { writeCsv } from './table/write-csv.ts';

/** What a draft can be written as. */
export type ExportName =
  | 'folder'
  | 'markdown'
  | 'mondo'
  | 'mondo-json'
  | 'anki-text'
  | 'csv'
  | 'gift'
  | 'moodle-xml'
  | 'qti'
  | 'paper'
  | 'answers'
  | 'cards';

/** What is printed: everything, or what is kept for mock exams, or the rest. */
export type PrintedPart = 'all' | 'study' | 'reserve';

/** What is written: the source files, and the pack that they are. */
export interface Exportable {
  readonly files: Files;
  readonly pack: Pack;
  readonly language: Language;
  /** What formats without places of their own add to the words of the pack; in its language or the nearest. */
  readonly words: PrintWords;
  readonly part: PrintedPart;
  /** Papers of several variants differ in the order of options. */
  readonly variant: number;
}

interface Writer {
  /** What comes after the name of the pack. */
  readonly ending: string;
  readonly losses: (from: Exportable) => readonly Remark[];
  readonly write: (from: Exportable) => string | Uint8Array<ArrayBuffer>;
}

const MEDIA = 'media/';
const mediaOf = ({ files }: Exportable): ReadonlyMap<string, Uint8Array<ArrayBuffer>> =>
  new Map(
    [...files].flatMap(([path, content]): [string, Uint8Array<ArrayBuffer>][] =>
      path.startsWith(MEDIA) && typeof content !== 'string'
        ? [[path.slice(MEDIA.length), new Uint8Array(content)]]
        : [],
    ),
  );

const isInPart = (part: PrintedPart, isReserve: boolean): boolean =>
  part === 'all' || isReserve === (part === 'reserve');

function printOf(from: Exportable): Print {
  const { pack, part, words, language, variant } = from;
  const concepts = pack.concepts.map((concept) => ({
    ...concept,
    scenarios: concept.scenarios.filter(({ reserve }) => isInPart(part, reserve)),
  }));
  return { pack: { ...pack, concepts }, media: mediaOf(from), language, words, seed: variant };
}

const emptiness = ({ pack: { concepts } }: Print): readonly Remark[] =>
  concepts.some(({ scenarios }) => scenarios.length > 0) ? [] : [{ code: 'print-is-empty' }];

const printer = (ending: string, print: (from: Print) => string): Writer => ({
  ending,
  losses: (from) => emptiness(printOf(from)),
  write: (from) => print(printOf(from)),
});

const nothing = (): readonly Remark[] => [];
const comments = (): readonly Remark[] => [{ code: 'document-loses-comments' }];
const pictures = (from: Exportable): readonly Remark[] => {
  const count = mediaOf(from).size;
  return count === 0 ? [] : [{ code: 'text-loses-pictures', params: { count } }];
};

/** Zips know no zone: this is the first moment that they can name. */
const NO_TIME = new Date(1980, 0, 1);

function zipped({ files }: Exportable): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [path, content] of files)
    entries[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries, { mtime: NO_TIME });
}

const writers: { readonly [N in ExportName]: Writer } = {
  folder: { ending: '.zip', losses: nothing, write: zipped },
  markdown: { ending: '.md', losses: pictures, write: ({ files }) => joinFiles(files) },
  mondo: {
    ending: '.mondo',
    losses: comments,
    write: (from) => writeArchive(from.pack, mediaOf(from)),
  },
  'mondo-json': {
    ending: '.mondo.json',
    losses: (from) => [...comments(), ...pictures(from)],
    write: ({ pack }) => writeDocument(pack),
  },
  'anki-text': {
    ending: '.anki.txt',
    losses: ({ pack, language }) => lossesOfAnkiText(pack, language),
    write: ({ pack, language }) => writeAnkiText(pack, language),
  },
  csv: {
    ending: '.csv',
    losses: ({ pack }) => lossesOfCsv(pack),
    write: ({ pack }) => writeCsv(pack),
  },
  gift: {
    ending: '.gift.txt',
    losses: ({ pack, language }) => giftLosses(pack, language),
    write: ({ pack, language }) => packAsGift(pack, language),
  },
  'moodle-xml': {
    ending: '.xml',
    losses: ({ pack }) =>
      moodleLosses(pack).flatMap(({ name, remarks }) =>
        remarks.map(({ code, params }) => ({ code, params: { ...params, name } })),
      ),
    write: (from) =>
      writeMoodleXml(from.pack, { media: mediaOf(from), rightWhen: () => from.words.rightWhen }),
  },
  qti: {
    ending: '.qti.zip',
    losses: ({ pack, language }) => lossesOfQti(pack, language),
    write: (from) => writeQti(from.pack, mediaOf(from), from.language),
  },
  paper: printer('.paper.html', paperHtml),
  answers: printer('.answers.html', answersHtml),
  cards: printer('.cards.html', cardsHtml),
};

export interface Exported {
  readonly ending: string;
  /** What the format has no place for. */
  readonly losses: readonly Remark[];
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** A draft in one of the formats, with what that loses: to be said before it is handed over. */
export function exportAs(name: ExportName, from: Exportable): Exported {
  const { ending, losses, write } = writers[name];
  return { ending, losses: losses(from), content: write(from) };
}
