/** What the Remix Vite plugin is given. With Vite, Remix does not read this file by itself. */
export default {
	appDirectory: 'app',
	buildDirectory: 'build',
	ignoredRouteFiles: ['**/*'],
	future: {
		v3_fetcherPersist: true,
		v3_lazyRouteDiscovery: true,
		v3_relativeSplatPath: true,
		v3_routeConfig: true,
		v3_singleFetch: true,
		v3_throwAbortReason: true,
	},
}
