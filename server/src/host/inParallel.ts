/** What `work` answers for each of `items`, in their order; at most `bound` of them are under way at a time. */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  bound: number,
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await work(items[at] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(bound, items.length) }, worker));
  return answers;
}
