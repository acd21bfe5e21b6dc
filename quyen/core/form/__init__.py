"""The room of form: any Word file held against Nghị định 30/2020/NĐ-CP, Phụ lục I.

check_form(bytes) -> FormReport: every deviation with what was expected, what was found, where and which clause,
                     and the parts that were found with their places
said(report)      -> the report in plain Vietnamese, line by line
"""

from quyen.core.form.check import check_form
from quyen.core.form.report import PAGE, Deviation, FormReport, Part, Place, Severity
from quyen.core.form.saying import said

__all__ = ["PAGE", "Deviation", "FormReport", "Part", "Place", "Severity", "check_form", "said"]
