// The floor: what five questions cost at the least. One question at a time, an answer, right or
// wrong at once, and the points in the end; no look, no languages, nothing kept.
const questions = JSON.parse(document.querySelector("#questions").textContent);
const place = document.querySelector("#quiz");
let at = 0;
let points = 0;
const make = (tag, more, ...children) => {
  const element = Object.assign(document.createElement(tag), more);
  element.append(...children);
  return element;
};
const show = () => {
  const question = questions[at];
  if (!question) return place.replaceChildren(make("p", {}, `${points} of ${questions.length}`));
  const options = question.options.map((text, n) =>
    make("label", {}, make("input", { type: "radio", name: "option", value: n }), text));
  const said = make("output", {});
  const go = make("button", { textContent: "Check" });
  go.onclick = () => {
    const chosen = place.querySelector(":checked");
    if (!chosen) return;
    const right = +chosen.value === question.right;
    points += right;
    at++;
    said.textContent = right ? "Right" : "Not quite";
    go.textContent = "Next";
    go.onclick = show;
  };
  place.replaceChildren(make("fieldset", {}, make("legend", {}, question.stem), ...options), go, said);
};
show();
