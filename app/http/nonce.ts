import { createContext } from 'react'

/** This response's Content-Security-Policy nonce, for the scripts and styles the server writes into the page. */
export const Nonce = createContext<string | undefined>(undefined)
