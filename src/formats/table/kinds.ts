import type { KindName } from '#core/pack/model.ts';

/** What the cell of a kind means; `choice`: one or several, as the answer says; `none`: nothing that can be marked. */
export type TableKind =
  | 'choice'
  | 'single'
  | 'multiple'
  | 'truth'
  | 'statements'
  | 'ordering'
  | 'matching'
  | 'short'
  | 'exact'
  | 'none';

const kinds: readonly (readonly [TableKind, string])[] = [
  [
    'choice',
    'mc mcq multiplechoice choice choices quiz radio dropdown singlechoice single sc mc14 bestanswer 択一 択一式 単一選択 選択 選択式 四択 多肢選択 単一',
  ],
  [
    'multiple',
    'multiple ma msq checkbox checkboxes multipleanswer multipleanswers multipleresponse multiselect multipleselect multiplecorrect 複数選択 複数 複数回答',
  ],
  ['truth', 'tf truefalse trueorfalse boolean yesno 正誤 正誤問題 マルバツ'],
  ['statements', 'kprim kprime'],
  ['ordering', 'ordering order reorder ord sequence sequencing ranking 並べ替え 並び替え 順序'],
  ['matching', 'matching match mat pairs 組み合わせ 組合せ マッチング'],
  [
    'short',
    'short shortanswer fillintheblank fillintheblanks fillinblank fillblank fib blank cloze text textentry identification numeric number num typeanswer typetheanswer 穴埋め 短答 短答式 記入 入力 数値',
  ],
  ['exact', 'shortexact'],
  [
    'none',
    'openended open essay ess poll survey draw drawing wordcloud slide paragraph longanswer longtext opinion linearscale scale fileupload brainstorm 論述 自由記述 記述 アンケート',
  ],
];
const byName: ReadonlyMap<string, TableKind> = new Map(
  kinds.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
);

/** Null: the cell says nothing that is known. */
export function kindOf(cell: string): TableKind | null {
  const name = cell
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '');
  return byName.get(name) ?? null;
}

/** What a kind is called in the tables that we write. */
export const kindCell = (kind: KindName, isExact: boolean): string =>
  kind === 'short' && isExact ? 'short-exact' : kind;
