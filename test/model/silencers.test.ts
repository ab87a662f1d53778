import { testCases } from '../harness/cases';

describe('silencers', () => testCases('silencers'));
