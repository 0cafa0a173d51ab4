import type { ClaimFinding } from '@isacnet/audit'
import { type FigureData, figureHeading, plainText } from '@isacnet/drawing'
import { isacnetCommit, isacnetVersion } from '../../documents/build-information.js'
import type { OutputFile } from '../../files/output-directory.js'

/** A figure with its files, what the paper says of it, and what was found of the claims that it shows. */
export interface IndexedFigure {
  readonly figure: FigureData
  readonly paperSays: string
  readonly files: readonly string[]
  /** The picture, as it is shown in the page; nothing where none was written. */
  readonly svg: string
  readonly findings: readonly ClaimFinding[]
  /** The command that makes the figure. */
  readonly command: string
}

/** One page with every figure: it stands alone, refers to nothing but the files beside it, and has no date. */
export const figureIndex = (figures: readonly IndexedFigure[]): OutputFile => ({
  name: 'index.html',
  content: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Figures of the paper, reproduced</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
figure { margin: 1rem 0; background: #fff; border-radius: 6px; padding: .5rem; overflow-x: auto }
figure svg { display: block; width: 100%; height: auto; min-width: 32rem }
code { font-size: .95em; overflow-wrap: anywhere }
dt { font-weight: 600; margin-top: .6rem }
dd { margin-left: 0 }
.verdict { font-weight: 600 }
h2 { margin-top: 3rem; border-top: 1px solid #8886; padding-top: 1rem }
</style>
</head>
<body>
<h1>Figures of the paper, reproduced</h1>
<p>By isacnet ${escaped(isacnetVersion)}${isacnetCommit === null ? '' : `, commit <code>${escaped(isacnetCommit)}</code>`}. Curves are computed,
marks simulated; manifests have parameters, seeds and hashes.</p>
<nav><ul>
${figures.map(({ figure }) => `<li><a href="#${figure.id}">${escaped(plainText(figureHeading(figure)))}</a></li>`).join('\n')}
</ul></nav>
${figures.map(section).join('\n')}
</body>
</html>
`,
})

const section = ({ figure, paperSays, files, svg, findings, command }: IndexedFigure): string => `
<h2 id="${figure.id}">${escaped(plainText(figureHeading(figure)))}</h2>
${svg === '' ? '' : `<figure>${svg.replaceAll('isacnet-', `${figure.id}-`)}</figure>`}
<p>${escaped(plainText(figure.caption))}</p>
<dl>
<dt>What the paper says</dt><dd>${escaped(paperSays)}</dd>
${findings.map(finding).join('\n')}
<dt>Command</dt><dd><code>${escaped(command)}</code></dd>
<dt>Files</dt><dd>${files.map((name) => `<a href="${encodeURI(name)}">${escaped(name)}</a>`).join(' · ')}</dd>
</dl>`

const finding = ({ id, title, verdict, explanation }: ClaimFinding): string =>
  `<dt>What we find: ${escaped(id)}, “${escaped(title)}”</dt><dd><span class="verdict">${escaped(verdict)}</span>. ${escaped(explanation)}</dd>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
