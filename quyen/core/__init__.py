"""The dry cellar: plain Python that reads, matches and counts. No Django, no database, no network."""
