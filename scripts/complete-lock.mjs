// Puts back the lock file's entries for other machines. A registry mirror that serves one platform only makes `npm install`
// drop the native packages of all others, and then `npm ci` refuses the lock file everywhere. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
let added = 0

for (const [owner, { optionalDependencies = {}, dev, license }] of Object.entries({ ...lock.packages })) {
	for (const [name, version] of Object.entries(optionalDependencies)) {
		const platform = /-(darwin|linux|win32|android|freebsd|openbsd|openharmony)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name)
		const known = [`${owner}/node_modules/${name}`, `node_modules/${name}`].some((path) => lock.packages[path])
		if (!platform || known || !/^\d/.test(version)) continue
		const [, os, cpu, abi = ''] = platform
		lock.packages[`node_modules/${name}`] = {
			version,
			cpu: [cpu],
			...(dev ? { dev } : {}),
			...(abi === 'musl' ? { libc: ['musl'] } : os === 'linux' && abi === 'gnu' ? { libc: ['glibc'] } : {}),
			...(license ? { license } : {}),
			optional: true,
			os: [os],
		}
		added++
	}
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(file, `${JSON.stringify(lock, null, '\t')}\n`)
console.log(`${added} entries added.`)
