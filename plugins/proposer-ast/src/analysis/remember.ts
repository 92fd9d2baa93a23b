/**
 * Remembers the results of a pure function for the most recent arguments. Elites come back as parents and donors again
 * and again, and reading a program takes some milliseconds.
 */
export function remember<A, R>(compute: (argument: A) => R, limit = 32): (argument: A) => R {
  const known = new Map<A, R>();
  return (argument) => {
    const before = known.get(argument);
    const result = before ?? compute(argument);
    known.delete(argument);
    known.set(argument, result);
    for (const oldest of known.keys()) {
      if (known.size <= limit) break;
      known.delete(oldest);
    }
    return result;
  };
}
