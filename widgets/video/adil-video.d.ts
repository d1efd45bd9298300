// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "video";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "learn" | "teacher";
  readonly level: string;
}

export interface AdilVideoEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { checkpoints: number }>;
  /** It plays, from that second. */
  "adil-play": CustomEvent<Run & { at: number }>;
  /** It stands still, at that second. */
  "adil-pause": CustomEvent<Run & { at: number }>;
  /** A learner went to another place while the film is there. */
  "adil-seek": CustomEvent<Run & { from: number; to: number }>;
  /** A checkpoint was answered. */
  "adil-checkpoint": CustomEvent<Run & { checkpointId: string; at: number; outcome: "right" | "wrong" | "open"; tries: number; passed: boolean }>;
  /** More checkpoints are done. */
  "adil-progress": CustomEvent<Run & { done: number; total: number }>;
  /** The lesson's rule for completion is met: shares 0 to 1 in whole percent, and counts. */
  "adil-complete": CustomEvent<Run & { watched: number; unattended: number; passed: number; checkpoints: number }>;
  /** The browser refused to keep the place. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilVideo extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** A teacher passes every checkpoint. */
  mode: string | null;
  /** For whom: sets type size, targets, register, tries. */
  level: string | null;
  /** Where the place is kept. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** How the lesson is followed at first. */
  version: string | null;
  /** Seeking goes only where was watched. */
  noSkip: string | null;
  /** What plays HLS elsewhere. */
  hls: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilVideoEventMap>(
    type: K,
    listener: (this: AdilVideo, event: AdilVideoEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilVideo, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilVideoEventMap>(
    type: K,
    listener: (this: AdilVideo, event: AdilVideoEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilVideo, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilVideoAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** A teacher passes every checkpoint. */
  mode?: "learn" | "teacher" | undefined;
  /** For whom: sets type size, targets, register, tries. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where the place is kept. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** How the lesson is followed at first. */
  version?: "film" | "slides" | undefined;
  /** Seeking goes only where was watched. */
  "no-skip"?: boolean | "" | undefined;
  /** What plays HLS elsewhere. */
  hls?: string | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-video": AdilVideo;
  }
}
