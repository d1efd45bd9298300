// Small acts of a learner, and what stands on the screen after them, for the tests of whole runs.
import assert from "node:assert/strict";
import { fill, settled, words } from "./page.mjs";
import { give } from "./solve.mjs";

const text = words();

export const button = (quiz, name) => quiz.getByRole("button", { name, exact: true });
export const press = (quiz, name) => button(quiz, name).click();
export const go = (quiz) => quiz.locator(".go").click();
export const stem = (quiz) => quiz.locator(".stem").first().textContent();
export const verdict = (quiz) => quiz.locator(".feedback .verdict").getAttribute("data-state");

/** The frame is over in which focus moves to a new question; nobody presses a key before. */
export const nextFrame = settled;

/** Checks what was answered; once there is a verdict, the same button goes on. */
export async function checkIt(quiz) {
  await go(quiz);
  await quiz.locator(".verdict").waitFor();
}

/** Answers the shown item as someone who believes this, checks it, and goes on. */
export async function answer(quiz, belief) {
  await give(quiz, belief);
  await checkIt(quiz);
  await go(quiz);
}

/** The result says this many points of so many. */
export async function checkPoints(quiz, n, total) {
  await quiz.locator(".result").waitFor();
  const score = (await quiz.locator(".score").textContent()).replace(/\s+/g, " ");
  assert.ok(score.startsWith(fill(text.points_of, { n, total })), `${score} is ${n} of ${total}`);
  assert.match(score, new RegExp(`\\b${Math.round((n / total) * 100)}\\s?%`));
}
