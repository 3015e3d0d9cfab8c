"""The only code that speaks HTTP: client, retries, rate budget, cancellable sockets."""
