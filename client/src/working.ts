import { setTimeout as sleep } from 'node:timers/promises';
import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

/** Milliseconds after which one wants to know that something goes on. */
const aWhile = 500;

/** What `work` answers; where it takes a while that is shown under `title`, and it can be stopped: then undefined. */
export async function working<Result>(title: string, work: (token: CancellationToken) => Promise<Result>): Promise<Result | undefined> {
  const source = new CancellationTokenSource();
  const result = work(source.token);
  const ended = result.then(
    () => true,
    () => true,
  );
  const isQuick = await Promise.race([ended, sleep(aWhile, false)]);
  if (!isQuick) {
    await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
      token.onCancellationRequested(() => source.cancel());
      return ended;
    });
  }
  try {
    return await result;
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    source.dispose();
  }
}
