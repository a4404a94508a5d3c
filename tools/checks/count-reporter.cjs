/**
 * Says the outcome of a test run once more, alone on the very last line. A file that could not run counts as a failure.
 * Jest puts its own summary after every reporter, hence the wait for the end of the process.
 */
module.exports = class CountReporter {
  onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    process.once('exit', () => process.stdout.write(line));
  }
};
