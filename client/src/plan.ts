import type { Middleware } from 'vscode-languageclient/node';
import { proposePlanCommand } from '../../server/src/lsp/protocol';
import { modelAtHand } from './report';

/** From the palette, a plan is asked for the model that is being looked at. */
export const planWhatIsAtHand: Middleware = {
  executeCommand: (command, args, next) => {
    const [given] = args;
    const uri = typeof given === 'string' ? given : modelAtHand()?.toString();
    return command === proposePlanCommand && uri !== undefined ? next(command, [uri]) : next(command, args);
  },
};
