// What a screen reader is given on the main paths of the self-checks, in English and Arabic, is as it
// was kept.
import { example } from "./page.mjs";
import { useTranscripts } from "./transcript-pages.mjs";
import { path, wordsOf } from "./transcript-paths.mjs";

const open = useTranscripts();

path("check", async (lang) => {
  const content = example("coi-check");
  const words = wordsOf("check", lang);
  // Three questions say how all are heard: one with another role's words, one with a follow-up.
  const few = ["decides", "relation", "gift", "recorded"];
  const asked = { ...content, cases: content.cases.slice(0, 1), questions: content.questions.filter(({ id }) => few.includes(id)),
    facts: content.facts.map((fact) => ({ ...fact, if: { interest: "any(relation = 'yes', gift = 'yes' and recorded != 'yes')", duty_later: "false", appearance: "gift = 'yes' and recorded = 'yes'" }[fact.id] ?? fact.if })),
    results: content.results.map((result) => ({ ...result, steps: result.steps.filter((step) => !step.if) })) };
  asked.cases = asked.cases.map((one) => ({ ...one, answers: { decides: "yes", relation: "yes" } }));
  const { widget, play, ...seen } = await open("check", {}, lang, { content: asked });
  await play.screen("The start");
  await play.pressOn(widget.locator("input[type=radio]").first(), "Space");
  await play.pressOn(words.start);
  await play.screen("A question");
  await play.pressOn(words.next);
  await play.pressOn(widget.locator("input[type=radio]").first(), "Space");
  await play.pressOn(words.next);
  await play.pressOn(widget.locator("input[type=radio]").first(), "Space");
  // From yes by no to not sure.
  await play.press("ArrowDown");
  await play.press("ArrowDown");
  await play.pressOn(words.next);
  await play.pressOn(widget.locator("input[type=radio]").first(), "Space");
  await play.screen("A follow-up", { same: true });
  await play.pressOn(widget.locator("input[type=radio]").nth(3), "Space");
  await play.press("ArrowDown");
  await play.pressOn(words.next);
  await play.screen("The result");
  await play.pressOn(widget.locator("input[type=checkbox]").first(), "Space");
  await play.pressOn(words.declare);
  await play.screen("The declaration");
  return { play, ...seen };
});

path("check-speaking-up", async (lang) => {
  const words = wordsOf("check", lang);
  const { widget, play, ...seen } = await open("check", { src: "speaking-up" }, lang);
  await play.pressOn(words.start);
  for (let n = 0; n < 3; n++) {
    if (n === 0) await play.screen("A question with options");
    await play.pressOn(widget.locator("input[type=radio]").first(), "Space");
    await play.pressOn(words.next);
  }
  await play.screen("A way to speak up");
  return { play, ...seen };
});

path("check-readiness", async (lang) => {
  const content = example("iso-37001-ready");
  const words = wordsOf("check", lang);
  const groups = content.groups.slice(0, 1);
  const asked = { ...content, groups, questions: content.questions.filter(({ group }) => group === groups[0].id).slice(0, 2) };
  const { widget, play, ...seen } = await open("check", { mode: "readiness" }, lang, { content: asked });
  await play.screen("The start of readiness");
  await play.pressOn(words.start);
  await play.screen("Scales");
  await play.pressOn(widget.locator("input[type=radio]").first(), "Space");
  await play.pressOn(widget.locator("input[type=radio]").nth(6), "Space");
  await play.pressOn(words.next);
  await play.screen("Readiness");
  return { play, ...seen };
});
