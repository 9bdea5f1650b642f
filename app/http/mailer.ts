import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { newId } from './new-id.ts'

export interface Mail {
	to: string
	subject: string
	/** Plain text: readable everywhere, nothing to fetch, nothing to track. */
	text: string
}

export interface Mailer {
	send(mail: Mail): Promise<void>
	/** "smtp.example.org", or the folder that mails are written to. */
	readonly destination: string
}

/** Through SMTP_URL; without one, each mail is an `.eml` file in the outbox folder. */
export function openMailer({
	smtpUrl,
	from,
	outbox,
}: {
	smtpUrl: string | undefined
	from: string
	outbox: string
}): Mailer {
	if (smtpUrl) {
		const transport = nodemailer.createTransport(smtpUrl)
		return {
			destination: new URL(smtpUrl).host,
			async send(mail) {
				await transport.sendMail({ from, ...mail })
			},
		}
	}
	const composer = nodemailer.createTransport({ streamTransport: true, buffer: true })
	return {
		destination: outbox,
		async send(mail) {
			const { message } = await composer.sendMail({ from, ...mail })
			await mkdir(outbox, { recursive: true })
			const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
			await writeFile(join(outbox, `${stamp}-${newId()}.eml`), message as Buffer)
		},
	}
}
