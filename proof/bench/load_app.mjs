// Loads an app through its wrapper and says what that took. Plain JavaScript: reading types would cost more than
// the app does.
const [, , wrapper] = process.argv;
const cost = () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  // Both count from the start of the process.
  return { wall: performance.now(), cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
};

const { handler } = await import(wrapper);
const loaded = cost();
await handler({ command: 'definition', calledFromCli: true });
const ready = cost();
process.stdout.write(`\n${JSON.stringify({ loaded, ready })}\n`);
