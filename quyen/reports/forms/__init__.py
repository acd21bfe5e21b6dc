"""What the screens of reports are given."""

from quyen.reports.forms.page import HeadForm, PassageForm

__all__ = ["HeadForm", "PassageForm"]
