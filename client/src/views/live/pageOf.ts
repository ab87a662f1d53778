import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** The page around the script in `dist`: nothing else can run in it, and nothing is fetched but that script and its styles. */
export function pageOf(webview: Webview, dist: Uri, language: 'en' | 'fr'): string {
  const nonce = randomBytes(18).toString('base64');
  const [script, style] = ['liveView.js', 'liveView.css'].map((name) => webview.asWebviewUri(Uri.joinPath(dist, name)));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Collab</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
