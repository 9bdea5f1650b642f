import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler, type RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import type { Logger } from 'pino'
import type { ViteDevServer } from 'vite'
import { Closings } from './app/features/decisions/closings.ts'
import { Workings } from './app/features/decisions/workings.ts'
import type { AppContext } from './app/http/context.ts'
import { openLimits } from './app/http/limits.ts'
import { openMailer } from './app/http/mailer.ts'
import { openSecrets } from './app/http/secrets.ts'
import { securityHeaders } from './app/http/security-headers.ts'
import { cookieName } from './app/http/session.ts'
import { openCollabServer } from './collab-server/server.ts'
import { dataDoor } from './data-door.ts'
import { openDatabase } from './db/database.ts'
import type { Env } from './env.ts'
import { comeBack, cutShort, formDoor, unreadable } from './form-door.ts'
import { handingBack } from './hand-back.ts'
import { httpLimits } from './http-limits.ts'
import { serveMetrics } from './metrics-server.ts'
import { narrowBuild } from './narrow-build.ts'
import { logRequests } from './request-log.ts'
import { RequestsUnderWay } from './requests-under-way.ts'

/** How long stopping waits for pages and forms under way. */
const finishMs = 2500
/** And for what is said to them at the end to be written. */
const lastWordsMs = 300

export interface Running {
	origin: string
	context: Omit<AppContext, 'address' | 'nonce' | 'closings' | 'workings'> & { closings: Closings; workings: Workings }
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
	// Before anybody can knock: from `listen` on, everything is in its place at once.
	const build = await loadBuild()
	const db = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR })
	const secrets = openSecrets(secret)
	const web = express()
	const server = createServer(httpLimits, web)
	const port = await listen(server, env).catch(async (error: unknown) => {
		await db.close()
		throw error
	})
	const origin = env.ORIGIN ?? `http://localhost:${port}`
	const secure = origin.startsWith('https:')
	const origins = ownOrigins(origin, port)

	const live = openCollabServer({ db, log, origins, hashToken: secrets.hash, cookieName: cookieName(secure) })
	live.attach(server)
	const metrics = env.METRICS_PORT === undefined ? null : await serveMetrics(env.METRICS_PORT, () => live.metricsText())
	const context = {
		db,
		live,
		secrets,
		log,
		origin,
		secure,
		demo,
		limits: openLimits(),
		closings: new Closings({ url: env.DATABASE_URL, dataDir: env.DATA_DIR }),
		workings: new Workings({ url: env.DATABASE_URL, dataDir: env.DATA_DIR }),
		mailer: openMailer({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, outbox: `${env.DATA_DIR}/outbox` }),
	}

	web.disable('x-powered-by')
	// One proxy, our own: what a visitor writes in X-Forwarded-For before it is not believed.
	web.set('trust proxy', env.TRUST_PROXY === 'yes' ? 1 : false)
	web.use(logRequests(log))
	web.get('/health', async (_request, response) => {
		try {
			await db.check()
			response.json({ ok: true })
		} catch {
			response.status(503).json({ ok: false, why: 'the database does not answer' })
		}
	})
	const underWay = new RequestsUnderWay()
	web.use(underWay.admit(comeBack))
	web.use((request, response, next) => {
		response.locals.nonce = randomBytes(16).toString('base64')
		securityHeaders({ nonce: response.locals.nonce, secure, developing: Boolean(vite) })(request, response, next)
	})
	web.use(compression())
	serveFiles(web, vite)
	web.use(formDoor(origin, origins))
	const answering = (build: ServerBuild | (() => Promise<ServerBuild>)) =>
		createRequestHandler({
			build,
			mode: vite ? 'development' : 'production',
			getLoadContext: (request, response) => ({
				...context,
				log: response.locals.log,
				address: request.ip ?? '',
				nonce: response.locals.nonce,
			}),
		})
	web.use(dataDoor(build))
	web.all('*', vite ? answering(async () => handingBack(await loadBuild())) : byPath(handingBack(build), answering))
	web.use(unreadable)
	await live.rehearse()

	return {
		origin,
		context,
		async stop() {
			const closed = new Promise((resolve) => server.close(resolve))
			// A form under way may still have words to merge into a live document.
			await underWay.finish(finishMs)
			context.closings.stop()
			context.workings.stop()
			metrics?.close()
			await live.close()
			await underWay.finish(lastWordsMs)
			underWay.letGo(cutShort)
			await underWay.finish(lastWordsMs)
			server.closeAllConnections()
			await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1000).unref())])
			await vite?.close()
			await db.close()
		},
	}
}

/** Each path answered by the part of the build that can answer it. */
function byPath(build: ServerBuild, answering: (part: ServerBuild) => RequestHandler): RequestHandler {
	const partOf = narrowBuild(build)
	const handlers = new Map<ServerBuild, RequestHandler>()
	return (request, response, next) => {
		// As the framework reads it: without the dots of `/p/../sign-in`.
		const asked = `http://localhost${request.originalUrl}`
		const part = URL.canParse(asked) ? partOf(new URL(asked).pathname) : build
		const handler = handlers.get(part) ?? answering(part)
		handlers.set(part, handler)
		return handler(request, response, next)
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
