/**
 * Lets a reader of standard output or standard error go away (`| head`) without ending the process: what is written after
 * that is lost, and the job in hand goes on to its end. Every other trouble with a stream is still an error.
 */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    // Beside the callback of a write, a stream tells its listeners; an `error` that nobody listens to ends the process.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
