"""Fusion with the design's controls: the parts that a style sheet cannot draw.

Check marks, combo boxes, spin boxes and the focus of a row are painted here from the tokens, so
that they are sharp at every scale and follow the scheme.
"""

from typing import Final, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSpinBox,
    QWidget,
)

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme, mixed

_State = QStyle.StateFlag
_BOX: Final = 18
_STEP: Final = 30  # width in px of each of a spin box's two step buttons
_CELL: Final = 12  # from a cell's edge to its text, as the header's sections have it
_INSET: Final = 11  # from a field's edge to its text

_CHECKS: Final = (
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
)


def _unstubbed(widget: QWidget | None) -> QWidget:
    """Pass on a widget that Qt allows to be missing where its stubs do not say so."""
    return cast("QWidget", widget)


class FacilitatorStyle(QProxyStyle):
    """The program's style; it asks the theme whenever it paints."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Set the margin of cells, the size of check boxes and the width of the text cursor."""
        match metric:
            case QStyle.PixelMetric.PM_FocusFrameHMargin if isinstance(widget, QAbstractItemView):
                return _CELL - 1  # Qt adds one to make it the margin of a cell's text
            case QStyle.PixelMetric.PM_IndicatorWidth | QStyle.PixelMetric.PM_IndicatorHeight:
                return _BOX
            case (
                QStyle.PixelMetric.PM_ExclusiveIndicatorWidth | QStyle.PixelMetric.PM_ExclusiveIndicatorHeight
            ):
                return _BOX
            case QStyle.PixelMetric.PM_CheckBoxLabelSpacing | QStyle.PixelMetric.PM_RadioButtonLabelSpacing:
                return 8
            case QStyle.PixelMetric.PM_TextCursorWidth:
                return 2
            case _:
                return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        """Stop the style's own animations with reduced motion; open lists below their field."""
        match hint:
            case QStyle.StyleHint.SH_Widget_Animation_Duration if self._theme.reduced_motion:
                return 0
            case QStyle.StyleHint.SH_Widget_Animate if self._theme.reduced_motion:
                return 0
            case QStyle.StyleHint.SH_ComboBox_Popup:
                return 0
            case _:
                return super().styleHint(hint, option, widget, returnData)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint check boxes, radio buttons and the focus of a row."""
        match element:
            case QStyle.PrimitiveElement.PE_FrameFocusRect:
                if not isinstance(widget, QAbstractButton):  # around a button lies the ring
                    self._row_focus(option, painter)
            case _ if element in _CHECKS:
                self._check_box(option, painter)
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                self._radio_button(option, painter)
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint combo boxes and spin boxes as the design's fields."""
        match control:
            case QStyle.ComplexControl.CC_ComboBox:
                self._field(option, painter)
                arrow = self.subControlRect(control, option, QStyle.SubControl.SC_ComboBoxArrow, widget)
                self._sign(painter, arrow, "chevron-down", enabled=self._enabled(option))
            case QStyle.ComplexControl.CC_SpinBox if isinstance(option, QStyleOptionSpinBox):
                self._field(option, painter)
                self._steps(option, painter, widget)
            case _:
                super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Place a combo box's arrow and a spin box's two steps at the right end of the field."""
        whole = QRect(option.rect)
        match control, part:
            case QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxArrow:
                return whole.adjusted(whole.width() - 32, 0, 0, 0)
            case QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField:
                return whole.adjusted(_INSET, 1, -32, -1)
            case QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxUp:
                return whole.adjusted(whole.width() - _STEP - 2, 1, -2, -1)
            case QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxDown:
                return whole.adjusted(whole.width() - 2 * _STEP - 2, 1, -_STEP - 2, -1)
            case QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField:
                return whole.adjusted(_INSET, 3, -2 * _STEP - 2, -3)
            case _:
                return super().subControlRect(control, option, part, _unstubbed(widget))

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Give combo boxes and spin boxes the height of a field and room for their signs."""
        match kind:
            case QStyle.ContentsType.CT_ComboBox:
                return QSize(size.width() + _INSET + 38, max(size.height(), self._theme.metrics.field))
            case QStyle.ContentsType.CT_SpinBox:
                return QSize(size.width() + 2 * _STEP + _INSET, max(size.height(), self._theme.metrics.field))
            case _:
                return super().sizeFromContents(kind, option, size, _unstubbed(widget))

    @staticmethod
    def _enabled(option: QStyleOption) -> bool:
        return bool(option.state & _State.State_Enabled)

    def _edge(self, option: QStyleOption) -> QColor:
        if not self._enabled(option):
            return self._theme.colour("line")
        hovered = bool(option.state & _State.State_MouseOver)
        return self._theme.colour("ink_3" if hovered else "line_strong")

    def _field(self, option: QStyleOption, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._edge(option), 1))
        painter.setBrush(self._theme.colour("surface" if self._enabled(option) else "sunken"))
        radius = self._theme.radius("control")
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()

    def _sign(self, painter: QPainter, rect: QRect, name: str, *, enabled: bool) -> None:
        middle = QRectF(rect).center()
        colour = self._theme.colour("ink_2")
        if not enabled:
            colour = mixed(colour, self._theme.colour("surface"), 0.4)
        paint_icon(painter, QRectF(middle.x() - 8, middle.y() - 8, 16, 16), name, colour)

    def _steps(self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None) -> None:
        control = QStyle.ComplexControl.CC_SpinBox
        parts = (
            (QStyle.SubControl.SC_SpinBoxDown, "minus", 0x02),  # QAbstractSpinBox.StepDownEnabled
            (QStyle.SubControl.SC_SpinBoxUp, "plus", 0x01),  # QAbstractSpinBox.StepUpEnabled
        )
        for part, name, flag in parts:
            allowed = self._enabled(option) and bool(option.stepEnabled.value & flag)
            self._sign(painter, self.subControlRect(control, option, part, widget), name, enabled=allowed)

    def _row_focus(self, option: QStyleOption, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _indicator_colours(self, option: QStyleOption) -> tuple[QColor, QColor, QColor]:
        """Return edge, fill and sign of a check box or radio button."""
        on = bool(option.state & (_State.State_On | _State.State_NoChange))
        edge = self._theme.colour("primary") if on and self._enabled(option) else self._edge(option)
        fill = self._theme.colour("primary" if on else "surface")
        if not self._enabled(option):
            fill = self._theme.colour("line_strong" if on else "sunken")
        return edge, fill, self._theme.colour("on_primary")

    def _check_box(self, option: QStyleOption, painter: QPainter) -> None:
        edge, fill, sign = self._indicator_colours(option)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.restore()
        if option.state & _State.State_On:
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", sign)
        elif option.state & _State.State_NoChange:
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "minus", sign)

    def _radio_button(self, option: QStyleOption, painter: QPainter) -> None:
        edge, fill, sign = self._indicator_colours(option)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if option.state & _State.State_On:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(sign)
            painter.drawEllipse(box.center(), 3.5, 3.5)
        painter.restore()
