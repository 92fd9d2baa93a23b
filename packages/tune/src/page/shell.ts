import { escapeMarkup } from '@evospice/report';

/** The page before its script has run. What is put into it is escaped; everything else comes as data and is shown as text. */
export function pageShell(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)} – Evospice tune</title>
<link rel="stylesheet" href="/tune.css">
<script type="module" src="/tune.js"></script>
</head>
<body><div id="page"><p class="waiting">Simulating the start card…</p></div></body>
</html>
`;
}
