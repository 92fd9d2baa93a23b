/** A number with its noun, such as `1 file` and `2 files`. @param many plural of a noun that has another than an `s` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
