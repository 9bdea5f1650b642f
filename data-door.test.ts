import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataDoor } from './data-door.ts'

const page = (id: string, path: string, handle?: object) => ({ id, parentId: 'root', path, module: { handle } })
const routes = {
	root: { id: 'root', path: '', module: {} },
	roll: page('roll', 'decisions/:decision/electors'),
	write: page('write', 'documents/:document/write', { scripts: true }),
	any: page('any', '*'),
}
let server: Server
let origin: string

beforeAll(async () => {
	const web = express()
	web.use(dataDoor({ routes, assets: { routes } } as unknown as ServerBuild))
	web.use((_request, response) => void response.send('in'))
	server = web.listen(0, '127.0.0.1')
	await once(server, 'listening')
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test.each([
	['a page', '/decisions/x/electors', 'GET', 200],
	['a page’s data', '/decisions/x/electors.data', 'GET', 404],
	['the same with capitals', '/DECISIONS/x/electors.data?_routes=roll', 'GET', 404],
	['one loader’s data', '/decisions/x/electors?_data=roll', 'GET', 404],
	['one loader’s data, written otherwise', '/decisions/x/electors?a&%5Fdata=roll', 'GET', 404],
	['a form by itself', '/decisions/x/electors.data', 'POST', 404],
	['the first page’s data', '/_root.data', 'GET', 404],
	['data of what is no page', '/nowhere/at/all.data', 'GET', 404],
	['data of a page with scripts', '/documents/x/write.data', 'GET', 200],
	['one loader’s data of a page with scripts', '/documents/x/write?_data=root', 'GET', 404],
	['a form of a page with scripts by itself', '/documents/x/write.data', 'POST', 404],
])('%s: %s', async (_what, path, method, status) => {
	expect((await fetch(origin + path, { method })).status).toBe(status)
})
