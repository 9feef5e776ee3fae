"""The look of the windows: tokens, colours, fonts, icons, badges, thread and focus ring."""

from ui.theme.install import install
from ui.theme.theme import CardColours, Scheme, Theme, mixed

__all__ = ["CardColours", "Scheme", "Theme", "install", "mixed"]
