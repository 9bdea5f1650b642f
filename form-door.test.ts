import { once } from 'node:events'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formDoor, unreadable } from './form-door.ts'

let server: Server
let port: number
let origin: string

beforeAll(async () => {
	const web = express()
	server = await new Promise((resolve) => {
		const listening = web.listen(0, '127.0.0.1', () => resolve(listening))
	})
	port = (server.address() as AddressInfo).port
	origin = `http://127.0.0.1:${port}`
	web.use(formDoor(origin, new Set([origin])))
	web.all('/:thing', (_request, response) => void response.send('in'))
	web.use(unreadable)
})
afterAll(() => {
	server.closeAllConnections()
	server.close()
})

async function post(headers: Record<string, string>, path = '/form', method = 'POST') {
	const asking = request({ port, path, method, headers, agent: false })
	asking.end(headers['content-length'] === '2' || headers['transfer-encoding'] ? '{}' : undefined)
	const [response] = await once(asking, 'response')
	let text = ''
	for await (const chunk of response) text += chunk
	return { status: response.statusCode, text }
}

const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' }

test.each([
	['our own form', () => ({ ...form, origin }), 200],
	['another site’s', () => ({ ...form, origin: 'https://elsewhere.example' }), 403],
	['one that says nothing of where it is from', () => form, 403],
	['one without an end', () => ({ 'content-type': form['content-type'], 'transfer-encoding': 'chunked', origin }), 411],
	['one that is too large', () => ({ ...form, 'content-length': '2000001', origin }), 413],
	['what is no form', () => ({ 'content-type': 'application/json', 'content-length': '2', origin }), 415],
])('%s', async (_what, headers, status) => {
	const answer = await post(headers())
	expect(answer.status).toBe(status)
	if (status !== 200) expect(answer.text).toContain('Nothing was changed')
})

test('a form from another address of this place says which one to use', async () => {
	expect((await post({ ...form, origin: 'http://192.168.1.5:3000' })).text).toContain(origin)
})

test('an address that cannot be read is refused in words', async () => {
	const { status, text } = await post({}, '/%E0%A4%A', 'GET')
	expect(status).toBe(400)
	expect(text).toContain('We cannot read this address')
	expect(text).not.toContain('decode')
})
