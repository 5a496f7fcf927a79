"""What each file of the content may hold, for editors' programs: worked out from the readers themselves."""
