import assert from 'node:assert/strict';
import { reportOf } from '../../server/src/reports/catalogue';
import { caseInput } from './project';
import { withFixedFindings } from './stubs';

describe('a report in French', () => {
  const markdown = reportOf('review', withFixedFindings(caseInput('studio.collab')), { format: 'md', language: 'fr' });

  it('keeps its punctuation with what it belongs to', () => {
    const wrong = markdown
      .split('\n')
      .filter((line) => / [;?!»]|« | :(?!-)(?= \S| ?$)/.test(line.replace(/^: /, '').replace(/^\|[ :|-]+\|$/, '')));
    assert.deepEqual(wrong, []);
    assert.match(markdown, /\u00A0: /);
    assert.match(markdown, /«\u00A0Poster\u00A0»/);
  });

  it('has no straight apostrophe, and writes figures and dates as one does', () => {
    assert.doesNotMatch(markdown, /\p{L}'\p{L}/u);
    assert.match(markdown, /1er – 30 avril 2026/);
    assert.match(markdown, /0,6/);
  });

  it('has no English of its own, names of rules and thresholds aside', () => {
    assert.doesNotMatch(markdown.replace(/`[^`]*`/g, ''), /\b(?:nobody|finding|planned|stated|days?|led by|wanted|warnings?)\b/);
  });
});
