import { japaneseShapes } from './japanese-shapes-for-tests.ts';

/**
 * The shapes in which public repositories hold exam questions, each in words of our own.
 * What was seen is said above each; the names say what tells it from the others.
 */
export const shapes = {
  ...japaneseShapes,
  /** Lists in lists, the answer hidden in indented details; now and then the first option on the line of the question. */
  details: `---
layout: exam
---

# Practice 1

1. Which sea is salty?
    - A. Red Sea.
    - B. Tap water.

    <details markdown=1><summary markdown='span'>Answer</summary>
      Correct answer: A
    </details>

2. Which are cold? (Choose TWO)    - A. Ice.
    - B. Steam.
    - C. Snow.

    <details markdown=1><summary markdown="span">Answer</summary>

    Correct Answer: AC

    Explanation: <https://example.org/cold>

    </details>
`,
  /** Answers in callouts and quotes, whole questions in quotes, and a quote that is one. */
  quotes: `# Water

> ### 1. Which sea is salty?
> A. Red Sea
> B. Tap water
>
> > [!success]- Show answer
> > **A**

### 2. Which is cold?

> The log says: it snows.

A) Steam
B) Ice
>
> [!TIP]
> **Answer:** B
> - A: It is hot.

> Snow as well.
`,
  /** A numbered heading, letters in plain lines, answer and explanation in bold below. */
  headings: `# Water

### 1. Which sea is salty?
A. Red Sea
B. Tap water
**Answer:** A
**Explanation:** Salt stays when water goes.

---

### 2. Which is cold?
A) Steam
B) Ice
**Answer:** B) Ice
`,
  /** "Question n" with its difficulty, the question in bold, the answer in details, a table of answers at the end. */
  worded: `# Quiz

## Questions

### Question 1 — Easy

**Which sea is salty?**

- A) Red Sea
- B) Tap water

<details>
<summary>Reveal Answer</summary>

**Correct Answer: A**

**Explanation**: Salt stays.

</details>

---

### Question 2 — Hard

**Which is cold?**

- A) Steam
- B) Ice

## Answer Key

| Q# | Answer | Difficulty |
|----|--------|------------|
| 1 | A | Easy |
| 2 | B | Hard |

## Scoring

| Score | Rating |
|---|---|
| 2 | B |
`,
  /** A heading with the number alone, boxes without letters. */
  boxes: `#### 159

The harbour is large. Which two are wet? (Choose two.)

- [x] Water
- [ ] Sand
- [x] Rain

#### 160

Which is dry?

- [ ] Water
- [x] Sand

[Reference](https://example.org/sand)
`,
  /** Headings that are the questions, boxes below, a way back to the top. One has a single box. */
  questionsAsHeadings: `# All questions

## Table of Contents

1. [Which sea is salty?](#a)
2. [Which is cold?](#b)

### Which sea is \`salty\`?

- [x] The Red Sea.
- [ ] Tap water.

**[⬆ Back to Top](#table-of-contents)**

### Which is cold?

- [x] Ice.

**[⬆ Back to Top](#table-of-contents)**
`,
  /** Every part with its label, the answer told by the texts of the options. */
  labelled: `## Question 21

**Difficulty:** Easy · **Type:** MCQ

**Question:**
Which two are wet? (Choose two.)

**Choices:**
- **A.** sand
- **B.** water, salty or not
- **C.** rain

**Correct Answer:**
water, salty or not; rain

**Explanation:**
Both are water.

---

## Question 22

**Question:**
Which is dry?

**Choices:**
- **A.** sand
- **B.** water

**Correct Answer:**
sand
`,
  /** Options of a question on one line, the answer and why in one paragraph. */
  oneLine: `**Q7.** Which two are wet? (Choose two.)
A. Sand  B. Rain  C. Water  D. Salt

<details><summary>Answer</summary>

**B, C.** Both are water. A and D are dry.
</details>

**Q8.** Which is dry?
A. Rain  B. Sand

<details><summary>Answer</summary>**B**</details>
`,
  /** Numbers for options, the answer with its text, right and wrong explained one by one. */
  numbers: `## Question 1:
A harbour has these:
- \`salt\` = 3
- \`sand\` = 1

Which of them is wet?

1. Sand is wet.
2. Water is wet.

Choose the correct answer.

<details>
<summary>Response:</summary>

The correct answer is **2. Water is wet.**

Explanation:

1. **Incorrect**. Sand is dry.

2. **Correct**. It is.

</details>

## Question 2:
Which are dry? (Select two)

1. Sand
2. Water
3. Salt

<details>
<summary>Response:</summary>

The correct answers are:
- 1. Sand
- 3. Salt

Both are.
</details>
`,
  /** Boxes that nobody checked, the answer by its text below. */
  emptyBoxes: `### Water

1. Which is wet?
- [ ] Sand
- [ ] Rain

**Answer:** Rain

**Explanation:** It is water.

2. Which are dry? (Select two)
- [ ] Sand
- [ ] Water
- [ ] Salt, of the sea

**Answer:** Sand, Salt, of the sea
`,
  /** Code in the question and in the options, pictograms in front of the labels. */
  code: `### **Question 1**

**Code:**
\`\`\`python
# A. no option
print("A")
\`\`\`

**Options:**
- A. \`A\`
- B.
  \`\`\`text
  B
  \`\`\`

**✅ Correct Answer: A**

**📚 Explanation:**
- \`print\` prints.
`,
  /** A paragraph for each option, bold letters, the label in another language. */
  paragraphs: `# Question #522 - Topic 1

Which are wet? (Choose two.)

## Options

**A.** Rain.

**B.** Sand.

**C.** Water.

Answer : A, C
`,
  /** The right option in bold, or with a mark behind it. */
  bold: `1. Which is wet?
   - A. Sand
   - **B. Rain**

2. Which is dry?
   - A. Sand ✅
   - B. Rain

3. Which is cold?
   - A) Steam
   - B) **Ice**
`,
  /** The answers in a list at the end, each with its reason. */
  key: `**Q1.** Which is wet?

- A) Sand
- B) Rain

---

**Q2.** Which is dry?

- A) Sand
- B) Rain

---

## Answer key

<details>
<summary>Click to reveal answers</summary>

1. **B** — it is *water*.

2. **A** — it is not.

</details>
`,
  /** What cannot be taken, between two that can. */
  broken: `1. Which is wet?
   - A. Sand
   - B. Rain

   Answer: B

2. Explain rain.

   Answer: It falls.

3. Which is dry?
   - A. Sand
   - B. Rain

   Answer: C

4. Which is cold?
   - A. Ice
   - B. Steam

5. Which is hot?
   - [x] A. Ice
   - [ ] B. Steam

   Answer: B

6. Which two are wet? (Choose two)
   - A. Sand
   - B. Rain

   Answer: B
   Explanation: see
   1. the first
   2. the second
`,
} as const;
