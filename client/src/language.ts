import { env, workspace } from 'vscode';

/** The language that Collab speaks in this window: the setting, else that of VS Code. */
export function languageNow(): 'en' | 'fr' {
  const setting = workspace.getConfiguration('collab').get('language', 'auto');
  return (setting === 'auto' ? env.language : setting).startsWith('fr') ? 'fr' : 'en';
}
