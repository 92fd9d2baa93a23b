type Job = readonly [duration: number, weight: number, due: number];

// EVOLVE-BLOCK-START
/** How urgent a job is at a time: the most urgent one is next. Earliest due date first, with weights that are next to nothing. */
function urgency([duration, weight, due]: Job, time: number, mean: number): number {
  const slack = Math.max(0, due - duration - time);
  const byDue = 1 /* range 0.001..10 */;
  const byWeight = 0.001 /* range 0.001..10 */;
  const bySlack = 0.001 /* range 0.001..10 */;
  const look = 3 /* range 0.2..10 */;
  return (bySlack * (weight / duration)) * Math.exp(-slack / (look * mean)) + byWeight * (weight / duration) - byDue * (due / (100 * mean));
}
// EVOLVE-BLOCK-END

export default function schedule(jobs: readonly Job[]): number[] {
  const left = [...jobs.keys()];
  const order: number[] = [];
  let time = 0;
  while (left.length > 0) {
    const mean = left.reduce((sum, index) => sum + (jobs[index] as Job)[0], 0) / left.length;
    const urgent = left.map((index) => urgency(jobs[index] as Job, time, mean));
    const [next] = left.splice(urgent.indexOf(Math.max(...urgent)), 1) as [number];
    order.push(next);
    time += (jobs[next] as Job)[0];
  }
  return order;
}
