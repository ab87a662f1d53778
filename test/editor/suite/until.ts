import * as assert from 'node:assert/strict';

/** What `look` answers once it answers something; fails after `seconds`, saying what was awaited. */
export async function until<Answer>(
  what: string,
  look: () => Answer | undefined | PromiseLike<Answer | undefined>,
  seconds = 20,
): Promise<Answer> {
  for (const deadline = Date.now() + seconds * 1000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await look();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < deadline, `waited ${seconds} s for ${what}`);
  }
}
