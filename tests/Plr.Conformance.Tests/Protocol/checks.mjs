// What the checks of a protocol share: each has a name and prints how it went; the last line counts them.
let passed = 0;
let failed = 0;

export const check = (name, isOk, seen = '') => {
  if (isOk) passed++;
  else failed++;
  console.log(isOk ? `ok ${name}` : `FAILED ${name}: ${seen}`);
};

export const finish = () => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
};

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

export const eventually = async (condition, milliseconds = 6000) => {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(10)) {
    if (condition()) return true;
  }
  return false;
};
