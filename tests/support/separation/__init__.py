"""Telling whether anything internal is on the public side: canaries, decoding, and a crawler that asks for everything."""
