// What is different in an engine, and why it may stay so. A test that fails there for this reason
// is skipped; the whole run says when it would pass, or when no test has the name any more.

/** The engine; the name of a test, or a pattern of names; and the reason, for the report. */
export const DIFFERENCES = [
  {
    engine: "webkit", test: "arrows move the choice",
    why: "WebKit's own arrow keys do not lead from the last option of a group to the first",
  },
  {
    engine: "webkit", test: "a wrong hash of adil-quiz.js is refused",
    why: "WebKit does not check hashes of modules that a link announces; that of the module itself is checked",
  },
  {
    engine: "webkit", test: "the browser asks before words that are in no file are lost",
    why: "WebKitGTK asks nothing before a page is left when WebDriver drives it; that the page wants it to is checked",
  },
  {
    engine: "firefox", test: "a button that something covers does not act and says so",
    why: "only Chromium tells a page what lies over an element",
  },
  {
    engine: "webkit", test: "a button that something covers does not act and says so",
    why: "only Chromium tells a page what lies over an element",
  },
];

/** Whether a difference is about a test with this name. */
export const fits = ({ test }, name) => (test instanceof RegExp ? test.test(name) : test === name);

/** What is known of a test in an engine. */
export const differenceOf = (engine, name) =>
  DIFFERENCES.find((known) => known.engine === engine && fits(known, name));
