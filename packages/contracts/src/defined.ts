/** The keys of T that may be left out when their value is undefined. */
type Optional<T> = { readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Required<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

/** The object without the keys whose value is undefined; for members that are optional, not undefined. */
export function defined<T extends object>(values: T): Required<T> & Optional<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
