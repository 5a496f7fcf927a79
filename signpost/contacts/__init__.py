"""Contact routes: the one register of numbers, hours and addresses, what is said of them, and what may not be typed elsewhere."""
