// Colours as a screen shows them, and how far two of them stand apart.

/** Two colours of the same luminance have 1, black on white has 21: WCAG 2.2, "contrast ratio". */
export function ratio(one, other) {
  const [more, less] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}

/** Relative luminance of WCAG 2.2, of red, green and blue from 0 to 255. */
function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * How readable text is on a ground by APCA 0.0.98G-4g, from about −108 (white on black) to 106; what
 * counts is its size, the sign says which is the lighter. A draft of WCAG 3, so for information only.
 */
export function lightness(text, ground) {
  const [front, back] = [screen(text), screen(ground)];
  if (Math.abs(back - front) < 0.0005) return 0;
  const isDark = back > front;
  const by = isDark ? back ** 0.56 - front ** 0.57 : back ** 0.65 - front ** 0.62;
  const scaled = by * 1.14;
  if (Math.abs(scaled) < 0.1) return 0;
  return (isDark ? scaled - 0.027 : scaled + 0.027) * 100;
}

/** Luminance as APCA has it: of a screen, with very dark colours lifted by the light that it throws back. */
function screen(rgb) {
  const [red, green, blue] = rgb.map((value) => (value / 255) ** 2.4);
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  return y < 0.022 ? y + (0.022 - y) ** 1.414 : y;
}

let brush;

/**
 * Red, green and blue of layers painted one over the other, the lowest first; each is a CSS colour with
 * an opacity of its own. The browser paints, so every notation that it knows is read as it shows it.
 */
export function painted(layers) {
  brush ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
    .getContext("2d", { willReadFrequently: true });
  brush.globalAlpha = 1;
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, 1, 1);
  for (const { colour, opacity = 1 } of layers) {
    brush.globalAlpha = opacity;
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
  }
  return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** How much of what lies below shows through a CSS colour: 1 hides it, 0 is nothing. */
export function opacityOf(colour) {
  if (colour === "transparent") return 0;
  const [, share] = /[/,]\s*([\d.]+%?)\s*\)$/.exec(isFour(colour) ? colour : "") ?? [];
  if (share === undefined) return 1;
  return share.endsWith("%") ? parseFloat(share) / 100 : parseFloat(share);
}

/** Whether a computed colour says its opacity: as the fourth part of rgba, or behind a stroke. */
const isFour = (colour) => colour.startsWith("rgba") || colour.includes("/");

/** Red, green and blue as #rrggbb. */
export const hex = (rgb) => `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
