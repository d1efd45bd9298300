// Five multiple-choice questions, and how each player of quizzes wants them written.
import { quizOf } from "../../e2e/page.mjs";

const QUESTIONS = [
  {
    id: "found",
    stem: "You find a wallet on the bus. What do you do first?",
    options: ["Hand it to the driver.", "Keep it until somebody asks.", "Take the money and leave the wallet."],
    right: 0,
  },
  {
    id: "copy",
    stem: "A friend asks to copy your homework. What helps the friend most?",
    options: ["Let the friend copy this once.", "Say nothing and walk away.", "Explain the task together."],
    right: 2,
  },
  {
    id: "gift",
    stem: "A parent offers the examiner a costly gift. What should the examiner do?",
    options: ["Accept it after the exam.", "Decline it and tell the school.", "Accept it and share it."],
    right: 1,
  },
  {
    id: "goal",
    stem: "The referee did not see your handball. What is fair?",
    options: ["Play on, it is the referee’s task.", "Celebrate with the team.", "Tell the referee."],
    right: 2,
  },
  {
    id: "source",
    stem: "You use a sentence from a website in an essay. What has to be there?",
    options: ["The source.", "A synonym for each word.", "Nothing, it is public."],
    right: 0,
  },
];

const letter = (n) => "abc"[n];

export const forAdil = JSON.stringify(quizOf(QUESTIONS.map(({ id, stem, options, right }) => ({
  id, type: "single", stem,
  options: options.map((text, n) => ({ id: letter(n), text, score: n === right ? 1 : 0 })),
})), { id: "five-questions", title: "Five questions" }));

/** One question at a time, as the others show them. */
export const forSurvey = JSON.stringify({
  questionsOnPageMode: "questionPerPage",
  elements: QUESTIONS.map(({ id, stem, options, right }) => ({
    type: "radiogroup", name: id, title: stem, correctAnswer: letter(right),
    choices: options.map((text, n) => ({ value: letter(n), text })),
  })),
});

export const forQuizdown = QUESTIONS.map(({ stem, options, right }) =>
  `## ${stem}\n\n${options.map((text, n) => `1. [${n === right ? "x" : " "}] ${text}`).join("\n")}\n`).join("\n");

/** QTI 3 that stands in the page itself, so that no item costs a request. */
export const forQti = QUESTIONS.map(({ id, stem, options, right }) => `
<qti-assessment-item identifier="${id}" title="${id}" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>${letter(right)}</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-item-body>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt>${stem}</qti-prompt>
      ${options.map((text, n) => `<qti-simple-choice identifier="${letter(n)}">${text}</qti-simple-choice>`).join("\n      ")}
    </qti-choice-interaction>
  </qti-item-body>
</qti-assessment-item>`).join("\n");

export const forFloor = JSON.stringify(QUESTIONS.map(({ stem, options, right }) => ({ stem, options, right })));
