/** What `answer` gives within so many milliseconds; null where it fails, or gives nothing by then. */
export function inTime<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), milliseconds);
    void answer
      .catch(() => null)
      .then((given) => {
        clearTimeout(late);
        resolve(given);
      });
  });
}
