"""What `make lint` checks beyond the ready-made tools; each check returns its findings as sentences."""
