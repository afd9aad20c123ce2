"""REST services of the workplace."""
