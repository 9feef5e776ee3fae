"""The shell of the operator's window. Cheap to import: nothing of the workshop is loaded for it."""

from ui.operator.shell.page import Page
from ui.operator.shell.window import OperatorWindow, PageFactory

__all__ = ["OperatorWindow", "Page", "PageFactory"]
