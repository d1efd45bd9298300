// A walk through every screen of a mounted quiz, whatever its content and language: each item is
// seen, hinted at, answered and checked. It runs inside the page, so that a thousand items take
// seconds. Whether answers are right does not matter here; `solve.mjs` has a learner for that.

/**
 * Walks through a quiz; returns the names of the screens, and what `look` found wrong on them.
 *
 * `look({ root, quiz, where, given })` runs in the page on each screen, and returns sentences;
 * `given` is what the test passes to it. `pick(n)` tells which option of the n-th item is chosen.
 */
export function tour(quiz, look, { given = {}, pick = () => 0 } = {}) {
  const source = `return (${walk})(quiz, ${look}, ${pick}, given)`;
  return quiz.evaluate(new Function("quiz", "given", source), given);
}

/** Runs in the page. */
async function walk(quiz, look, pick, given) {
  const root = quiz.shadowRoot;
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const found = [];
  const screens = [];
  // A task of its own, after all effects of the last press; timers would wait four milliseconds.
  const { port1, port2 } = new MessageChannel();
  const later = () => new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(0);
  });
  const press = (element) => {
    element?.click();
    return later();
  };
  // What a screen needs of the bundle's second part may come a moment later.
  const until = async (isSo) => {
    for (const end = performance.now() + 60_000; !isSo() && performance.now() < end;) await new Promise((done) => setTimeout(done, 20));
  };
  const pressWhileThere = async (selector) => {
    for (let times = 0; times < 50 && one(selector); times++) await press(one(selector));
  };
  const see = async (where) => {
    screens.push(where);
    for (const what of await look({ root, quiz, where, given })) found.push(`${where}: ${what}`);
  };
  const place = () => one(".item .count")?.textContent;
  const { mode } = one(".base").dataset;

  /** Any answer that can be checked. */
  const answer = async (at) => {
    await pressWhileThere(".waiting");
    for (const [n, card] of all(".pair > .option").entries()) {
      await press(card);
      await press(all("button.partner")[n]);
    }
    for (const card of all(".card")) await press(card.querySelector(".group"));
    for (const blank of all(".blank")) {
      blank.value = blank.options ? blank.options[1].value : "3";
      blank.dispatchEvent(new Event(blank.options ? "change" : "input", { bubbles: true }));
    }
    const choices = all(".option input, .step input");
    await press(choices[pick(at) % choices.length]);
  };

  if (mode === "print") await see("paper");
  if (mode === "class") {
    for (let at = 0, before; before !== place(); at++) {
      before = place();
      await see(`slide ${at}`);
      await press(one(".go"));
      await see(`slide ${at}, shown`);
      one(".base").dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true }));
      await later();
    }
  }
  if (mode === "print" || mode === "class") return { found, screens };

  if (one(".intro")) {
    await see("intro");
    await press(one(".go"));
  }
  for (let at = 0; one(".item"); at++) {
    const before = place();
    await see(`item ${at}`);
    await pressWhileThere(".head .sign:not([hidden], [aria-pressed], [aria-disabled])");
    await answer(at);
    await see(`item ${at}, answered`);
    if (mode === "learn") {
      await press(one(".go"));
      await until(() => one(".verdict"));
      await see(`item ${at}, checked`);
    }
    await press(one(".go"));
    await until(() => place() !== before);
    if (place() === before) throw Error(`no way on from item ${at}`);
  }
  await see("result");
  await press(one(".review-box button"));
  for (const details of all("details")) details.open = true;
  await later();
  await see("review");
  return { found, screens };
}
