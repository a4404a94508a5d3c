/** What Atlaskit asks its feature flag client, answered as an unreachable one answers: every flag is off. */
export default {
  checkGate: () => false,
  isGateExist: () => false,
  isExperimentExist: () => false,
  initializeCompleted: () => false,
  getExperimentValue: (_experiment, _parameter, fallback) => fallback,
};
