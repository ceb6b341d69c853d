import { orderSchema } from './batch_processes.ts';
import { playBatch } from './write_batch.ts';

// A process that plays batches, one after the other, until its parent lets go of it.
process.on('message', (message) => {
  const { options, batch } = orderSchema.parse(message);
  const { troubles, ...rest } = options;
  const report = (ended: number): void => void process.send?.({ ended });
  void playBatch({ ...rest, ...(troubles && { troubles }) }, batch, report).then((tally) =>
    process.send?.({ tally }),
  );
});
