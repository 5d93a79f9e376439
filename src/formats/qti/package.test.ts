import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Imported } from '#formats/imported.ts';
import {
  choice2,
  codes,
  condition,
  equal,
  item2,
  labels,
  material,
  questionIn,
  readPackage,
  response,
  version1,
} from './sample-qti.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const jpg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const gif = strToU8('GIF89a.....');

const item = (title: string, body = '<p>Dark.</p>', more = ''): string =>
  item2(response('single', 'identifier', ['a']) + more, `${body}${choice2(['a', 'b'])}`).replace(
    'title="A lamp"',
    `title="${title}"`,
  );

const resource = (href: string, type = 'imsqti_item_xmlv2p1', inside = ''): string =>
  `<resource identifier="${href}" type="${type}" href="${href}">${inside}<file href="${href}"/></resource>`;

const manifest = (resources: string, more = ''): string =>
  `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM" identifier="m">${more}<organizations/><resources>${resources}</resources></manifest>`;

const names = ({ items }: Imported) => items.map(({ name }) => name);

describe('the files of a package', () => {
  test('are read in the order of the manifest, then by name, and the rest is reported', () => {
    const found = readPackage({
      'a/one.xml': item('One'),
      'b/two.xml': item('Two'),
      'stray.xml': item('Stray'),
      'style.css': 'p{}',
      'imsmanifest.xml': manifest(
        resource('b/two.xml') + resource('a/one.xml') + resource('b/two.xml'),
      ),
    });
    expect(names(found)).toEqual(['Two', 'One', 'Stray']);
    expect(found.items.map(({ file }) => file)).toEqual(['b/two.xml', 'a/one.xml', 'stray.xml']);
    expect(found.remarks).toEqual([{ code: 'qti-not-listed', params: { file: 'stray.xml' } }]);
  });

  test('that are listed and not there are items that could not be taken', () => {
    const found = readPackage({
      'one.xml': item('One'),
      'imsmanifest.xml': manifest(resource('one.xml') + resource('gone.xml')),
    });
    expect(found.items.map((each) => [each.name, codes(each)])).toEqual([
      ['One', []],
      ['gone.xml', ['qti-missing-file']],
    ]);
  });

  test('are found in the folder of the manifest, by xml:base, and under the names of other producers', () => {
    const found = readPackage({
      'export/items/one.xml': item('One'),
      'export/res00002.dat': version1(v1Item('Two')),
      'export/imsmanifest.xml': manifest(
        `<resource identifier="r" type="imsqti_item_xmlv2p1" xml:base="items/" href="one.xml"/><resource identifier="res00002" type="assessment/x-bb-qti-pool" bb:file="res00002.dat" bb:title="Pool" xml:base="res00002"/>`,
      ),
    });
    expect(names(found)).toEqual(['One', 'Two']);
    expect(found.remarks).toEqual([]);
  });

  test('are all read when there is no manifest', () => {
    const found = readPackage({ 'two.xml': item('Two'), 'one.xml': item('One') });
    expect(names(found)).toEqual(['One', 'Two']);
    expect(found.remarks).toEqual([{ code: 'qti-no-manifest' }]);
  });

  test('a quiz that a cartridge holds twice is read once, from the fuller file', () => {
    const found = readPackage({
      'g1/assessment_qti.xml': version1(v1Item('One')),
      'non_cc_assessments/g1.xml.qti': version1(v1Item('One') + v1Item('Two')),
      'g1/assessment_meta.xml': '<quiz xmlns="http://canvas.instructure.com/xsd/cccv1p0"/>',
      'imsmanifest.xml': manifest(
        resource('g1/assessment_qti.xml', 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment') +
          resource(
            'g1/assessment_meta.xml',
            'associatedcontent',
            '<file href="non_cc_assessments/g1.xml.qti"/>',
          ),
      ),
    });
    expect(found.items.map(({ file }) => file)).toEqual([
      'non_cc_assessments/g1.xml.qti',
      'non_cc_assessments/g1.xml.qti',
    ]);
    expect(found.remarks.map(({ code }) => code)).toEqual(['qti-twin']);
  });

  test('quizzes that a program has given the same name stay two', () => {
    const found = readPackage({
      'a.xml': version1(v1Item('One')),
      'b.xml': version1(v1Item('Two')),
    });
    expect(names(found)).toEqual(['One', 'Two']);
  });

  test('that are broken are named with the remark', () => {
    const found = readPackage({
      'one.xml': item('One').replace('</itemBody>', ''),
      'two.xml': item('Two'),
    });
    expect(names(found)).toEqual(['One', 'Two']);
    expect(found.remarks).toContainEqual(
      expect.objectContaining({
        code: 'xml-broken',
        params: expect.objectContaining({ file: 'one.xml' }) as unknown,
      }),
    );
  });
});

function v1Item(title: string): string {
  return `<item ident="${title}" title="${title}"><presentation>${material('<p>What?</p>')}<response_lid ident="r">${labels('a', 'b')}</response_lid></presentation><resprocessing>${condition(equal('r', 'a'), 1)}</resprocessing></item>`;
}

const test21 = (inside: string): string =>
  `<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="Harbour test"><testPart identifier="p">${inside}</testPart></assessmentTest>`;

describe('a test', () => {
  test('gives its items the path of their sections, categories and weights', () => {
    const found = readPackage({
      'tests/t.xml': test21(
        '<assessmentSection identifier="s" title="Lamps" visible="true"><assessmentItemRef identifier="i" href="../one.xml" category="night sea"><weight identifier="W" value="2"/></assessmentItemRef><assessmentItemRef identifier="j" href="gone.xml"/></assessmentSection>',
      ),
      'one.xml': item('One'),
      'imsmanifest.xml': manifest(
        resource('tests/t.xml', 'imsqti_test_xmlv2p1') + resource('one.xml'),
      ),
    });
    expect(found.title).toBe('Harbour test');
    const [one, gone] = found.items;
    expect(one?.question).toMatchObject({
      path: ['Harbour test', 'Lamps'],
      tags: ['night', 'sea'],
      origin: { kept: { weight: '2' } },
    });
    expect(gone).toMatchObject({
      name: 'tests/gone.xml',
      file: 'tests/t.xml',
      remarks: [{ code: 'qti-missing-file' }],
    });
  });

  test('whose sections lead back to themselves is read once', () => {
    const loop = '<assessmentSectionRef identifier="r" href="s.xml"/>';
    const found = readPackage({
      't.xml': test21(loop),
      's.xml': `<assessmentSection identifier="s" title="Loop" visible="true"><assessmentItemRef identifier="i" href="one.xml"/>${loop}</assessmentSection>`,
      'one.xml': item('One'),
    });
    expect(found.items[0]?.question?.path).toEqual(['Harbour test', 'Loop']);
  });

  test('with words for the whole says that they were left out', () => {
    const found = readPackage({
      't.xml': test21(
        '<assessmentSection identifier="s" title="S" visible="true"><rubricBlock view="candidate"><p>Be quick.</p></rubricBlock></assessmentSection>',
      ),
      'one.xml': item('One'),
    });
    expect(found.remarks).toContainEqual({ code: 'qti-instructions', params: { file: 't.xml' } });
  });
});

test('a passage of a file of its own stands before each item that refers to it', () => {
  const reference = '<qti-assessment-stimulus-ref identifier="s" href="../passages/night.xml"/>';
  const found = readPackage({
    'items/one.xml': item('One', '<p>Dark.</p>', reference),
    'items/two.xml': item(
      'Two',
      '',
      '<assessmentStimulusRef identifier="s" href="../passages/gone.xml"/>',
    ),
    'passages/night.xml': `<qti-assessment-stimulus xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="s" title="Night">${reference}<qti-stimulus-body><p>It was night. <img src="../img/k.png" alt="A key"/></p></qti-stimulus-body></qti-assessment-stimulus>`,
    'img/k.png': png,
  });
  expect(found.items.map((each) => questionIn(each).text['en']?.situation.length)).toEqual([2, 0]);
  expect(
    questionIn(found.items[0] ?? { name: '', file: '', line: 1, remarks: [] }).text['en']
      ?.situation[0],
  ).toEqual({
    type: 'paragraph',
    children: ['It was night. ', { type: 'image', source: 'k.png', alt: 'A key' }],
  });
});

test('keywords and taxons of the manifest become tags, its title that of the file', () => {
  const lom =
    '<metadata><imsmd:lom><imsmd:general><imsmd:keyword><imsmd:string>sea</imsmd:string></imsmd:keyword></imsmd:general><imsmd:classification><imsmd:taxonPath><imsmd:taxon><imsmd:entry><imsmd:string>lamps</imsmd:string><imsmd:string>ランプ</imsmd:string></imsmd:entry></imsmd:taxon></imsmd:taxonPath></imsmd:classification></imsmd:lom></metadata>';
  const title =
    '<metadata><imsmd:lom><imsmd:general><imsmd:title><imsmd:string>Night</imsmd:string></imsmd:title></imsmd:general></imsmd:lom></metadata>';
  const found = readPackage({
    'one.xml': item('One'),
    'imsmanifest.xml': manifest(resource('one.xml', 'imsqti_item_xmlv2p1', lom), title),
  });
  expect([found.title, found.items[0]?.question?.tags]).toEqual(['Night', ['sea', 'lamps']]);
});

describe('pictures', () => {
  const shown = (body: string, files: Readonly<Record<string, Uint8Array>> = {}) =>
    readPackage({ 'items/one.xml': item('One', body), ...files });

  test('are taken along once, under a safe name with the right ending', () => {
    const found = shown(
      '<p><img src="../img/My%20Map.gif?x=1" alt="M"/><img src="../img/My Map.gif" alt="N"/><object type="image/png" data="/other/My Map.gif">O</object></p>',
      { 'img/My Map.gif': png, 'other/My Map.gif': jpg },
    );
    expect([...found.media.keys()]).toEqual(['My-Map.png', 'My-Map.jpg']);
    expect(found.items[0]?.remarks).toEqual([]);
    expect(JSON.stringify(found.items[0]?.question?.text['en']?.situation)).toContain(
      '"source":"My-Map.jpg","alt":"O"',
    );
  });

  test('with the same name in two folders stay two', () => {
    const found = shown('<p><img src="../a/k.png" alt="A"/><img src="../b/k.png" alt="B"/></p>', {
      'a/k.png': png,
      'b/k.png': new Uint8Array([...png, 2]),
    });
    expect([...found.media.keys()]).toEqual(['k.png', 'k-2.png']);
  });

  test('of another kind, too large, from elsewhere or missing are said so, each in its own words', () => {
    const large = new Uint8Array(1_000_001);
    large.set(png);
    const found = shown(
      '<p><img src="../a.gif"/><img src="../large.png"/><img src="https://example.org/x.png"/><img src="gone.png"/></p>',
      { 'a.gif': gif, 'large.png': large },
    );
    expect(
      found.items[0]?.remarks.map(({ code, params }) => [
        code,
        params?.['address'] ?? params?.['name'],
      ]),
    ).toEqual([
      ['picture-kind', 'a.gif'],
      ['picture-too-large', 'large.png'],
      ['image-lost', 'https://example.org/x.png'],
      ['image-lost', 'gone.png'],
    ]);
    expect(found.media.size).toBe(0);
  });

  test('within the text are taken when their bytes are those of a picture', () => {
    const data = btoa(String.fromCharCode(...png));
    const found = shown(
      `<p><img src="data:image/png;base64,${data}" alt="K"/><img src="data:image/png;base64,PHN2Zz4=" alt="S"/></p>`,
    );
    expect([...found.media.keys()]).toEqual(['picture.png']);
    expect(codes(found.items[0] ?? { name: '', file: '', line: 1, remarks: [] })).toEqual([
      'picture-kind',
    ]);
  });

  test.each([
    [
      '$IMS-CC-FILEBASE$/Uploaded Media/k.png?canvas_download=1',
      'web_resources/Uploaded Media/k.png',
    ],
    ['%24IMS-CC-FILEBASE%24/k.png', 'web_resources/k.png'],
    ['@X@EmbeddedFile.requestUrlStub@X@bbcswebdav/xid-12_1', 'csfiles/home_dir/k__xid-12_1.png'],
  ])('by the tokens of learning platforms: %s', (address, path) => {
    const text = `<item ident="i"><presentation>${material(`<p>What? <img src="${address}" alt="K"></p>`)}<response_lid ident="r">${labels('a', 'b')}</response_lid></presentation><resprocessing>${condition(equal('r', 'a'), 1)}</resprocessing></item>`;
    const found = readPackage({ 'g/one.xml': version1(text), [path]: png });
    expect([found.items[0]?.remarks, found.media.size]).toEqual([[], 1]);
  });
});
