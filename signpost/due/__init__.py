"""What somebody has to do, and by when."""
