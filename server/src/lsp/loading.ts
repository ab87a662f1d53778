import type { Connection } from 'vscode-languageserver';
import type { Localised } from '../text/localised';
import type { Desk } from './desk';

/** In milliseconds, how long reading goes unsaid. */
const patience = 300;

/** Shows that files are being read until all that was told so far has been, where that takes a while. */
export async function showLoading(connection: Connection, desk: Desk): Promise<void> {
  const loading = allRead(desk);
  const isSlow = await Promise.race([loading.then(() => false), slow()]);
  if (!isSlow) return;
  const shown = await connection.window.createWorkDoneProgress();
  shown.begin(reading[desk.languageOf(undefined)]);
  await loading;
  shown.done();
}

function slow(): Promise<true> {
  return new Promise((resolve) => setTimeout(resolve, patience, true));
}

async function allRead(desk: Desk): Promise<void> {
  await desk.settled();
  await Promise.all(desk.session.projects.map((project) => desk.ready(project)));
}

const reading: Localised = { en: 'Collab: reading the model', fr: 'Collab\u00A0: lecture du modèle' };
