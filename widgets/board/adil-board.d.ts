// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "board";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "play" | "projector";
  readonly level: string;
}

export interface AdilBoardEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { kind: "board" | "quest" | "debate" }>;
  /** A game began. */
  "adil-start": CustomEvent<Run & { teams: number }>;
  /** A team rolled. `team` is the shape of its token. */
  "adil-turn": CustomEvent<Run & { team: string; roll: number; from: number; to: number }>;
  /** A card was answered. */
  "adil-card": CustomEvent<Run & { deckId: string; cardId: string; verdict: "good" | "partly" | "notYet" }>;
  /** A quest or a debate went on. */
  "adil-progress": CustomEvent<Run & { done: number; total: number }>;
  /** The game is over. */
  "adil-complete": CustomEvent<Run & { moves: number }>;
  /** The browser refused to keep the game. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilBoard extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** Whether it begins large, for a class. */
  mode: string | null;
  /** For whom: sets type size, targets, register; children have no timers. */
  level: string | null;
  /** Where the game is kept. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilBoardEventMap>(
    type: K,
    listener: (this: AdilBoard, event: AdilBoardEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilBoard, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilBoardEventMap>(
    type: K,
    listener: (this: AdilBoard, event: AdilBoardEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilBoard, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilBoardAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** Whether it begins large, for a class. */
  mode?: "play" | "projector" | undefined;
  /** For whom: sets type size, targets, register; children have no timers. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where the game is kept. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-board": AdilBoard;
  }
}
