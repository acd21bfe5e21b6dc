"""Random histories of units over ten years, through the product's own functions: figures, maps, roles and undoing.

    python -m tests.histories 300 --seed 1

`world` builds a country, `happen` draws what becomes of it, `truth` says by itself where figures and roles must stand,
`history` carries a history out and holds the product against it.
"""
