"""The window: Qt lives here and nowhere else. Views read the desk in workers and never wait for it."""
