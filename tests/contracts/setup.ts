// Clocks must not matter: rules about days and hours are London's, wherever the server stands.
process.env.TZ = 'UTC'
