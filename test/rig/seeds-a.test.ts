import { seeded } from './seeded';

seeded({ from: 1, runs: 1_000 });
