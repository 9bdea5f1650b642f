import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { decodeSaved, savedType } from '../app/domain/documents/live-messages.ts'
import { expect, expectAccessible, harbourside, signIn, test } from './fixtures.ts'

const cap = 10 * 1024 * 1024

test('a document that is full refuses in words, beside the field, and loses nothing typed', async ({
	page,
	baseURL,
}) => {
	test.setTimeout(120_000)
	await signIn(page, 'Wei')
	await page.goto(`${harbourside}/documents/new`)
	await page.getByLabel('Commissioning priority').check()
	await page.getByLabel('Title').fill('Everything anybody ever said')
	await page.getByLabel('What need is this about?').fill('We never stop.')
	await page.getByLabel('Where was it heard, and when?').fill('Everywhere')
	await page.getByRole('button', { name: 'Start writing' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'Everything anybody ever said' })).toBeVisible()
	const address = new URL(page.url()).pathname
	await page.goto(`${address}/sections/evidence`)
	const typed = 'They told us this. '.repeat(100)
	await page.getByLabel('The words of this section').fill(typed)

	const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
	await fill(baseURL!.replace('http', 'ws'), address.split('/').at(-1)!, cookies)

	await page.getByRole('button', { name: 'Save my words' }).click()
	await expect(page.getByRole('alert')).toContainText('This document is full')
	await expect(page.locator('.govuk-error-message')).toContainText('This document is full')
	await expect(page.getByLabel('The words of this section')).toHaveValue(typed)
	await expectAccessible(page)
})

/** As somebody with an editor of their own could: one passage that leaves room for a sentence. */
async function fill(origin: string, documentId: string, cookie: string) {
	class Socket extends WebSocket {
		constructor(address: string) {
			super(address, { headers: { cookie } })
		}
	}
	const doc = new Y.Doc()
	const provider = new WebsocketProvider(`${origin}/live`, documentId, doc, {
		disableBc: true,
		params: { ack: '1' },
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
	})
	await expect.poll(() => provider.synced).toBe(true)
	const paragraph = new Y.XmlElement('paragraph')
	paragraph.insert(0, [new Y.XmlText('x'.repeat(cap - 500))])
	let stored = 0
	provider.messageHandlers[savedType] = (_encoder, decoder) => {
		stored = decodeSaved(decoder.arr)?.clocks.find(([client]) => client === doc.clientID)?.[1] ?? stored
	}
	doc.getXmlFragment('good-life').insert(0, [paragraph])
	await expect.poll(() => stored, { timeout: 30_000 }).toBeGreaterThan(cap - 500)
	provider.destroy()
}
