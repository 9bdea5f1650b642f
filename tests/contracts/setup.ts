import { dialect } from '../../db/dialect/index.ts'

process.env.TZ = 'UTC'
console.info(`contracts on ${dialect}`)
