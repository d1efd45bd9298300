// The helpers by which all other tests wait and take their share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sampled } from "../run/sample.mjs";
import { checkSoon, until } from "../run/wait.mjs";

test("a question that throws at first is asked again", async () => {
  let times = 0;
  assert.equal(await until(() => {
    if (++times < 3) throw new TypeError("the element is not there yet");
    return times;
  }), 3);
});

test("an answer is compared until it is the expected one", async () => {
  const answers = [undefined, [1], [1, 2]];
  await checkSoon(() => answers.shift(), [1, 2]);
  assert.deepEqual(answers, []);
});

test("the shares of some days are the whole list, and a seed gives its share again", () => {
  const list = [..."abcdefghijklmnopqrstuvw"];
  const share = (seed) => sampled("letters", list, 5, { seed, all: false });
  const days = [20_000, 20_001, 20_002, 20_003, 20_004].map(share);
  assert.deepEqual([...new Set(days.flat())].sort(), list);
  for (const day of days) assert.equal(day.length, 5);
  assert.deepEqual(share(20_003), days[3]);
  assert.deepEqual(sampled("letters", list, 5, { all: true }), list);
});
