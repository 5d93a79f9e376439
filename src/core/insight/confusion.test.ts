import { describe, expect, test } from 'vitest';
import type { Event } from '#core/journal/event.ts';
import { replay } from '#core/journal/learner.ts';
import type { PackKeys } from '#core/pack/library.ts';
import { answered, noon, samplePack } from '#core/study/sample.ts';
import { confusions } from './confusion.ts';

const library = [samplePack({ concepts: 4 })];
const keys: PackKeys = {
  uid: 'pack',
  scenarios: [
    {
      concept: 'c0',
      id: 's0',
      options: [
        { id: 'a', right: true, standsFor: 'proxy' },
        { id: 'b', right: false, standsFor: 'acl' },
        { id: 'c', right: false, standsFor: 'proxy' },
        { id: 'd', right: false },
      ],
    },
    {
      concept: 'c0',
      id: 's1',
      options: [
        { id: 'a', right: true, standsFor: 'proxy' },
        { id: 'b', right: true, standsFor: 'firewall' },
        { id: 'c', right: false, standsFor: 'acl' },
      ],
    },
    { concept: 'c2', id: 's0', options: [{ id: 'a', right: true, standsFor: 'acl' }] },
  ],
};

const single = (seq: number, chosen: string): Event =>
  answered(seq, noon(100 + seq), { right: false, response: { kind: 'single', chosen } });
const multiple = (seq: number, ...chosen: string[]): Event =>
  answered(seq, noon(100 + seq), {
    scenario: 's1',
    right: false,
    response: { kind: 'multiple', chosen },
  });
const found = (...events: Event[]) => confusions(replay(events), library, [keys]);

describe('confusions', () => {
  test('are what was chosen for what was right, the most frequent first', () => {
    expect(found(single(1, 'b'), multiple(2, 'a', 'c'), single(3, 'b'))).toEqual([
      {
        pack: 'pack',
        right: 'proxy',
        taken: 'acl',
        times: 2,
        lastDay: 103,
        concepts: ['pack/c0'],
        contrasts: ['pack/c2'],
      },
      {
        pack: 'pack',
        right: 'firewall',
        taken: 'acl',
        times: 1,
        lastDay: 102,
        concepts: ['pack/c0'],
        contrasts: ['pack/c2'],
      },
    ]);
  });

  test('are none where the option stands for nothing, or for the same', () => {
    expect(found(single(1, 'd'), single(2, 'c'))).toEqual([]);
  });

  test('are none of right answers, "I don\'t know", unknown options, or without keys', () => {
    const dontKnow = answered(1, noon(101), { right: false, response: null, confidence: null });
    expect(found(dontKnow, answered(2, noon(102)), single(3, 'gone'))).toEqual([]);
    expect(confusions(replay([single(1, 'b')]), library, [])).toEqual([]);
  });

  test('go when what is right changes', () => {
    const old = { ...single(1, 'b'), keyRev: 'k0' } as const;
    expect(found(old)).toEqual([]);
  });
});
