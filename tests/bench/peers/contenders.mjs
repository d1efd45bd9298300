// Who runs: what each page needs, and how it is seen to work. Peers get the best set-up that their
// documentation offers: scripts are deferred, nothing is loaded that the page does not need, and
// where a bundle makes a page quicker it is bundled once, minified and without dead code.
import { forFloor, forQti, forQuizdown, forSurvey } from "./questions.mjs";

export const MEDIA = "/content/lesson.mp4";
export const CAPTIONS = "/content/captions.en.vtt";

const sheet = (href) => `<link rel="stylesheet" href="${href}">`;
const script = (src) => `<script defer src="${src}"></script>`;
const module = (src) => `<script type="module" src="${src}"></script>`;
/** Questions in the page, for players that take them so; they are content, not code. */
const data = (text) => `<script type="application/json" id="questions">${text}</script>`;
const track = `<track kind="captions" srclang="en" label="English" src="${CAPTIONS}" default>`;
const video = (attributes) =>
  `<video ${attributes} width="640" height="360" preload="metadata" playsinline src="${MEDIA}">${track}</video>`;

/** These run in the page, with the element that was pressed: whether it took the press. */
const isChecked = (element) => element.checked;
const hasChecked = (element) => element.querySelector("input").checked;
const isChosen = (element) => element.part.contains("chosen");
const isAriaChecked = (element) => element.ariaChecked === "true" || element.matches(":state(--checked)");

/** The line that a school writes. */
export const ADIL = module("/adil/adil.js");
const qtiSheet = sheet("/npm/@citolab/qti-components/dist/item.css");

/**
 * `target` is a path of selectors through shadow roots to what a learner presses, and `works` tells
 * that the press was taken. `code` is script in the page, `codeFile` the same from a file; it
 * counts. `bundle` and `styles` become one script and one sheet of the name they begin with.
 */
export const QUIZZES = [
  {
    name: "Adil",
    ours: true,
    head: ADIL,
    body: `<adil-quiz src="/content/quiz.json"><p>A quiz. It needs JavaScript.</p></adil-quiz>`,
    target: ["adil-quiz", ".option"],
    works: isChosen,
  },
  {
    name: "plain JavaScript (the floor)",
    floor: true,
    body: `<div id="quiz"></div>${data(forFloor)}`,
    codeFile: "floor.js",
    target: ["#quiz input"],
    works: isChecked,
  },
  {
    // Its scripts for pages are smaller than a bundle of its modules, which cannot be shaken.
    // The sheet without fonts is the smaller of the two that it ships.
    name: "SurveyJS 2.5.38",
    head: sheet("/npm/survey-core/survey-core.fontless.min.css")
      + script("/npm/survey-core/survey.core.min.js")
      + script("/npm/survey-js-ui/survey-js-ui.min.js"),
    body: `<div id="quiz"></div>${data(forSurvey)}`,
    code: `const content = JSON.parse(document.querySelector("#questions").textContent);
new Survey.Model(content).render(document.querySelector("#quiz"));`,
    target: ["#quiz label.sd-selectbase__label"],
    works: hasChecked,
  },
  {
    name: "qti-components 7.27.4",
    head: qtiSheet + module("/npm/@citolab/qti-components/cdn/index.js"),
    body: forQti,
    target: ["qti-simple-choice"],
    works: isAriaChecked,
  },
  {
    // Only what a choice needs, put together by hand: more than its documentation offers.
    name: "qti-components, choices only",
    tailored: true,
    head: qtiSheet + module("/bundles/qti.js"),
    body: forQti,
    bundle: ["qti", `
      import { QtiAssessmentItem, QtiItemBody, QtiResponseDeclaration } from "@citolab/qti-components/qti-elements";
      import { QtiChoiceInteraction, QtiPrompt, QtiSimpleChoice } from "@citolab/qti-components/qti-interactions";
      globalThis.kept = [QtiAssessmentItem, QtiItemBody, QtiResponseDeclaration];
      globalThis.kept.push(QtiChoiceInteraction, QtiPrompt, QtiSimpleChoice);`],
    target: ["qti-simple-choice"],
    works: isAriaChecked,
  },
  {
    // It shows a wheel for 0.8 s before each quiz, by its own design.
    name: "quizdown 0.4.1",
    head: script("/npm/quizdown/public/build/quizdown.js"),
    body: `<div class="quizdown">\n${forQuizdown}</div>`,
    code: `quizdown.init({ shuffleAnswers: false, locale: "en" })`,
    target: [".quizdown", "label"],
    works: hasChecked,
  },
];

const CHROME = [
  "play-button", "time-range", "time-display", "mute-button", "volume-range", "captions-button",
  "fullscreen-button",
];

/** A video works when it is told to play. */
export const VIDEOS = [
  {
    name: "Adil, with a checkpoint",
    ours: true,
    head: ADIL,
    body: `<adil-video src="/content/video.json"><p>A video lesson. It needs JavaScript.</p></adil-video>`,
    target: ["adil-video", "button.start"],
  },
  {
    // The browser draws its button at the left end of the lower edge.
    name: "bare <video controls> (the floor)",
    floor: true,
    body: video("controls"),
    target: ["video"],
    at: (box) => [box.left + 24, box.bottom - 48],
  },
  {
    // Its script for pages has all elements; these are the ones on this page.
    name: "media-chrome 4.19.4",
    head: module("/bundles/media-chrome.js"),
    bundle: ["media-chrome", ["controller", "control-bar", ...CHROME]
      .map((name) => `import "media-chrome/dist/media-${name}.js";`).join("\n")],
    body: `<media-controller>${video(`slot="media"`)}<media-control-bar>${
      CHROME.map((name) => `<media-${name}></media-${name}>`).join("")}</media-control-bar></media-controller>`,
    target: ["media-play-button"],
  },
  {
    // By default it asks its makers' site for its signs.
    name: "Plyr 3.8.4",
    head: sheet("/npm/plyr/dist/plyr.css") + script("/npm/plyr/dist/plyr.min.js"),
    body: video(`id="player" controls`),
    code: `new Plyr("#player", { iconUrl: "/npm/plyr/dist/plyr.svg", blankVideo: "" })`,
    target: [".plyr__controls [data-plyr=play]"],
  },
  {
    // The build without players of streams, since the file is a plain one.
    name: "video.js 8.24.1",
    head: sheet("/npm/video.js/dist/video-js.min.css") + script("/npm/video.js/dist/alt/video.core.min.js"),
    body: video(`id="player" class="video-js" controls`),
    code: `videojs("player", { fluid: true })`,
    target: [".vjs-big-play-button"],
  },
  {
    // Its script for pages loads twenty files one after another, some from other sites; one bundle
    // of the same layout needed two thirds of the time on the slowed line.
    name: "vidstack 1.15.6",
    head: sheet("/bundles/vidstack.css") + module("/bundles/vidstack.js"),
    bundle: ["vidstack", `
      import "vidstack/player";
      import "vidstack/player/layouts/default";
      import "vidstack/player/ui";`],
    styles: ["vidstack", `
      @import "vidstack/player/styles/default/theme.css";
      @import "vidstack/player/styles/default/layouts/video.css";`],
    body: `<media-player src="${MEDIA}" playsinline load="eager"><media-provider>${track}</media-provider>
<media-video-layout></media-video-layout></media-player>`,
    target: ["media-play-button"],
  },
];
