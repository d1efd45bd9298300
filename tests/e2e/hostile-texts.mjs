// Texts of someone who means harm, and quizzes that have them in every field of every type of item.
import { quizOf } from "./page.mjs";

// RUN becomes a call of the marker with the string's place in this list, ASK a foreign address.
// `does` tells what the string does to a page that trusts it; one that does nothing in today's
// engines, or would leave the page, has no such word.
export const HOSTILE = Object.entries({
  runs: [
    `<img src=x onerror=RUN>`,
    `<IMG SRC=x OnErRoR="RUN">`,
    `<img/src="x"/onerror=RUN>`,
    `<img src=x onerror=&#119;indow.RUN>`,
    `<svg><image href=x onerror=RUN></image></svg>`,
    `<svg><animate onbegin=RUN attributeName=x dur=1s></svg>`,
    `<svg><set onbegin=RUN attributeName=x></svg>`,
    `<audio src=x onerror=RUN></audio>`,
    `<video><source src=x onerror=RUN></video>`,
    `<details open ontoggle=RUN><summary>x</summary></details>`,
    `<style>@keyframes p{}</style><p style="animation:p 1s" onanimationstart=RUN>x</p>`,
    `<iframe srcdoc="<script>parent.RUN</script>"></iframe>`,
    `<iframe src="javascript:parent.RUN"></iframe>`,
    `<iframe onload=RUN></iframe>`,
    `<math><annotation-xml encoding="text/html"><img src=x onerror=RUN></annotation-xml></math>`,
    `<svg><foreignObject><img src=x onerror=RUN></foreignObject></svg>`,
    `<svg><desc><img src=x onerror=RUN></desc></svg>`,
    `<object><img src=x onerror=RUN></object>`,
  ],
  "runs, and swallows what follows": [
    `<noscript><p title="</noscript><img src=x onerror=RUN>">`,
    `<xmp><p title="</xmp><img src=x onerror=RUN>">`,
    `<title><p title="</title><img src=x onerror=RUN>">`,
    `<textarea><p title="</textarea><img src=x onerror=RUN>">`,
    `<!--><img src=x onerror=RUN>-->`,
    `<![CDATA[><img src=x onerror=RUN>]]>`,
    `<?xml ><img src=x onerror=RUN>?>`,
    `<math><mtext></form><img src=x onerror=RUN></mtext></math>`,
  ],
  "runs on a press": [
    `<a href="javascript:RUN">x</a>`,
    `<a href="JaVaScRiPt:RUN">x</a>`,
    `<a href="&#1; javascript:RUN">x</a>`,
    `<a href="java&Tab;script:RUN">x</a>`,
    `<a href="java&NewLine;script:RUN">x</a>`,
    `<a href="&#106;avascript&colon;RUN">x</a>`,
    `<a href="javascript&#0000058RUN">x</a>`,
    `<a href="\n\tjavascript\n:RUN">x</a>`,
    `<a href="javascript://x.test/%0aRUN">x</a>`,
    `<svg><a href="javascript:RUN"><text>x</text></a></svg>`,
    `<svg><a xlink:href="javascript:RUN"><text>x</text></a></svg>`,
    `<form action="javascript:RUN"><button>x</button></form>`,
    `<form><button formaction="javascript:RUN">x</button></form>`,
    `<form><input type=submit formaction="javascript:RUN"></form>`,
    `<p onclick=RUN><a>x</a></p>`,
  ],
  "runs when read twice": [
    `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>`,
  ],
  asks: [
    `<link rel=stylesheet href="ASK">`,
    `<style>@import "ASK";</style>`,
    `<p style="background:url(ASK)">x</p>`,
    `<table background="ASK"><tr><td>x</td></tr></table>`,
    `<img srcset="ASK 1x">`,
    `<picture><source srcset="ASK"><img alt=x></picture>`,
    `<video poster="ASK"></video>`,
    `<video src="ASK"></video>`,
    `<input type=image src="ASK">`,
    `<svg><image href="ASK"></image></svg>`,
    `<object data="ASK"></object>`,
    `<embed src="ASK">`,
    `<iframe src="ASK"></iframe>`,
    `<adil-quiz loading=eager src="ASK"></adil-quiz>`,
  ],
  "": [
    `<script>RUN</script>`,
    `<script src="ASK"></script>`,
    `<svg onload=RUN><svg/onload=RUN>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=RUN&gt;">`,
    `<scr\0ipt>RUN</script>`,
    `<scr<script>ipt>RUN</script>`,
    `<svg><script href="ASK">RUN</script></svg>`,
    `<svg><a><animate attributeName=href values="javascript:RUN"></animate><text>x</text></a></svg>`,
    `<svg><use href="data:image/svg+xml,<svg id=x onload=RUN>#x"></use></svg>`,
    `<svg></p><style><a id="</style><img src=x onerror=RUN>">`,
    `<math href="javascript:RUN"><mi href="javascript:RUN">x</mi></math>`,
    `<math><maction actiontype="statusline#javascript:RUN">x</maction></math>`,
    `<a href="vbscript:RUN">x</a>`,
    `<a href="data:text/html,<script>RUN</script>">x</a>`,
    `<a href="blob:https://x.test/1">x</a><a href="file:///etc/passwd">x</a>`,
    `<a href="https://x.test/" ping="ASK" target=_top rel=opener id=content name=body>x</a>`,
    `<img src="data:image/svg+xml,<svg onload=RUN>"><img src="javascript:RUN"><img src="blob:x">`,
    `<base href="ASK"><a href="x">x</a>`,
    `<meta http-equiv=refresh content="0;url=ASK">`,
    `<template><img src=x onerror=RUN></template>`,
    `<div><template shadowrootmode=open><img src=x onerror=RUN></template></div>`,
    `<select><option><style></option></select><img src=x onerror=RUN></style>`,
    `<form id=x><input name=attributes><input name=parentNode></form><img name=cookie id=body>`,
    `<slot name=footer></slot><button part=go class=go onclick=RUN>x</button>`,
    `<p class=base id=xss style="position:fixed;inset:0;behavior:url(ASK)" tabindex=0 onfocus=RUN autofocus>x</p>`,
    `\u202Ex gnp.exe\u2066 \u200B\uFEFF<b`,
  ],
  // What someone tries in the small syntax.
  marks: [
    `[x](javascript:RUN)`, `[x](JAVASCRIPT:RUN)`, `[x]( javascript:RUN)`, `[x](java\tscript:RUN)`,
    `[x](\u0001javascript:RUN)`, `[x](vbscript:RUN)`, `[x](data:text/html,<script>RUN</script>)`,
    `[x](javascript&colon;RUN)`, `[x](https://x.test/" onmouseover="RUN)`, `[**x**](javascript:RUN)`,
    `[![x](javascript:RUN)](javascript:RUN)`, `![x](javascript:RUN)`, `![x](blob:https://x.test/1)`,
    `![x](data:image/svg+xml,<svg/onload=RUN>)`, `![x" onerror="RUN](x.svg)`, `![x](x.svg" onerror="RUN)`,
    `**<img src=x onerror=RUN>**`, "`<img src=x onerror=RUN>`", `| <img src=x onerror=RUN> |\n|-|\n| <svg> |`,
    `- <img src=x onerror=RUN>`, `x^<svg/onload=RUN>^`, `{money:<svg/onload=RUN>}`, `<javascript:RUN>`,
    `[x]: javascript:RUN`,
  ],
}).flatMap(([does, texts]) => texts.map((text) => ({ does, text })))
  .map(({ does, text }, n) => {
    return { does, n, text: text.replaceAll("RUN", `xss(${n})`).replaceAll("ASK", `http://x.test/${n}.x`) };
  });
const textsOf = (...words) => HOSTILE.filter(({ does }) => words.includes(does)).map(({ text }) => text);
const joined = (texts, many, between) =>
  Array.from({ length: many }, (_, part) => texts.filter((_, n) => n % many === part).join(between));
// Texts that are closed, and all texts where marks are read, cannot swallow what follows them, so
// that several share a field.
const MARKS = joined(HOSTILE.map(({ text }) => text), 5, "\n\n");
const MARKUP = [
  ...textsOf("runs, and swallows what follows", "runs when read twice", ""),
  ...joined(textsOf("runs"), 4, ""), ...joined(textsOf("runs on a press"), 3, ""), ...joined(textsOf("asks"), 3, ""),
];

/** An item of each type with this text in each of its fields, and this line where no marks are read. */
function itemsOf(id, text, line) {
  const picture = { src: "x.svg", alt: line };
  const option = { text, picture, feedback: text };
  const options = [{ ...option, score: 1 }, option];
  const types = {
    single: { options },
    multiple: { options },
    poll: { options },
    truth: { answer: true, reasons: { yes: text, no: text, unsure: text } },
    order: { entries: [text, text] },
    match: { pairs: [1, 2].map(() => ({ left: text, right: text, feedback: text })), extra: [text] },
    sort: { groups: ["a", "b"].map((id) => ({ id, text })), cards: [{ text, group: "a", feedback: text }] },
    number: { answer: 1, unit: line },
    text: { accepted: [line, { text: line, score: 0.5 }] },
    blanks: {
      text: `${line} {1} ${line} {2} {3}`,
      blanks: [{ options: [line, `${line}.`] }, { accepted: [line] }, { answer: 1 }],
    },
    scale: { low: text, high: text },
  };
  return Object.entries(types).map(([type, more]) => ({
    id: `${type}-${id}`, type, stem: text, picture, hints: [text, text], explanation: text,
    feedback: { right: text, partly: text, wrong: text }, sources: [{ title: line, url: line }],
    outcome: line, value: line, skill: line, ...more,
  }));
}

/** A quiz with this text in each of its fields, and this line where no marks are read. */
const quiz = (items, text, line) => quizOf(items, {
  settings: { tries: 1 }, title: line, summary: line, intro: text, bands: [{ min: 0, text }], teacherNotes: text,
  sources: [{ title: line, url: line }], authors: [line], licence: line, reviewedBy: line, outcomes: [line],
});
// The word by which a test knows that a text went through a sanitizer.
const asHtml = (text) => ({ html: `<b>kept</b>${text}` });
const marked = MARKS.map((text, n) => itemsOf(`m${n}`, text, text));
const inHtml = MARKUP.map((text, n) => itemsOf(`h${n}`, asHtml(text), text));
export const MARKED = MARKS.map((text, n) => quiz(marked[n], text, text));
export const IN_HTML = MARKUP.map((text, n) => quiz(inHtml[n], asHtml(text), text));
export const ALL = quiz([...marked, ...inHtml].flat(), asHtml(MARKUP[0]), MARKS[0]);
// Each text in one item, the types in turn.
const inTurn = [...marked, ...inHtml].map((items, n) => items[n % items.length]);
export const SOME = quiz(inTurn, asHtml(MARKUP[1]), MARKS[1]);
