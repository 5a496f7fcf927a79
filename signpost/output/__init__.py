"""What is about to be published: every file with its bytes, and each page as the gates read it."""
