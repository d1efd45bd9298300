// What can be chosen: scheme, colours, fonts, shape. Each change is told with the whole design.
import { make, radios, said } from "./dom.js";
import { text } from "./texts.js";
import { COLOURS, FONTS, nameOf } from "./theme.js";

/** Fills the form; `changed()` is called after each change of the design. */
export function controls(form, design, changed) {
  form.append(
    group("scheme", radios("scheme", ["both", "light", "dark"], design.scheme, (value) => {
      design.scheme = value;
      changed();
    })),
    colours(design, changed),
    fonts(design, changed),
    shape(design, changed),
    make("p", {}, said("button", "again", { type: "reset", class: "quiet" })),
  );
}

const group = (key, children, more = []) =>
  make("fieldset", {}, said("legend", key), make("div", { class: "chips" }, ...children), ...more);

/* Colours: the accent is there at once, the others are folded. */

function colours(design, changed) {
  const [accent, ...others] = Object.keys(COLOURS);
  return make("fieldset", {},
    said("legend", "colours"),
    colour(accent, design, changed),
    said("p", "accent_help", { class: "help", id: "accent-help" }),
    make("details", {}, said("summary", "more"), ...others.map((name) => colour(name, design, changed))));
}

/** Two fields for a token, one for each scheme; what is not set stays as the theme has it. */
function colour(name, design, changed) {
  const [light, dark] = COLOURS[name];
  const fields = [["light", light], ["dark", dark]].map(([scheme, first]) => make("input", {
    type: "color", value: design.colours[name]?.[scheme] ?? first, name: `${name}-${scheme}`,
    input: () => take(true),
  }));
  const set = make("input", { type: "checkbox", name: `${name}-set`, checked: name in design.colours, change: () => take(false) });
  const take = (sets) => {
    if (sets) set.checked = true;
    if (set.checked) design.colours[name] = { light: fields[0].value, dark: fields[1].value };
    else delete design.colours[name];
    changed();
  };
  const labels = fields.map((field, n) => make("label", { class: "swatch" }, field, said("span", n ? "dark" : "light")));
  return make("div", { class: "colour", role: "group", "aria-label": text(name) },
    said("span", name, { class: "name", "aria-hidden": "true" }),
    make("div", { class: "swatches" }, ...labels,
      make("label", { class: "tick" }, set, said("span", "own"))));
}

/* Fonts: families of devices, or a file of the school, which is read here and sent nowhere. */

function fonts(design, changed) {
  const list = (name, first) => {
    const options = [first, ...Object.keys(FONTS).filter((font) => font !== first)]
      .filter((font) => first === "ours" || font !== "ours")
      .map((font) => said("option", `font.${font}`, { value: font, selected: font === design[name] }));
    const select = make("select", {
      name, id: `look-${name}`, change: () => {
        design[name] = select.value;
        changed();
      },
    }, ...options);
    return make("div", { class: "row" }, said("label", name === "font" ? "fonts" : "headings", { for: select.id }), select);
  };
  const wrong = said("p", "no_font", { role: "alert", class: "wrong", hidden: true });
  const field = make("input", { type: "file", name: "file", accept: ".woff2,.woff,.ttf,.otf", change: () => load() });
  const load = async () => {
    const [file] = field.files;
    if (!file) return;
    try {
      const face = await new FontFace(nameOf(file.name), await file.arrayBuffer()).load();
      document.fonts.add(face);
      design.file = file.name;
      wrong.hidden = true;
      if (design.font !== "own" && design.heading !== "own") {
        design.font = "own";
        field.form.elements.namedItem("font").value = "own";
      }
    } catch {
      wrong.hidden = false;
    }
    changed();
  };
  return make("fieldset", {},
    said("legend", "fonts"), list("font", "ours"), list("heading", "same"),
    make("label", { class: "row" }, said("span", "file"), field),
    said("p", "file_help", { class: "help" }), wrong);
}

/* Shape */

function shape(design, changed) {
  const told = make("output", { dir: "ltr" }, `${design.radius ?? 16} px`);
  const range = make("input", {
    type: "range", name: "radius", id: "look-radius", min: "0", max: "32", value: String(design.radius ?? 16), input: () => {
      design.radius = Number(range.value);
      told.value = `${range.value} px`;
      changed();
    },
  });
  const densities = radios("density", ["compact", "usual", "airy"], design.density, (value) => {
    design.density = value;
    changed();
  });
  return make("fieldset", {}, said("legend", "shape"),
    make("div", { class: "row" }, said("label", "radius", { for: range.id }), make("div", { class: "slider" }, range, told)),
    make("div", { role: "radiogroup", "aria-label": text("density") }, said("p", "density", { class: "name", "aria-hidden": "true" }), make("div", { class: "chips" }, ...densities)));
}
