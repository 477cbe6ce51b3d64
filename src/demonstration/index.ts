export { simulate } from './simulator/simulator.js';
export type {
  Sector,
  SimulatedEmployer,
  SimulatedWorkplace,
  Simulation,
  SimulationOptions,
} from './simulator/simulation.js';
export { PAYROLL_CODES } from './payroll/payroll-codes.js';
export { bytesOf, payrollFiles, type PayrollFile } from './payroll/payroll-files.js';
export { LOGINS, PASSWORD } from './seed/logins.js';
export { seedDemonstration } from './seed/seed.js';
export { SettableClock } from './seed/settable-clock.js';
