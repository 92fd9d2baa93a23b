import type { BenchServices } from '@evospice/bench';
import { Clock, Logger } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';

/** What a benchmark asks of a kernel. */
export function benchServices({ registry, container }: Kernel): BenchServices {
  return { registry, clock: container.get<Clock>(Clock), logger: container.get<Logger>(Logger) };
}
