// What an engine, or the program that drives it, has no way to do: the test that asked for it is
// skipped with this reason, and the reason stands in the report.
export class CannotHere extends Error {
  name = "CannotHere";
}
