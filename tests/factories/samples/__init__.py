"""The sample documents of the demo world and the tutorial: their words, and the program that sets them.

`python -m tests.factories.samples` writes docs/tutorial/van-ban anew (it needs LibreOffice, poppler-utils and
ImageMagick); the results are kept in the repository, so that nobody else needs those programs.
All places, numbers and people in them are made up. The differences and faults are listed in
docs/tutorial/README.md and are held against the reader in tests/golden/test_samples.py.
"""
