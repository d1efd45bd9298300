// What tests of a lesson do to it in any engine: open it, play it, press its buttons.
import assert from "node:assert/strict";
import { stands } from "./each.mjs";
import { lesson } from "./lesson.mjs";

/** A function that opens a page with one lesson, and waits until it stands. */
export const visitIn = (open) => async (content = lesson(), options = {}) => {
  const seen = await open(content, options);
  await seen.page.wait(stands);
  return seen;
};

/** Plays from a time, just before what a test is about. */
export async function play(page, from = 0) {
  await page.click("button.start");
  // In one step: on a busy machine the video came to its question in between, and the jump led
  // away from it.
  await page.wait((from) => {
    const [video] = all("video");
    const plays = video.currentTime > 0;
    if (plays && from) video.currentTime = from;
    return plays;
  }, from);
}

/** Which of the buttons in sight has this name; -1 if none has. */
export const button = (page, name) => page.run((name) =>
  seen("button").findIndex((one) => one.textContent === name || one.ariaLabel === name), name);

export async function pressButton(page, name) {
  await page.wait((name) => seen("button").some((one) => one.textContent === name || one.ariaLabel === name), name);
  await page.run((name) => {
    for (const one of all("[data-pressed]")) delete one.dataset.pressed;
    seen("button").find((one) => one.textContent === name || one.ariaLabel === name).dataset.pressed = "";
  }, name);
  await page.click("[data-pressed]");
}

export const noErrors = async (page) => assert.deepEqual(await page.errors(), []);

/** The video stands on a cue. */
export const standsAt = (page, cue) => page.expect((cue) => {
  const { currentTime, paused } = all("video")[0];
  return paused && Math.abs(currentTime - cue) <= 0.02 ? cue : [currentTime, paused];
}, cue, cue);

/** Runs in the page: where the video is, and whether it stands still. */
export const now = () => {
  const video = all("video")[0];
  return { at: video.currentTime, paused: video.paused };
};
