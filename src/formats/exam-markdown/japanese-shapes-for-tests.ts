/** The shapes of Japanese authors; see `shapes-for-tests.ts`. */
export const japaneseShapes = {
  /** Japanese: the number and the question in bold, answer and explanation in bold below. */
  boldJapanese: `## クイズ

<!-- QUIZ:START -->
**Q1. 塩辛い水はどれですか？**

- A) 海水
- B) 水道水

**正解: A**
**解説:** 水が蒸発しても塩は残ります。

**Q2. 冷たいものを 2 つ選んでください。**

- A) 氷
- B) 湯気
- C) 雪

**正解: A、C**
<!-- QUIZ:END -->
`,
  /** Japanese: a situation with a list of its own, options in details, a reason for each option behind the answer. */
  situationJapanese: `### 問題1

ある港では、次のことを調べたいと考えています。

1. 水の温度
2. 塩の濃さ

最適な道具はどれですか？

<details>
<summary>選択肢を見る</summary>

A. 温度計

B. 塩分計付きの温度計

</details>

<details>
<summary>正解と解説を見る</summary>

**正解: B**

両方を一度に測れます。

- A: 塩の濃さは測れません

</details>
`,
  /** Japanese: a plain list, the answer under a heading of its own. */
  headedJapanese: `## 理解度チェック

1. 塩辛い水はどれですか？
   - A. 水道水
   - B. 海水

#### 答え

正解: B

塩が溶けているためです。

2. 冷たいものはどれですか？
   - ア. 湯気
   - イ. 氷

#### 答え

正解: イ

## 次に進む

次の章へ。
`,
} as const;
