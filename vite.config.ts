import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

export default defineConfig({
	plugins: [remix(remixOptions)],
	resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
	css: {
		preprocessorOptions: {
			scss: {
				loadPaths: [new URL('./node_modules', import.meta.url).pathname],
				quietDeps: true,
				silenceDeprecations: ['import', 'global-builtin'],
			},
		},
	},
	build: { target: 'es2020', manifest: true },
})
