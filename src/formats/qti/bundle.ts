import { decodeText } from '#formats/decode.ts';
import type { Remark } from '#formats/imported.ts';
import { readXml, type XmlElement } from '#formats/xml.ts';
import { inVersion2 } from './names.ts';

/** The files of a package, or the one file that there is. */
export interface Bundle {
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** The elements of a file, with the names of version 2; read once. */
  parsed(path: string): Parsed;
}

interface Parsed {
  readonly roots: readonly XmlElement[];
  readonly remarks: readonly Remark[];
}

const nothing: Parsed = { roots: [], remarks: [] };

/** How far into a file its document type stands. */
const HEAD = 4_000;

/** A document type without rules of its own says nothing that is lost. */
const bareDoctype = /<!DOCTYPE[^[>]*>/;

export function createBundle(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Bundle {
  const read = new Map<string, Parsed>();
  return {
    files,
    parsed(path) {
      const known = read.get(path);
      if (known) return known;
      const bytes = files.get(path);
      const parsed = bytes ? parse(decodeText(bytes).text) : nothing;
      read.set(path, parsed);
      return parsed;
    },
  };
}

function parse(text: string): Parsed {
  const { roots, remarks } = readXml(text);
  const isBare = bareDoctype.test(text.slice(0, HEAD));
  return {
    roots: text.includes('qti-') ? roots.map(inVersion2) : roots,
    remarks: remarks.filter(({ code }) => !(isBare && code === 'xml-doctype')),
  };
}

/** An address within a package, as seen from a file of it; null when it leads elsewhere. */
export function resolved(address: string, from: string): string | null {
  if (/^[a-z][a-z\d+.-]*:/i.test(address) || address.startsWith('//')) return null;
  const path = unescaped(address.replaceAll('\\', '/').replace(/[?#].*$/, ''));
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const steps: string[] = [];
  for (const step of [...folder, ...path.split('/')]) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Percent signs that escape nothing are left alone. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
