import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 3123)
const dataDir = `.tmp/e2e-${port}`
/** Debian's, the quicker first. Without any, Playwright's own. */
const debians = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const browser = process.env.E2E_BROWSER ?? debians.find((path) => existsSync(path))

/** Journeys in Chromium against the built product and its example partnership, on a scratch data folder. */
export default defineConfig({
	testDir: 'e2e',
	testMatch: '*.test.ts',
	// Two runs at once must not clear away each other's traces.
	outputDir: `test-results/${port}`,
	fullyParallel: false,
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: Boolean(process.env.CI),
	// A machine under load may be slow once; what needed a second try is listed as flaky, not hidden.
	retries: process.env.CI ? 1 : 0,
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${port}`,
		launchOptions: {
			...(browser && { executablePath: browser }),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
		// Recording costs a fifth of the time; where a failure is tried again, the second try is recorded.
		trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
	},
	webServer: {
		// A Postgres of its own is empty already; the e-mails of an earlier run are not.
		command: process.env.DATABASE_URL
			? `rm -rf ${dataDir} && node bin/alongside.mjs demo`
			: 'node bin/alongside.mjs demo --reset',
		url: `http://localhost:${port}/health`,
		timeout: 240_000,
		stdout: 'pipe',
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		env: { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
	},
})
