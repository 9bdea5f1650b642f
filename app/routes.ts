import type { RouteConfig } from '@remix-run/route-config'
import { layout, prefix, route } from '@remix-run/route-config'
import { account } from './features/account/routes.ts'
import { actions } from './features/actions/routes.ts'
import { decisions } from './features/decisions/routes.ts'
import { documents } from './features/documents/routes.ts'
import { meetings } from './features/meetings/routes.ts'
import { partnership } from './features/partnership/routes.ts'
import { people } from './features/people/routes.ts'
import { record } from './features/record/routes.ts'

/** Every address, on one page. Each feature contributes its own short list. */
export default [
	...account,
	...partnership.outside,
	...prefix('p/:partnership', [
		layout('features/partnership/routes/partnership.tsx', [
			layout('features/partnership/routes/inside.tsx', [
				...partnership.inside,
				...prefix('documents', documents),
				...prefix('decisions', decisions),
				...prefix('actions', actions),
				...prefix('meetings', meetings),
				...prefix('people', people),
				...prefix('record', record),
			]),
		]),
	]),
	route('*', 'features/partnership/routes/not-found.tsx'),
] satisfies RouteConfig
