import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Files that are saved rather than looked at: a reader who is offline can do without. */
const downloads = /\.(csv|json|tex)$/

/** The pages of the reference below its overviews, and their scripts: hundreds of files, kept when they are read. */
const looked = /^(api\/[^/]+\/|assets\/api_[^_.]+_)/

/**
 * Writes `sw.js`, with which the built site works offline once it was loaded: pages come from the network while there is one, what has
 * a hash in its name from the cache. Of the reference, only overviews and what was read is kept. The cache's name is a hash of the
 * whole site, so that a new build replaces the old one.
 */
export const writeServiceWorker = (folder: string, base: string): void => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js' && !downloads.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)))
  const name = `isacnet-${hash.digest('hex').slice(0, 16)}`
  const kept = files.filter((file) => !looked.test(file))
  writeFileSync(join(folder, 'sw.js'), script(name, base, kept))
}

const script = (name: string, base: string, files: readonly string[]): string => `const name = ${JSON.stringify(name)}
const base = ${JSON.stringify(base)}
const files = ${JSON.stringify(files)}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files.map((file) => base + file))).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  const forget = (names) => Promise.all(names.filter((other) => other.startsWith('isacnet-') && other !== name).map((other) => caches.delete(other)))
  event.waitUntil(caches.keys().then(forget).then(() => self.clients.claim()))
})

const cached = async (request) => {
  const { pathname } = new URL(request.url)
  for (const path of [pathname, pathname + '.html', pathname + 'index.html']) {
    const response = await caches.match(path, { ignoreSearch: true })
    if (response !== undefined) return response
  }
}

const fetched = async (request) => {
  const response = await fetch(request)
  if (response.status === 200) {
    const copy = response.clone()
    await caches.open(name).then((cache) => cache.put(new URL(request.url).pathname, copy))
  }
  return response
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(self.location.origin + base)) return
  const page = request.mode === 'navigate'
  event.respondWith(
    (async () => {
      if (!page) return (await cached(request)) ?? fetched(request)
      try {
        return await fetched(request)
      } catch (error) {
        const response = await cached(request)
        if (response !== undefined) return response
        throw error
      }
    })(),
  )
})
`
