import type { FindImage } from '#formats/html.ts';
import type { Remark } from '#formats/imported.ts';
import { decodeBase64 } from '#formats/base64.ts';
import { addPicture, type Pictures } from '#formats/picture.ts';
import { outermost, textOf, type XmlElement } from '#formats/xml.ts';

/** Files of one question that its texts may show. */
export interface Files {
  readonly all: readonly XmlElement[];
  readonly shown: Set<XmlElement>;
}

export const filesOf = (question: XmlElement): Files => ({
  all: outermost([question], 'file'),
  shown: new Set(),
});

interface Place {
  readonly files: Files;
  readonly pictures: Pictures;
  readonly remarks: Remark[];
}

const PLUGINFILE = '@@PLUGINFILE@@';

const nameOf = (file: XmlElement): string => file.attributes.get('name') ?? '';
const pathOf = (file: XmlElement): string =>
  `${file.attributes.get('path') ?? '/'}/${nameOf(file)}`.replaceAll(/\/+/g, '/');

function decoded(address: string): string {
  const path = address.slice(PLUGINFILE.length).replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function take({ pictures, remarks }: Place, name: string, base64: string): string | null {
  const bytes = decodeBase64(base64);
  const taken = bytes
    ? addPicture(pictures, name, bytes)
    : { code: 'picture-broken', params: { name: name.slice(0, 200) } };
  if (typeof taken === 'string') return taken;
  remarks.push(taken);
  return null;
}

const dataAddress = /^data:image\/[\w.+-]{1,40};base64,/i;

/** Finds the pictures of a text: those attached to it, else to another of the question, or within the address. */
export function imagesOf(place: Place, element: XmlElement | undefined): FindImage {
  return (address) => {
    const data = dataAddress.exec(address);
    if (data) return take(place, 'picture', address.slice(data[0].length));
    if (!address.startsWith(PLUGINFILE)) return null;
    const path = decoded(address);
    const { all, shown } = place.files;
    const found =
      element?.children.find(
        (node): node is XmlElement =>
          typeof node !== 'string' && node.name === 'file' && pathOf(node) === path,
      ) ?? all.find((file) => pathOf(file) === path);
    if (!found) return null;
    shown.add(found);
    return take(place, nameOf(found), textOf(found));
  };
}

/** Files that no text shows as a picture. */
export const filesLeft = ({ all, shown }: Files): readonly Remark[] =>
  all
    .filter((file) => !shown.has(file))
    .map((file) => ({ code: 'moodle-file', params: { name: nameOf(file).slice(0, 200) } }));
