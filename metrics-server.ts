import { createServer, type Server } from 'node:http'

/** `/metrics` for Prometheus, on a port of its own that the proxy does not pass on. */
export async function serveMetrics(port: number, text: () => string): Promise<Server> {
	const server = createServer((request, response) => {
		if (request.url !== '/metrics') return response.writeHead(404).end()
		response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text())
	})
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, '127.0.0.1', resolve)
	})
	return server
}
