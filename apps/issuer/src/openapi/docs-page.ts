import { sheet } from '@proofmark/ui/sheet';

/** What the reference page may do: its own files, its own API, and pictures that stand in its style sheet. */
export const DOCS_POLICY: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page around Swagger UI. Everything it loads lies beside it. */
export const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Proofmark</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
<link rel="stylesheet" href="docs/docs.css">
</head>
<body>
<noscript><p>This reference needs JavaScript. The same description as a document: <a href="openapi.json">/openapi.json</a>.</p></noscript>
<div id="reference"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/initialise.js"></script>
</body>
</html>
`;

/** Starts Swagger UI. A file of its own, so that the page needs no inline script. Groups are folded: of all operations at once it draws the first three alone. */
export const DOCS_SCRIPT = `SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 3,
  displayRequestDuration: true,
  tryItOutEnabled: false,
  persistAuthorization: false,
  validatorUrl: null,
});
`;

/** Swagger UI has one scheme, a light one. */
export const DOCS_STYLE: string = sheet(`:root { @colours paper; }
body { margin: 0; background: var(--pm-paper); }
.swagger-ui .topbar { display: none; }
.swagger-ui .info { margin: var(--pm-space-xl) 0; }
noscript p { font: var(--pm-text-m) / 1.5 system-ui, sans-serif; margin: var(--pm-space-2xl); }
`);
