/** The mask of the changes that stand when those in `off` had not been made: bit i for `changes[i]`. */
export function maskOf(changes: readonly string[], off: readonly string[]): number {
  return changes.reduce((mask, id, i) => (off.includes(id) ? mask : mask | (1 << i)), 0);
}
