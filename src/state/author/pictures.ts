import type { DraftFiles } from '#core/author/history.ts';
import type { Language } from '#core/language.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Remark } from '#formats/imported.ts';
import {
  editPicture,
  pictureSource,
  picturesOf,
  type PictureEdit,
  type ShownPicture,
} from '#formats/markdown/edit-pictures.ts';
import { applyPatches } from '#formats/markdown/patch.ts';
import { addPicture } from '#formats/picture.ts';
import {
  conceptFields,
  editedConcept,
  editedNote,
  editedScenario,
  caseFields,
  noteFields,
  scenarioFields,
} from './form.ts';

/** A text of a file to which a picture can be added: that of a concept, case or note is its body. */
export interface PictureRoom {
  readonly text: 'situation' | 'decides' | 'body';
  readonly language: Language;
}

export interface NewPicture {
  /** As the file was called. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly alt: string;
  readonly room: PictureRoom;
}

/** Why a picture was not taken: its kind or size, or a text in which it has no place. */
export type PictureRefused = Remark | 'no-place';

const MEDIA = 'media/';

const textOf = (files: DraftFiles, file: string): string => {
  const content = files.get(file);
  return typeof content === 'string' ? content : '';
};

export const picturesIn = (files: DraftFiles, file: string): readonly ShownPicture[] =>
  picturesOf(textOf(files, file));

function heldIn(files: DraftFiles): Map<string, Uint8Array<ArrayBuffer>> {
  return new Map(
    [...files].flatMap(([path, content]): [string, Uint8Array<ArrayBuffer>][] =>
      path.startsWith(MEDIA) && typeof content !== 'string'
        ? [[path.slice(MEDIA.length), new Uint8Array(content)]]
        : [],
    ),
  );
}

/** The files with a picture among them under a name of its own, and that name. */
function withBytes(files: DraftFiles, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const added = addPicture(heldIn(files), name, bytes);
  if (typeof added !== 'string') return err(added);
  const path = `${MEDIA}${added}`;
  const next: DraftFiles = files.has(path) ? files : new Map(files).set(path, bytes);
  return ok({ name: added, files: next });
}

/** Without a picture that no text shows any longer. */
function swept(files: DraftFiles, name: string): DraftFiles {
  const path = `${MEDIA}${name}`;
  const isShown = [...files.values()].some(
    (content) => typeof content === 'string' && content.includes(path),
  );
  if (isShown) return files;
  return new Map([...files].filter(([other]) => other !== path));
}

const isNote = (file: string): boolean => file.startsWith('notes/');
const isScenario = (file: string): boolean =>
  file.startsWith('concepts/') && !file.endsWith('/concept.md');

/** The texts of a file that a picture can be added to. */
export function pictureRooms(file: string, languages: readonly Language[]): readonly PictureRoom[] {
  const texts = isScenario(file) ? (['situation', 'decides'] as const) : (['body'] as const);
  return languages.flatMap((language) => texts.map((text) => ({ text, language })));
}

const behind = (text: string, added: string): string =>
  text.trim() === '' ? added : `${text}\n\n${added}`;

/** The source of a file with a paragraph more in one of its texts. */
function withParagraph(
  file: string,
  source: string,
  languages: readonly Language[],
  { text, language }: PictureRoom,
  added: string,
): string | null {
  if (isScenario(file)) {
    const fields = scenarioFields(source, languages);
    const edit = text === 'decides' ? 'decides' : 'situation';
    const next = behind(fields[edit][language] ?? '', added);
    return editedScenario(source, languages, [{ edit, language, source: next }]);
  }
  if (isNote(file)) {
    const [first] = noteFields(source, languages).body[language] ?? [];
    const before = first?.type === 'text' ? first.source : '';
    const next = behind(before, added);
    return editedNote(source, languages, { edit: 'text', language, run: 0, source: next });
  }
  const fields = file.startsWith('cases/') ? caseFields : conceptFields;
  const next = behind(fields(source, languages).body[language] ?? '', added);
  return editedConcept(source, languages, { edit: 'body', language, source: next });
}

/** The files with a picture at the end of a text. */
export function withPicture(
  files: DraftFiles,
  file: string,
  languages: readonly Language[],
  { name, bytes, alt, room }: NewPicture,
): Result<DraftFiles, PictureRefused> {
  const held = withBytes(files, name, bytes);
  if (!held.ok) return held;
  const added = pictureSource({ name: held.value.name, alt });
  const source = withParagraph(file, textOf(files, file), languages, room, added);
  if (source === null || picturesOf(source).length === picturesIn(files, file).length)
    return err('no-place');
  return ok(new Map(held.value.files).set(file, source));
}

function edited(
  files: DraftFiles,
  file: string,
  place: number,
  edit: PictureEdit,
): DraftFiles | null {
  const source = textOf(files, file);
  const patches = editPicture(source, place, edit);
  return patches.ok ? new Map(files).set(file, applyPatches(source, patches.value)) : null;
}

/** The files with other words for a picture; `null` where they have no place. */
export const withAlt = (
  files: DraftFiles,
  file: string,
  place: number,
  alt: string,
): DraftFiles | null => edited(files, file, place, { edit: 'alt', alt });

/** The files without a picture in a text, and without its bytes when nothing shows them any longer. */
export function withoutPicture(files: DraftFiles, file: string, place: number): DraftFiles | null {
  const picture = picturesIn(files, file)[place];
  const next = picture ? edited(files, file, place, { edit: 'remove' }) : null;
  return next && picture ? swept(next, picture.name) : null;
}

/** The files with another picture wherever this file shows one. */
export function withReplaced(
  files: DraftFiles,
  file: string,
  former: string,
  { name, bytes }: Pick<NewPicture, 'name' | 'bytes'>,
): Result<DraftFiles, PictureRefused> {
  const held = withBytes(files, name, bytes);
  if (!held.ok) return held;
  const { name: fresh } = held.value;
  const next = picturesIn(files, file).reduce<DraftFiles | null>(
    (now, picture, place) =>
      picture.name === former && now !== null
        ? edited(now, file, place, { edit: 'name', name: fresh })
        : now,
    held.value.files,
  );
  if (next === null) return err('no-place');
  return ok(fresh === former ? next : swept(next, former));
}
