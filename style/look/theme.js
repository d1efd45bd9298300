// A design as a page's author chooses it, and the CSS that it comes to.

/** The elements that a theme is for. */
export const WIDGETS = ":is(adil-quiz, adil-pledge, adil-video, adil-story, adil-board, adil-check, adil-record, adil-plan)";

/** The themes that ship. The school's is what widgets have by themselves, so it has no file. */
export const READY = ["school", "primary", "university", "square", "high-contrast", "notebook"];

/**
 * Tokens whose colours can be chosen, with those that widgets have by themselves, in light and dark. A
 * test compares them with the manifests.
 */
export const COLOURS = {
  accent: ["#2c48cc", "#a9b8ff"],
  "on-accent": ["#ffffff", "#131a45"],
  ink: ["#1e1b2c", "#f2f0f8"],
  soft: ["#5a556c", "#b6b1c9"],
  raised: ["#ffffff", "#1d1b25"],
  right: ["#0a643f", "#7fdcb0"],
  partly: ["#7a5200", "#f2c66d"],
  wrong: ["#9c3424", "#ffb4a3"],
};

/** Font families by what they are called here; all but the first and the last need no file. */
export const FONTS = {
  ours: undefined,
  page: "",
  system: 'system-ui, "Segoe UI", "Noto Sans", sans-serif',
  humanist: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
  geometric: 'Avenir, Montserrat, Corbel, "URW Gothic", "Noto Sans", sans-serif',
  serif: '"Noto Serif", Cambria, "PT Serif", Georgia, serif',
  typewriter: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace',
  own: undefined,
};

const DENSITIES = {
  compact: { "--adil-space": ".75rem", "--adil-gap": ".375rem", "--adil-padding": "clamp(.75rem, 3cqi, 1.25rem)", "--adil-target": "44px" },
  usual: {},
  airy: { "--adil-space": "1.375rem", "--adil-gap": "1rem", "--adil-padding": "clamp(1.25rem, 5cqi, 2.5rem)", "--adil-target": "56px" },
};

/** What nobody has changed yet. `colours` has `{ light, dark }` by token; `radius` is in px. */
export const untouched = () => ({
  base: "school", scheme: "both", colours: {}, font: "ours", heading: "same", radius: undefined, density: "usual", file: undefined,
});

/** The value of `font-family` that a choice stands for; none where widgets keep theirs. */
export function familyOf(choice, file) {
  if (choice === "own") return file && `"${nameOf(file)}", sans-serif`;
  return FONTS[choice];
}

/** A font file's name without its ending, as the name of its family. Nothing in it ends a string of CSS. */
export const nameOf = (file) => file.replace(/\.\w+$/, "").replaceAll(/[^\p{L}\p{N}_-]+/gu, " ").trim() || "School";

/** `{ face, rules }`: the font's file, and all rules, those of a ready theme first. */
export function cssOf(design, readyCss = "") {
  const { scheme, colours, font, heading, radius, density, file } = design;
  const pairs = Object.entries(colours).map(([name, { light, dark }]) => [`--adil-${name}`, light, dark]);
  const isBoth = scheme === "both";
  const two = isBoth ? pairs.filter(([, light, dark]) => light !== dark) : [];
  const plain = {
    ...two.length ? { "color-scheme": "light" } : {},
    ...isBoth ? {} : { "color-scheme": scheme },
    ...Object.fromEntries(pairs.map(([name, light, dark]) => [name, scheme === "dark" ? dark : light])),
    ...radius === undefined ? {} : { "--adil-radius": `${radius}px` },
    ...DENSITIES[density],
  };
  const family = familyOf(font, file);
  if (family !== undefined) plain["--adil-font"] = family;
  const headings = heading === "same" ? undefined : familyOf(heading, file);
  if (headings) plain["--adil-font-heading"] = headings;
  const both = Object.fromEntries([["color-scheme", "inherit"], ...two.map(([name, light, dark]) => [name, `light-dark(${light}, ${dark})`])]);
  const isOwn = [font, heading].includes("own") && file;
  const face = isOwn ? `@font-face {\n  font-family: "${nameOf(file)}";\n  src: url("${encodeURIComponent(file)}");\n  font-display: swap;\n}\n` : "";
  const older = "/* Browsers before 2024 know no light-dark(): there the theme is light. */\n";
  const rules = [
    readyCss.trim(),
    rule(WIDGETS, plain),
    two.length ? `${older}@supports (color: light-dark(#000, #fff)) {\n${indented(rule(WIDGETS, both))}\n}` : "",
  ].filter(Boolean).join("\n\n");
  return { face, rules };
}

/** All of it as a file. */
export function fileOf(css) {
  const { face, rules } = css;
  const head = "/* The look of Adil's widgets. In the page: <link rel=\"stylesheet\" href=\"adil-look.css\"> */";
  return `${[head, face.trim(), rules].filter(Boolean).join("\n\n")}\n`;
}

function rule(selector, values) {
  const rows = Object.entries(values).map(([name, value]) => `  ${name}: ${value};`);
  return rows.length ? `${selector} {\n${rows.join("\n")}\n}` : "";
}

const indented = (text) => text.replaceAll(/^(?=.)/gm, "  ");
