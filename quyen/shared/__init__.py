"""Abstract model bases, template tags, the design system. No tables, no names of apps."""
