import { createCookie, redirect } from '@remix-run/node'
import type { Database } from '../../db/database.ts'
import { findSession, isStale, type Session, saveSession, touchSession } from '../../db/queries/sessions.ts'
import type { AppContext } from './context.ts'
import { newId } from './new-id.ts'

const personalDays = 60
const sharedHours = 8
const day = 24 * 60 * 60_000

/** `__Host-` binds the cookie to this very host; browsers accept that prefix over https only. */
export function cookieName(secure: boolean) {
	return secure ? '__Host-alongside' : 'alongside'
}

function sessionCookie({ secure }: Pick<AppContext, 'secure'>) {
	return createCookie(cookieName(secure), {
		httpOnly: true,
		sameSite: 'lax',
		path: '/',
		secure,
		maxAge: personalDays * 86_400,
	})
}

/** Who is behind this request, or null. Reading it also keeps the session's last use fresh, once a minute at most. */
export async function findVisitor(request: Request, context: AppContext, now = new Date()): Promise<Session | null> {
	const token: unknown = await sessionCookie(context).parse(request.headers.get('cookie'))
	if (typeof token !== 'string' || token.length > 100) return null
	const session = await findSession(context.db.read, context.secrets.hash('session', token), now)
	if (session && isStale(session, now)) noteUse(session, context, now)
	return session
}

interface Noting {
	/** When each session was last tried of which the database has not said that it is noted. */
	tried: Map<string, number>
	/** The last one was not taken. */
	isRefusing: boolean
}

const notings = new WeakMap<Database, Noting>()
const tryAgainMs = 60_000

/**
 * Nobody's page waits for it: while the disk is full, or another process has the file locked, every page can still be read. The log
 * hears of it once, until it is mended.
 */
function noteUse({ id }: Session, { db, log }: AppContext, now: Date) {
	const noting = notings.get(db) ?? { tried: new Map<string, number>(), isRefusing: false }
	notings.set(db, noting)
	const sinceMs = now.getTime() - (noting.tried.get(id) ?? Number.NEGATIVE_INFINITY)
	if (sinceMs >= 0 && sinceMs < tryAgainMs) return
	noting.tried.set(id, now.getTime())
	db.write((tx) => touchSession(tx, id, now)).then(
		() => {
			noting.isRefusing = false
			noting.tried.clear()
		},
		(error: unknown) => {
			if (!noting.isRefusing) log.warn({ err: error }, 'use of sessions was not noted')
			noting.isRefusing = true
		},
	)
}

/** Signs a person in on this device and answers with the cookie to set. */
export async function startSession(
	request: Request,
	context: AppContext,
	{ personId, sharedDevice }: { personId: string; sharedDevice: boolean },
	now = new Date(),
): Promise<string> {
	const token = context.secrets.newToken()
	await context.db.write((tx) =>
		saveSession(tx, {
			id: newId(),
			tokenHash: context.secrets.hash('session', token),
			personId,
			device: deviceName(request.headers.get('user-agent')),
			sharedDevice,
			createdAt: now,
			lastSeenAt: now,
			expiresAt: new Date(now.getTime() + (sharedDevice ? sharedHours * 60 * 60_000 : personalDays * day)),
		}),
	)
	// On a shared device the cookie also goes when the browser is closed.
	return await sessionCookie(context).serialize(token, sharedDevice ? { maxAge: undefined } : {})
}

export async function clearSessionCookie(context: AppContext): Promise<string> {
	return await sessionCookie(context).serialize('', { maxAge: 0 })
}

/** The session, or away to the sign-in page and back here afterwards. */
export async function requireVisitor(request: Request, context: AppContext): Promise<Session> {
	const session = await findVisitor(request, context)
	if (!session) throw redirect(signInPath(request))
	return session
}

export function signInPath(request: Request): string {
	const { pathname, search } = new URL(request.url)
	const back = request.method === 'GET' ? pathname + search : pathname
	return `/sign-in?next=${encodeURIComponent(back.replace(/\.data$/, ''))}`
}

/** Where to go after signing in: a path of ours, whatever the address said. */
export function safeNext(next: string | null | undefined): string | null {
	if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return null
	const url = new URL(next, 'http://here.invalid')
	return url.host === 'here.invalid' ? url.pathname + url.search : null
}

const devices: [RegExp, string][] = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Android/, 'Android'],
	[/CrOS/, 'Chromebook'],
	[/Windows/, 'Windows'],
	[/Macintosh/, 'Mac'],
	[/Linux/, 'Linux'],
]
const browsers: [RegExp, string][] = [
	[/Edg\//, 'Edge'],
	[/SamsungBrowser/, 'Samsung Internet'],
	[/Firefox/, 'Firefox'],
	[/Chrome\//, 'Chrome'],
	[/Safari/, 'Safari'],
]

/** "Chrome on Android": enough for a person to know which of their devices it is, and no more. */
export function deviceName(userAgent: string | null): string {
	const first = (kinds: [RegExp, string][]) => kinds.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
	return `${first(browsers) ?? 'A browser'} on ${first(devices) ?? 'a device'}`
}
