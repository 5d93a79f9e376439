import { type XmlElement, type XmlNode } from '#formats/xml.ts';

const PREFIX = 'qti-';

const camel = (name: string): string =>
  name.replaceAll(/-([a-z\d])/g, (_all, letter: string) => letter.toUpperCase());

/** The names of version 2 for those of version 3: `qti-item-body` is `itemBody`, `max-choices` is `maxChoices`. */
export function inVersion2(element: XmlElement): XmlElement {
  const isQti = element.name.startsWith(PREFIX);
  return {
    ...element,
    name: isQti ? camel(element.name.slice(PREFIX.length)) : element.name,
    attributes: isQti
      ? new Map([...element.attributes].map(([key, value]) => [camel(key), value]))
      : element.attributes,
    children: element.children.map((node): XmlNode =>
      typeof node === 'string' ? node : inVersion2(node),
    ),
  };
}

/** A value of an attribute, trimmed; empty when there is none. */
export const valueOf = (element: XmlElement, name: string): string =>
  element.attributes.get(name)?.trim() ?? '';

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** This element and all below it, in the order of the file, that pass; nothing within one that passes. */
export function found(
  element: XmlElement,
  passes: (element: XmlElement) => boolean,
): readonly XmlElement[] {
  if (passes(element)) return [element];
  return element.children.filter(isElement).flatMap((child) => found(child, passes));
}
