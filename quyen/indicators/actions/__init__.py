"""Changes of the indicators step: permission, lock, change, audit, after-commit."""

from quyen.indicators.actions.computing import compute
from quyen.indicators.actions.defining import (
    Definition,
    DefinitionChanged,
    DefinitionRefused,
    Level,
    change_indicator,
    define_indicator,
    definition_mark,
    set_targets,
)
from quyen.indicators.actions.maps import prepare_maps
from quyen.indicators.actions.national import load_indicators
from quyen.indicators.actions.observations import (
    Given,
    ValueAsked,
    ValueChanged,
    ValueRefused,
    report_value,
    values_held,
)
from quyen.indicators.actions.periods import freeze_period, unfreeze_period
from quyen.indicators.actions.prepared import prepare_figures
from quyen.indicators.actions.sheets import Upload, report_sheet

__all__ = [
    "Definition", "DefinitionChanged", "DefinitionRefused", "Given", "Level", "Upload", "ValueAsked", "ValueChanged", "ValueRefused",
    "change_indicator", "compute", "define_indicator", "definition_mark", "freeze_period", "load_indicators", "prepare_figures", "prepare_maps",
    "report_sheet", "report_value", "set_targets", "unfreeze_period", "values_held",
]  # fmt: skip
