import { testCases } from './harness/cases';

describe('rules', () => testCases('rules'));
