"""What people give about units, their people and their changes."""

from quyen.organisation.forms.asked import AskedForm
from quyen.organisation.forms.people import RoleForm, UnitForm

__all__ = ["AskedForm", "RoleForm", "UnitForm"]
