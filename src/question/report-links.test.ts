import { expect, test } from 'vitest';
import { issueLink, mailLink } from './report-links.ts';

const report = { title: 'Mistake in a/b', body: 'Line one\nものが違う & more' };

test('a mail has the subject and the body, with the line ends of mail', () => {
  expect(mailLink({ mail: 'teacher@example.org' }, report)).toEqual({
    href: `mailto:teacher@example.org?subject=Mistake%20in%20a%2Fb&body=${encodeURIComponent('Line one\r\nものが違う & more')}`,
    isWhole: true,
  });
});

test('a mail address cannot smuggle in fields of its own', () => {
  const link = mailLink({ mail: 'a@example.org?cc=b@example.org' }, report);
  expect(link?.href).toContain('mailto:a@example.org%3Fcc%3Db@example.org?subject=');
});

test('an issue keeps what its address already has', () => {
  const link = issueLink({ issues: 'https://example.org/new?label=mistake' }, report);
  const page = new URL(link?.href ?? '');
  expect([...page.searchParams]).toEqual([
    ['label', 'mistake'],
    ['title', report.title],
    ['body', report.body],
  ]);
});

test('a report that would make the address too long is left out of it', () => {
  const long = { ...report, body: 'あ'.repeat(1000) };
  const mail = mailLink({ mail: 'a@example.org' }, long);
  const issue = issueLink({ issues: 'https://example.org/new' }, long);
  expect(mail).toEqual({
    href: 'mailto:a@example.org?subject=Mistake%20in%20a%2Fb',
    isWhole: false,
  });
  expect(issue?.href).toBe('https://example.org/new?title=Mistake+in+a%2Fb');
});

test.each([undefined, 'javascript:alert(1)', 'no address'])('%s opens no page', (issues) => {
  expect(issueLink({ ...(issues !== undefined && { issues }) }, report)).toBeNull();
});

test('no mail address, no mail', () => {
  expect(mailLink({}, report)).toBeNull();
});
