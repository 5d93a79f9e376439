// One section of a page of results, between two marks; the others stay as they are.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export function writeSection(file, head, name, text) {
  const begin = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const page = existsSync(file) ? readFileSync(file, 'utf8') : `${head}\n`;
  const section = `${begin}\n\n${text}\n\n${end}`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  const changed =
    from < 0
      ? `${page}\n${section}\n`
      : page.slice(0, from) + section + page.slice(to + end.length);
  writeFileSync(file, changed);
}
