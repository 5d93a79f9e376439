/** The files of a small pack without a problem of form, for tests to spoil. */
const packYaml = `uid: abcdefgh1234
version: 1.0.0
released: 2026-11-20
languages: [en, ja]
title: { en: Small, ja: 小 }
summary: { en: A small pack., ja: 小さな問題集。 }
authors: [{ name: Somebody }]
licence: CC0-1.0
domains:
  - { id: nights, title: { en: Nights, ja: 夜 }, weight: 100 }
terms:
  lamp: { en: lamp, ja: ランプ }
`;

const concept = `---
domain: nights
---
# en
## Night work
Be quiet.
# ja
## 夜の仕事
静かに。
`;

const scenario = `---
kind: single
checked: { on: 2026-11-20, how: live }
references:
  - { id: page, url: https://example.org/, title: A page }
---
# en
It is ==dark== here.

## What helps?

- [x] (lamp) A lamp {=lamp}
  > It shines.
- [ ] (rope) A rope
  > It does not shine.
  >> somebody fell

## !
It is dark.

# ja
ここは ==暗い== です。

## 何が役立ちますか。

- (lamp) ランプ
  > 光ります。
- (rope) ロープ
  > 光りません。
  >> 誰かが落ちたとき

## !
暗いからです。
`;

const note = `---
checked: { on: 2026-11-20, how: live }
claims:
  1: { verdict: holds }
---
# en
## A note
Some words.

- (1) Night is dark.
# ja
## ノート
説明です。

- (1) 夜は暗い。
`;

const sharedCase = `---
{}
---
# en
## A pier
It is long.
# ja
## 桟橋
長い桟橋です。
`;

export const smallPack: ReadonlyMap<string, string> = new Map([
  ['pack.yaml', packYaml],
  ['concepts/work/concept.md', concept],
  ['concepts/work/night.md', scenario],
  ['notes/note.md', note],
  ['cases/pier.md', sharedCase],
]);

/** The small pack with another text in one file. */
export const withFile = (
  file: string,
  change: (text: string) => string,
): ReadonlyMap<string, string> =>
  new Map([...smallPack, [file, change(smallPack.get(file) ?? '')]]);
