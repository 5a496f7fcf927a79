"""From finished bytes to a folder that a server shows: whole or not at all, by one exchange."""
