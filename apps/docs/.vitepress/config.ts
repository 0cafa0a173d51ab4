import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitepress'
import { pageWeight } from '../scripts/search-weight.js'
import { writeServiceWorker } from '../scripts/service-worker.js'
import { explainSymbols } from '../scripts/symbols/explain-symbols.js'
import { tablesOnDemand } from '../scripts/tables-on-demand.js'
import { pagesFolder, repositoryUrl, workspacePackages } from '../scripts/workspace.js'

/** The path that the site is served from, such as `/isacnet/`; the root unless told otherwise. */
const base = process.env.ISACNET_SITE_BASE ?? '/'

/** Pages that a script makes exist only where there is something to show. */
const existing = <Item extends { link: string }>(items: readonly Item[]): Item[] =>
  items.filter(({ link }) => existsSync(join(pagesFolder, `${link.endsWith('/') ? `${link}index` : link}.md`)))

const evidence = existing([
  { text: 'Audit of the claims', link: '/audit' },
  { text: 'Errata of the paper', link: '/errata' },
  { text: 'Accuracy', link: '/accuracy' },
  { text: 'Benchmarks', link: '/benchmarks' },
])

/** The figures' pages in the order of the paper, `5: Communication and total ASE …`, then those beyond it. */
const figurePages = readdirSync(join(pagesFolder, 'gallery'))
  .filter((file) => file.endsWith('.md') && file !== 'index.md')
  .map((file) => ({
    number: /^fig\d+\.md$/.test(file) ? Number.parseInt(file.slice(3), 10) : Number.POSITIVE_INFINITY,
    text: /^# (?:Figure )?(.*)$/m.exec(readFileSync(join(pagesFolder, 'gallery', file), 'utf8'))?.[1] ?? file,
    link: `/gallery/${file.replace('.md', '')}`,
  }))
  .sort((a, b) => (a.number === b.number ? a.text.localeCompare(b.text) : a.number - b.number))

const sidebar = [
  { text: 'Explorer', link: '/explorer' },
  {
    text: 'Guide',
    items: existing([
      { text: 'What the problem is', link: '/guide/' },
      // Tutorials, the easier ones first.
      { text: 'The first five minutes', link: '/guide/first-steps' },
      { text: 'Your city in five minutes', link: '/guide/your-city' },
      { text: 'Reproduce the paper', link: '/guide/reproduce' },
      { text: 'How to choose a method', link: '/guide/choose-a-method' },
      { text: 'Who pays for nulling?', link: '/guide/who-pays' },
      { text: 'On many machines', link: '/guide/scale-out' },
      { text: 'From Python, MATLAB, R, Julia', link: '/guide/other-languages' },
      { text: 'Add to it', link: '/guide/extend' },
      // To look up.
      { text: 'The command', link: '/guide/command' },
      { text: 'Reference of the command', link: '/guide/reference' },
    ]),
  },
  {
    text: 'Gallery',
    link: '/gallery/',
    items: figurePages.map(({ text, link }) => ({ text, link })),
    collapsed: true,
  },
  { text: 'Evidence', items: evidence },
  {
    text: 'API reference',
    link: '/api/',
    items: workspacePackages().flatMap(({ entries }) =>
      entries.map(({ name, page }) => ({ text: name, link: `/api/${page}` })),
    ),
    collapsed: true,
  },
]

export default defineConfig({
  srcDir: 'pages',
  // Pages that nobody has asked for yet would be most of what a page loads.
  router: { prefetchLinks: false },
  base,
  lang: 'en',
  title: 'isacnet',
  description:
    'What a cooperative integrated sensing and communication network achieves, and how its antennas should be spent',
  head: [
    // What stands in for scripts goes before it is seen where they run.
    ['script', {}, "document.documentElement.classList.add('scripted')"],
    ['link', { rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml' }],
  ],
  // The generated overview of TypeDoc is replaced by a page of our own.
  srcExclude: ['api/overview.md', 'parts/**'],
  // What all pages have in common, the hashes of all others among it, in a file of its own: it is fetched once.
  metaChunk: true,
  // A file for LaTeX is no page; the tests look for dead links to files.
  ignoreDeadLinks: [/fig\d+-[^/]*\.(svg|csv|json|tex)$/, /pictures\/[^/]*\.(csv|json)$/, /schemas\/[^/]*\.json$/],
  markdown: {
    math: true,
    config: explainSymbols,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  buildEnd: ({ outDir }) => writeServiceWorker(outDir, base),
  vite: {
    resolve: { conditions: ['@isacnet/source', 'import', 'module', 'browser', 'default'] },
    ssr: { resolve: { conditions: ['@isacnet/source', 'import', 'module', 'node', 'default'] } },
    plugins: [tablesOnDemand()],
    worker: { format: 'es', plugins: () => [tablesOnDemand()] },
    // A page has a document: what draws without one is never asked for.
    build: { chunkSizeWarningLimit: 1000, rollupOptions: { external: ['linkedom'] } },
  },
  themeConfig: {
    search: { provider: 'local', options: { miniSearch: { searchOptions: { boostDocument: pageWeight } } } },
    notFound: { linkLabel: 'Take me home' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Guide', link: '/guide/', activeMatch: '/guide/' },
      { text: 'Explorer', link: '/explorer' },
      { text: 'Gallery', link: '/gallery/', activeMatch: '/gallery/' },
      { text: 'Evidence', items: evidence },
      { text: 'API', link: '/api/', activeMatch: '/api/' },
    ],
    sidebar,
    socialLinks: [{ icon: 'github', link: repositoryUrl, ariaLabel: 'Sources on GitHub' }],
    editLink: { pattern: `${repositoryUrl}/edit/main/apps/docs/pages/:path`, text: 'Edit this page' },
    footer: { message: 'MIT licence. Everything is computed in your browser; nothing is sent anywhere.' },
  },
})
