/** What Atlaskit asks its feature flag client, answered as an unreachable one answers: every flag is off. */
const featureGates = {
  checkGate: () => false,
  isGateExist: () => false,
  isExperimentExist: () => false,
  initializeCompleted: () => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
};

export default featureGates;
