"""The shell of the operator's window. Cheap to import: nothing of the workshop is loaded for it."""

from ui.operator.shell.banner import Notice
from ui.operator.shell.page import Page
from ui.operator.shell.window import OperatorWindow, PageFactory

__all__ = ["Notice", "OperatorWindow", "Page", "PageFactory"]
