// Another process that writes in a SQLite file for as long as it is left to.
import BetterSqlite3 from 'better-sqlite3'

const connection = new BetterSqlite3(process.argv[2])
connection.exec('begin immediate')
process.send('locked')
process.once('message', () => {
	connection.exec('rollback')
	process.disconnect()
})
