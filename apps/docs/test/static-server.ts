import { readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tex': 'text/plain; charset=utf-8',
}

export interface StaticServer {
  /** With the base, such as `http://127.0.0.1:1234/isacnet/`. */
  readonly address: string
  close(): Promise<void>
}

/** Serves a folder from a sub-path, as a static host does: no path is rewritten, what isn't there is a 404. */
export const serveFolder = async (folder: string, base: string): Promise<StaticServer> => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname.startsWith(base)
      ? await fileAt(folder, decodeURIComponent(pathname.slice(base.length)))
      : undefined
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return
    }
    response
      .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      .end(await readFile(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}${base}`, close: () => closed(server) }
}

const fileAt = async (folder: string, path: string): Promise<string | undefined> => {
  const file = join(folder, normalize(path))
  if (!file.startsWith(folder)) return undefined
  for (const candidate of [file, join(file, 'index.html')]) {
    const found = await stat(candidate).catch(() => undefined)
    if (found?.isFile()) return candidate
  }
  return undefined
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
