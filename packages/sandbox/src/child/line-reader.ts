/**
 * Cuts a stream of text into lines.
 * @param longest most characters a line may have; beyond it `onOverflow` is called once and nothing more is read
 */
export function createLineReader(longest: number, onLine: (line: string) => void, onOverflow: () => void): (chunk: string) => void {
  let parts: string[] = [];
  let length = 0;
  let stopped = false;
  return (chunk) => {
    let from = 0;
    while (!stopped) {
      const end = chunk.indexOf('\n', from);
      const piece = end === -1 ? chunk.slice(from) : chunk.slice(from, end);
      length += piece.length;
      if (length > longest) {
        stopped = true;
        parts = [];
        onOverflow();
        return;
      }
      parts.push(piece);
      if (end === -1) return;
      const line = parts.join('');
      parts = [];
      length = 0;
      from = end + 1;
      onLine(line);
    }
  };
}
