import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { pathForLog } from './app/http/path-for-log.ts'
import { plainPage } from './app/http/plain-page.ts'
import { typedWords } from './app/http/typed-words.ts'
import { Unanswered } from './collab-server/in-time.ts'
import { isNoAnswer } from './db/no-answer.ts'

type Route = NonNullable<ServerBuild['routes'][string]>
type Args = LoaderFunctionArgs | ActionFunctionArgs
type Work = (args: never) => unknown

/**
 * The same pages and forms. Where the database does not answer they say so, and that a form may have been saved all the same; and
 * whatever breaks a form, what was typed in it comes back.
 */
export function handingBack(build: ServerBuild): ServerBuild {
	const routes = Object.entries(build.routes).map(([id, route]) => [id, route && withHands(route)])
	return { ...build, routes: Object.fromEntries(routes) }
}

function withHands(route: Route): Route {
	const { loader, action } = route.module
	const isPage = route.module.default !== undefined
	const module = {
		...route.module,
		...(loader && { loader: heeding(loader as Work, isPage) }),
		...(action && { action: heeding(action as Work, isPage) }),
	}
	return { ...route, module: module as Route['module'] }
}

function heeding(work: Work, isPage: boolean) {
	return async (args: Args) => {
		const isForm = args.request.method !== 'GET' && args.request.method !== 'HEAD'
		const sent = isForm ? args.request.clone() : args.request
		try {
			return await work(args as never)
		} catch (error) {
			if (error instanceof Error && !args.request.signal.aborted) {
				const isUnanswered = isNoAnswer(error) || error instanceof Unanswered
				if (isUnanswered || (isForm && isPage)) throw await refusal(error, { ...args, sent, isUnanswered, isPage })
			}
			throw error
		} finally {
			// Nobody reads it any more.
			if (isForm && !sent.bodyUsed) void sent.body?.cancel().catch(() => undefined)
		}
	}
}

interface Broken {
	request: Request
	context: Args['context']
	sent: Request
	isUnanswered: boolean
	isPage: boolean
}

async function refusal(error: Error, { request, context, sent, isUnanswered, isPage }: Broken): Promise<Response> {
	const path = pathForLog(new URL(request.url).pathname)
	context.log.error({ err: error, path }, isUnanswered ? 'the database did not answer' : 'a page failed')
	const unanswered = isUnanswered && (sent === request ? 'page' : 'form')
	const init = isUnanswered ? { status: 503, headers: { 'retry-after': '10' } } : { status: 500 }
	if (isPage) return Response.json({ typed: await typedWords(sent), unanswered }, init)
	return new Response(
		plainPage(
			'The database does not answer',
			unanswered === 'form'
				? 'It may have been saved all the same. Wait a minute, go back, and look whether it is there before you send it again.'
				: 'Nothing is lost. Wait a minute and load this page again.',
		),
		{ ...init, headers: { ...init.headers, 'content-type': 'text/html; charset=utf-8' } },
	)
}
