"""What hosts are told of the built files (headers, redirects), and whether a published site is what was built."""
