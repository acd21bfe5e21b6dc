"""Changes to units, their life in time, and people's roles."""

from quyen.organisation.actions.arrangements import arrange, carry_out
from quyen.organisation.actions.guard import require
from quyen.organisation.actions.people import grant_role, revoke_role
from quyen.organisation.actions.successions import record_succession, undo_succession
from quyen.organisation.actions.units import change_unit, open_unit, refresh_units, refresh_units_if_due

__all__ = [
    "arrange", "carry_out", "change_unit", "grant_role", "open_unit", "record_succession", "refresh_units",
    "refresh_units_if_due", "require", "revoke_role", "undo_succession",
]  # fmt: skip
