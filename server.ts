import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import type { Logger } from 'pino'
import type { ViteDevServer } from 'vite'
import type { AppContext } from './app/http/context.ts'
import { openLimits } from './app/http/limits.ts'
import { openMailer } from './app/http/mailer.ts'
import { isSameOrigin } from './app/http/same-origin.ts'
import { openSecrets } from './app/http/secrets.ts'
import { securityHeaders } from './app/http/security-headers.ts'
import { cookieName } from './app/http/session.ts'
import { openCollabServer } from './collab-server/server.ts'
import { openDatabase } from './db/database.ts'
import type { Env } from './env.ts'
import { logRequests } from './request-log.ts'

const largestFormBytes = 2_000_000
const requestTimeoutMs = 30_000

export interface Running {
	origin: string
	context: Omit<AppContext, 'address' | 'nonce'>
	/** Finishes what was begun, saves what was typed, lets everyone go. */
	stop(): Promise<void>
}

interface Options {
	env: Env
	secret: string
	log: Logger
	demo: boolean
	/** The built app, or Vite's way to it while developing. */
	loadBuild: () => Promise<ServerBuild>
	vite?: ViteDevServer
}

/** The composition root: one database, one collab server and the pages, on one port. */
export async function startServer({ env, secret, log, demo, loadBuild, vite }: Options): Promise<Running> {
	const db = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR })
	const secrets = openSecrets(secret)
	const web = express()
	const server = createServer({ requestTimeout: requestTimeoutMs }, web)
	const port = await listen(server, env)
	const origin = env.ORIGIN ?? `http://localhost:${port}`
	const secure = origin.startsWith('https:')
	const origins = ownOrigins(origin, port)

	const live = openCollabServer({ db, log, origins, hashToken: secrets.hash, cookieName: cookieName(secure) })
	live.attach(server)
	const context = {
		db,
		live,
		secrets,
		log,
		origin,
		secure,
		demo,
		limits: openLimits(),
		mailer: openMailer({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, outbox: `${env.DATA_DIR}/outbox` }),
	}

	web.disable('x-powered-by')
	web.set('trust proxy', env.TRUST_PROXY === 'yes')
	web.use(logRequests(log))
	web.get('/health', async (_request, response) => {
		try {
			await db.check()
			response.json({ ok: true })
		} catch {
			response.status(503).json({ ok: false, why: 'the database does not answer' })
		}
	})
	web.use((request, response, next) => {
		response.locals.nonce = randomBytes(16).toString('base64')
		securityHeaders({ nonce: response.locals.nonce, secure, developing: Boolean(vite) })(request, response, next)
	})
	web.use(compression())
	serveFiles(web, vite)
	web.use((request, response, next) => {
		if (request.method === 'GET' || request.method === 'HEAD') return next()
		if (!isSameOrigin({ get: (name) => request.get(name) }, origins)) return refuseForeignForm(response)
		if (Number(request.get('content-length') ?? 0) > largestFormBytes) return refuseLargeForm(response)
		next()
	})
	const build = await loadBuild()
	web.all(
		'*',
		createRequestHandler({
			build: vite ? loadBuild : build,
			mode: vite ? 'development' : 'production',
			getLoadContext: (request, response) => ({ ...context, address: request.ip ?? '', nonce: response.locals.nonce }),
		}),
	)

	return {
		origin,
		context,
		async stop() {
			const closed = new Promise((resolve) => server.close(resolve))
			await live.close()
			server.closeIdleConnections()
			await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 4000).unref())])
			server.closeAllConnections()
			await vite?.close()
			await db.close()
		},
	}
}

function listen(server: Server, { PORT, HOST }: Env): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject)
		server.listen(PORT, HOST, () => {
			server.off('error', reject)
			resolve((server.address() as AddressInfo).port)
		})
	})
}

/** Where our own forms may come from. On one machine, people reach it by either name. */
function ownOrigins(origin: string, port: number): ReadonlySet<string> {
	const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
	return new Set(origin === local[0] ? local : [origin])
}

function serveFiles(web: express.Express, vite: ViteDevServer | undefined) {
	if (vite) {
		web.use(vite.middlewares)
		return
	}
	web.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }))
	web.use(express.static('build/client', { maxAge: '1h', index: false }))
}

function refuseForeignForm(response: express.Response) {
	response
		.status(403)
		.type('html')
		.send(
			plainPage(
				'This form was not sent from our own pages',
				'Nothing was changed. Go back, load the page again and send the form from there.',
			),
		)
}

function refuseLargeForm(response: express.Response) {
	response
		.status(413)
		.type('html')
		.send(
			plainPage(
				'That is too much to send at once',
				'Nothing was changed. The most one form can hold is 2 MB. Go back and send it in smaller parts.',
			),
		)
}

function plainPage(title: string, words: string) {
	return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body><h1>${title}</h1><p>${words}</p></body></html>`
}
