import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Document } from '#core/pack/document.ts';
import { RichLine, RichText } from './RichText.tsx';

const all: Document = [
  {
    type: 'paragraph',
    children: [
      'plain ',
      { type: 'emphasis', children: ['slanted'] },
      { type: 'strong', children: ['heavy'] },
      { type: 'mark', children: ['decides'] },
      { type: 'code', text: '<script>' },
      { type: 'link', url: 'https://example.org/', children: ['there'] },
      { type: 'image', source: 'map.png', alt: 'a map' },
    ],
  },
  {
    type: 'list',
    ordered: true,
    items: [[{ type: 'paragraph', children: ['one'] }], [{ type: 'code', text: 'two' }]],
  },
  { type: 'table', head: [['Name'], ['Value']], rows: [[['a'], ['1']]] },
];

test('each node of the tree has one element', () => {
  const { container } = render(<RichText document={all} mediaUrl={(name) => `media/${name}`} />);
  const tags = [...container.querySelectorAll('*')].map((element) => element.localName);
  expect(tags.join(' ')).toBe(
    'div p em strong code a img ol li li pre code table thead tr th th tbody tr td td',
  );
});

test('words that decide are marked only when asked for', () => {
  const { container, rerender } = render(<RichText document={all} />);
  expect(container.querySelector('mark')).toBeNull();
  rerender(<RichText document={all} marked />);
  expect(container.querySelector('mark')?.textContent).toBe('decides');
});

test('a link opens apart and tells nothing of us', () => {
  render(<RichText document={all} />);
  const link = screen.getByRole('link', { name: 'there' });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noreferrer noopener');
});

test('a picture has its address and words; without an address the words stand in', () => {
  const { rerender } = render(<RichText document={all} mediaUrl={(name) => `media/${name}`} />);
  expect(screen.getByRole('img', { name: 'a map' }).getAttribute('src')).toBe('media/map.png');
  rerender(<RichText document={all} mediaUrl={() => undefined} />);
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText('a map')).toBeTruthy();
});

test('text that looks like markup stays text', () => {
  render(<RichLine line={['<b>bold</b> & ', { type: 'code', text: '<i>' }]} lang="en" />);
  expect(screen.getByText(/<b>bold<\/b> &/).getAttribute('lang')).toBe('en');
});
