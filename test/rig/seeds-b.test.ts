import { seeded } from './seeded';

seeded({ from: 1_001, runs: 1_000 });
