"""Reports of our own making, with their truth: see corpus/README.md."""
