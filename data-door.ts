import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { PageHandle } from './app/http/page-handle.ts'
import { plainPage } from './app/http/plain-page.ts'
import { narrowBuild } from './narrow-build.ts'

/**
 * What a page is made from can be asked for by itself, in the framework's own addresses (`….data`, `?_data=`). Only a page that
 * sends scripts needs that, and what it is made from goes to the browser anyway. Of any other page only what it shows leaves
 * the server, so there is no such address.
 */
export function dataDoor(build: ServerBuild): RequestHandler {
	const partOf = narrowBuild(build)

	function hasScripts(pathname: string) {
		const pages = Object.values(partOf(pathname).routes).filter((route) => route?.path && route.path !== '*')
		return (
			pages.length > 0 && pages.every((route) => (route?.module.handle as PageHandle | undefined)?.scripts === true)
		)
	}

	return (request, response, next) => {
		const asked = `http://localhost${request.originalUrl}`
		if (!URL.canParse(asked)) return next()
		const { pathname, searchParams } = new URL(asked)
		const isOfPage = pathname.endsWith('.data')
		if (!isOfPage && !searchParams.has('_data')) return next()
		const isRead = request.method === 'GET' && !searchParams.has('_data')
		if (isRead && hasScripts(pathname.slice(0, -'.data'.length))) return next()
		const words = 'Nothing was changed. Check the address, or begin at the first page.'
		response.status(404).type('html').send(plainPage('There is no page here', words))
	}
}
