"""The version of the reader: goes up with every change of what is read, so that readings can be compared."""

READER_VERSION = "2026.11.3"
