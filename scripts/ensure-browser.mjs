// A Chromium for the journeys: Debian's when it is there or can be had, else Playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

export async function ensureBrowser() {
	if (['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', chromium.executablePath()].some(existsSync)) return
	console.log('Installing a browser for the journeys (once) …')
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		run('apt-get', ['update', '-q'])
		for (const name of ['chromium-headless-shell', 'chromium'])
			if (run('apt-get', ['install', '-yq', '--no-install-recommends', name, 'fonts-liberation'])) return
	}
	if (run('npx', ['playwright', 'install', 'chromium'])) return
	console.error(
		'No browser could be installed. Install Chromium (on Debian: sudo apt-get install chromium) and run npm test again.',
	)
	process.exit(1)
}

function run(command, args) {
	return (
		spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
			.status === 0
	)
}

if (import.meta.url === `file://${process.argv[1]}`) await ensureBrowser()
