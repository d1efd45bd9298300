// Made from the element's SPEC; do not edit.

export type Verdict = "right" | "partly" | "wrong" | "unsure" | "open";

/** What all events of a run carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "quiz";
  readonly reminded: boolean;
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "learn" | "test" | "class" | "print";
  readonly level: string;
}

export interface AdilQuizEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { items: number }>;
  /** A learner did something for the first time: started, answered, asked for a hint. */
  "adil-start": CustomEvent<Run & { items: number }>;
  /** An item was checked. */
  "adil-answer": CustomEvent<Run & { itemId: string; optionIds: string[]; verdict: Verdict; score: number; tries: number; ms: number }>;
  /** A hint was shown. */
  "adil-hint": CustomEvent<Run & { itemId: string }>;
  /** More items are done. */
  "adil-progress": CustomEvent<Run & { done: number; total: number }>;
  /** The run is over; `scaled` is in whole percent, as it is shown. */
  "adil-complete": CustomEvent<Run & { score: number; max: number; scaled: number | null; passed: boolean | null; band: number | null; stars: number | null }>;
  /** The browser refused to keep answers. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilQuiz extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** How the quiz is taken. */
  mode: string | null;
  /** For whom: sets type size, targets, register, tries. */
  level: string | null;
  /** Where answers are kept. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** Sets the order of items and options. */
  seed: string | null;
  /** How many items to pick by chance. */
  pick: string | null;
  /** Shuffles items and options. */
  shuffle: string | null;
  /** How often one item may be checked. */
  tries: string | null;
  /** A visible timer; never for primary school. */
  timeLimit: string | null;
  /** Whether the time may be stopped. */
  allowPause: string | null;
  /** How {money:…} is shown, such as KZT. */
  currency: string | null;
  /** How many versions are printed. */
  versions: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilQuizEventMap>(
    type: K,
    listener: (this: AdilQuiz, event: AdilQuizEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilQuiz, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilQuizEventMap>(
    type: K,
    listener: (this: AdilQuiz, event: AdilQuizEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilQuiz, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilQuizAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** How the quiz is taken. */
  mode?: "learn" | "test" | "class" | "print" | undefined;
  /** For whom: sets type size, targets, register, tries. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where answers are kept. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** Sets the order of items and options. */
  seed?: number | string | undefined;
  /** How many items to pick by chance. */
  pick?: number | string | undefined;
  /** Shuffles items and options. */
  shuffle?: boolean | "" | undefined;
  /** How often one item may be checked. */
  tries?: number | string | undefined;
  /** A visible timer; never for primary school. */
  "time-limit"?: number | string | undefined;
  /** Whether the time may be stopped. */
  "allow-pause"?: boolean | "" | undefined;
  /** How {money:…} is shown, such as KZT. */
  currency?: string | undefined;
  /** How many versions are printed. */
  versions?: number | string | undefined;
  /** A pledge that is remembered before the start. */
  before?: string | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-quiz": AdilQuiz;
  }
}
