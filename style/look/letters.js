// Which letters a font has. `document.fonts.check` is no help: for fonts of the device it says true whether
// they are there or not. Comparing widths with `serif` and `monospace` is none either: for a letter that
// both lack, the system takes the same third font. So a font of our own stands behind the one that is
// asked about: it has every letter, each empty and seven ems wide, as no letter of another font is.

/** The letters that fonts made for Russian or for Latin often lack, and those of Arabic. */
export const LETTERS = {
  kk: [..."ӘәҒғҚқҢңӨөҰұҮүҺһІі"],
  ar: [..."ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"],
  ru: [..."АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"],
};

/* A TrueType font of one empty glyph, made with fontTools: a table of characters in format 13, which has
   one entry from U+0020 to U+FFFD, an advance of 7000 on an em of 1000, and no outline. */
const EVERY_LETTER = `
AAEAAAAKAIAAAwAgT1MvMkUAXbkAAAEoAAAAYGNtYXAAErhfAAABkAAAADRnbHlmAAAAAAAAAcwAAAABaGVhZC18xioAAACsAAAA
NmhoZWEDIhqSAAAA5AAAACRobXR4G1gAAAAAAYgAAAAGbG9jYQAAAAAAAAHEAAAABm1heHAAAwACAAABCAAAACBuYW1lAJNWyAAA
AdAAAAA8cG9zdAADAAAAAAIMAAAAIAABAAAAAQAAglICNF8PPPUAAwPoAAAAAOczQqUAAAAA5zNCpQAAAAAAAAAAAAAAAwACAAAA
AAAAAAEAAAMg/zgAABtYAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAEAAAACAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAxtY
AZAABQAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAPz8/PwAAACD//QMgAAAAAAMgAMgA
AAAAAAAAAAAAAAAAAAAgAAAbWAAAAAAAAAAAAAEAAwAKAAAADAANAAAAAAAoAAAAAAAAAAIAAAAgAADX/wAAAAEAAOAAAAD//QAA
AAEAAAAAAAAAAAAAAAAAAAAEADYAAQAAAAAAAQABAAAAAQAAAAAAAgABAAEAAwABBAkAAQACAAIAAwABBAkAAgACAAROUgBOAFIA
AwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==`;
const EMS = 7;
const SIZE = 100;

let brush;

/** The bytes of that font. */
export const everyLetter = () => Uint8Array.from(atob(EVERY_LETTER.replaceAll(/\s/g, "")), (letter) => letter.charCodeAt(0));

async function prepared() {
  if (brush) return brush;
  document.fonts.add(await new FontFace("Adil every letter", everyLetter().buffer).load());
  brush = document.createElement("canvas").getContext("2d");
  return brush;
}

/** The families of a `font-family`, in their order. Commas within quotes divide nothing. */
export const families = (list) => list.match(/"[^"]*"|'[^']*'|[^,\s][^,]*/g)?.map((one) => one.trim()) ?? [];

/**
 * The family of a list that a browser takes here, and which letters it lacks by language:
 * `{ family, missing: { kk, ar, ru } }`; none where no family of the list is on this device.
 */
export async function lettersOf(list) {
  const brush = await prepared();
  const has = (family, letter) => {
    brush.font = `${SIZE}px ${family}, "Adil every letter"`;
    return Math.abs(brush.measureText(letter).width - EMS * SIZE) > 1;
  };
  const family = families(list).find((one) => has(one, "a") || has(one, "ا"));
  if (!family) return undefined;
  const missing = Object.entries(LETTERS).map(([lang, all]) => [lang, all.filter((letter) => !has(family, letter))]);
  return { family, missing: Object.fromEntries(missing) };
}
