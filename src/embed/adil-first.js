// The questions that `adil embed` wrote between the tags, until the widget is there: what learners
// chose in them, and the focus. Only pages with such questions ask for this module.

/** What learners chose, see `Host::given`: whether the introduction was left, then each question. */
export const given = (page) => JSON.stringify([
  !!page.querySelector(".adil-start[open]"),
  ...[...page.querySelectorAll("fieldset")].map(({ name, elements }) =>
    [name, ...[...elements].flatMap(({ value, checked }) => [+value, +checked])]),
]);

/** Lets the widget stand in the place of the questions; `show` does so. */
export const takeOver = (page, box, show) => {
  const had = page.querySelector(":focus");
  show();
  // The focus stays on its option, or at least with the question.
  const same = had && (box.querySelector(`input[value="${CSS.escape(had.value)}"]`) ?? box.querySelector(".ask"));
  same?.focus({ preventScroll: true });
  // What was taken over once is not to be taken over again.
  for (const one of page.querySelectorAll("input, .adil-start")) one.checked = one.open = false;
};
