// Loaded before `evospice` by tests that start it in a process group of its own: a run that goes on for hours does not outlive tests that
// were killed. Workers that it starts are handed the same options of Node; they are left to find out by themselves that it is gone.
if (process.argv[1]?.endsWith('evospice.mjs')) {
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) process.kill(-process.pid, 'SIGKILL');
  }, 500).unref();
}
