"""The results of the sample workshop: reflections, a case, the work plan, annexes."""

from decimal import Decimal

from facilitator.domain.minutes import (
    Annexes,
    AssumptionLine,
    AttendanceRow,
    AttendanceSheet,
    CanvasAccount,
    CaseResults,
    Contributor,
    EffectLine,
    EvidenceLine,
    HypothesisLine,
    IndicatorReading,
    IndicatorSheet,
    IterationAccount,
    PrincipleScores,
    ReflectionAccount,
    Source,
    Status,
    TheoryOfChangeAccount,
    Tone,
    WorkPlan,
    WorkPlanRow,
)
from facilitator.domain.values import LooseDate, Money
from tests.exports.sample_days import DAY_1, DAY_2


def reflection(w, said, n: int) -> ReflectionAccount:
    return ReflectionAccount(
        number=n,
        anchor=f"dl-{n}",
        level=w("Doble ciclo", "Double loop"),
        level_number=2,
        context=w("Caso Miel, Nicaragua", "Honey case, Nicaragua"),
        action=said(
            "Capacitamos a los equipos de campo en LINK y les dejamos la guía",
            "We trained field teams in LINK and left them the guide",
        ),
        expected=said(
            "Cuatro casos probando un prototipo en febrero", "Four cases testing a prototype by February"
        ),
        expected_measure=w("Casos en prueba: 4", "Cases in test: 4"),
        actual=said("Un caso en prueba", "One case testing"),
        gap_kind=w("Por debajo", "Below"),
        gap=said("Tres casos atrasados", "Three cases behind plan"),
        causes=(said("Las dudas quedaron sin respuesta", "Doubts went unanswered"),),
        correction=said("Sesión remota mensual por caso", "Monthly remote session per case"),
        correction_owner="CIAT",
        correction_due=LooseDate(2014, 3, 3),
        correction_item=Source("F14-1", "wp-1"),
        assumption=said("Capacitación más una guía es suficiente", "Training plus a guide is enough"),
        assumption_kind=w("causal", "causal"),
        evidence_for=(
            EvidenceLine(
                text=said("El caso que avanzó ya tenía experiencia", "The case that advanced had experience")
            ),
        ),
        evidence_against=(
            EvidenceLine(
                text=said(
                    "Tres equipos se detuvieron en el mismo paso", "Three teams stopped at the same step"
                ),
                source=Source(w("Tarjeta 1.3", "Card 1.3"), "c-3"),
            ),
        ),
        evidence_strength=w("varios casos", "several cases"),
        verdict=w("No se sostiene", "Does not hold"),
        revised_assumption=said(
            "Los equipos inician cuando a la capacitación le sigue un acompañamiento programado",
            "Teams start when training is followed by scheduled accompaniment",
        ),
        effects=(
            EffectLine(
                on=w("Teoría de cambio", "Theory of change"),
                reference="as-1",
                text=said("Agregar el acompañamiento como producto", "Add accompaniment as an output"),
            ),
        ),
        decision=w("Probar en la próxima iteración", "Test in the next iteration"),
        owner="CIAT",
        review_on=LooseDate(2014, 6, 30),
        how_we_will_know=said("Casos en prueba en junio", "Cases in test by June"),
        about_learning=said("No preguntamos a los equipos", "We did not ask the teams") if n == 2 else None,
        learning_change=said(
            "Invitar a un equipo de campo a cada taller", "Invite a field team to each workshop"
        )
        if n == 2
        else None,
        attribution=w("El grupo", "The group"),
        session=Source(w("Sesión 11", "Session 11"), "s-11"),
        recorded=w("Paula Demo, 7 de febrero de 2014, 10:50", "Paula Demo, 7 February 2014, 10:50"),
        review_outcome=w("Pendiente", "Pending"),
    )


def reading(w) -> IndicatorReading:
    return IndicatorReading(
        "IND-3",
        w("Días entre entrega y pago", "Days between delivery and payment"),
        w("días", "days"),
        Decimal(45),
        LooseDate(2013, 9, 30),
        Decimal(15),
        LooseDate(2014, 9, 30),
        Decimal(41),
        LooseDate(2014, 1, 31),
        Decimal("0.1333"),
    )


def case(w, said) -> CaseResults:
    return CaseResults(
        title=w("Miel, Red Surco Ejemplo", "Honey, Red Surco Ejemplo"),
        anchor="case-1",
        facts=(
            (w("Vendedor", "Seller"), "Cooperativa Panal de Muestra"),
            (w("Comprador", "Buyer"), "Supermercado Ficticio"),
        ),
        chain_map=(
            (
                w("Eslabones", "Core processes"),
                (said("Producción", "Production"), said("Acopio", "Collection")),
            ),
        ),
        canvases=(
            CanvasAccount(
                title=w("Modelo de la cooperativa, versión 1", "Canvas of the cooperative, version 1"),
                blocks=tuple(
                    (w(*names), (said("Uno", "One"), said("Dos", "Two")))
                    for names in (
                        ("Segmentos de clientes", "Customer segments"),
                        ("Propuesta de valor", "Value propositions"),
                        ("Canales", "Channels"),
                        ("Recursos clave", "Key resources"),
                    )
                ),
            ),
        ),
        principles=(
            PrincipleScores(
                assessed_on=LooseDate(2013, 10, 16),
                scale=(1, 5),
                perspectives=(w("Vendedor", "Seller"), w("Comprador", "Buyer")),
                rows=(
                    (w("Innovación inclusiva", "Inclusive innovation"), (Decimal(3), None)),
                    (w("Gobernanza justa", "Fair governance"), (Decimal("2.5"), Decimal(4))),
                ),
            ),
        ),
        iterations=(
            IterationAccount(
                number=1,
                stage=w("En prueba", "Testing"),
                started=LooseDate(2013, 11, 4),
                answers=(
                    (
                        w(
                            "¿Dónde está hoy nuestro modelo de negocio?",
                            "Where does our business model stand now?",
                        ),
                        said("Paga a 45 días", "Pays at 45 days"),
                    ),
                ),
                hypotheses=(
                    HypothesisLine(
                        number="1",
                        change=said("la cooperativa controla la humedad", "the cooperative checks moisture"),
                        result=said(
                            "los lotes rechazados bajan de 5 %", "rejected lots fall below 5 percent"
                        ),
                        indicator="IND-2",
                        outcome=w("Confirmada", "Confirmed"),
                        decision=w("Ampliar", "Scale up"),
                    ),
                ),
            ),
        ),
        indicators=(reading(w),),
    )


def work_plan(w, said) -> WorkPlan:
    who = tuple(
        Contributor(code, name)
        for code, name in (
            ("3C", "Red Surco Ejemplo"),
            ("LM", "Fundación Semilla de Muestra"),
            ("PL", "Cooperación Raíz de Prueba"),
            ("LV", "Asociación Puente Ficticio"),
            ("FT", "OPEC"),
        )
    )

    def row(
        n: int,
        es: str,
        en: str,
        start: LooseDate,
        due: LooseDate,
        tone: Tone,
        budget: int,
        shares: tuple[int | None, ...],
        carried: bool = False,
    ) -> WorkPlanRow:
        missing = budget - sum(share or 0 for share in shares)
        words = {
            Tone.PLANNED: w("Sin iniciar", "Not started"),
            Tone.IN_PROGRESS: w("En proceso", "In progress"),
            Tone.LATE: w("Atrasada", "Delayed"),
        }
        return WorkPlanRow(
            code=f"F14-{n}",
            activity=said(es, en),
            anchor=f"wp-{n}",
            output=said("Producto acordado", "Agreed output"),
            responsible="CIAT" if n % 2 else "3C, Marisol Ejemplo",
            support=("LM", "Irma Prueba"),
            start=start,
            due=due,
            status=Status(words[tone], tone),
            progress=20 if tone is Tone.IN_PROGRESS else 0,
            budget=Money(Decimal(budget), "USD"),
            contributions=tuple(Decimal(s) if s else None for s in shares),
            unfunded=Money(Decimal(missing), "USD") if missing else None,
            sources=(Source(w("Acuerdo 1", "Agreement 1"), "ag-1"),),
            carried=carried,
        )

    rows = (
        row(
            3,
            "Segundo caso LINK probado con un comprador",
            "Second LINK case tested with a buyer",
            LooseDate(2014, 2, 1),
            LooseDate(2014, 3, 15),
            Tone.LATE,
            1800,
            (None, None, None, 900, 900),
            True,
        ),
        row(
            1,
            "Sesión remota mensual por caso",
            "Monthly remote session per case",
            LooseDate(2014, 3),
            LooseDate(2014, 8),
            Tone.PLANNED,
            1200,
            (480, None, None, None, 720),
        ),
        row(
            2,
            "Visitas de campo para seleccionar los sitios del proyecto",
            "Field visits to select project sites",
            LooseDate(2014, 3, 3),
            LooseDate(2014, 4, 30),
            Tone.IN_PROGRESS,
            9600,
            (600, 600, 600, 600, 6200),
        ),
        row(
            4,
            "Taller de escritura",
            "Writing workshop",
            LooseDate(2014, 9),
            LooseDate(2014, 9),
            Tone.PLANNED,
            13400,
            (900, 900, 900, 900, 9800),
        ),
    )
    return WorkPlan(
        contributors=who,
        rows=rows,
        totals=(Money(Decimal(26000), "USD"),),
        contributed=(("USD", tuple(map(Decimal, (1980, 1500, 1500, 2400, 17620)))),),
        unfunded=(Money(Decimal(1000), "USD"),),
    )


def annexes(w, said) -> Annexes:
    half_days = tuple(
        (day, half) for day in (DAY_1, DAY_2) for half in (w("mañana", "morning"), w("tarde", "afternoon"))
    )
    people = ("Marisol Ejemplo", "Óscar Ejemplo", "Delmy Muestra", "Carmen Prueba")
    return Annexes(
        attendance=AttendanceSheet(
            half_days=half_days,
            rows=tuple(
                AttendanceRow(name, "Red Surco Ejemplo", ("P", "P", "T" if n else "P", "P"))
                for n, name in enumerate(people)
            ),
            legend=(("P", w("presente", "present")), ("T", w("tarde", "late"))),
            present=(4, 4, 4, 4),
        ),
        card_transcript=True,
        indicator_sheets=(
            IndicatorSheet(
                reading=reading(w),
                anchor="ind-3",
                fields=(
                    (
                        w("Definición", "Definition"),
                        w("Días desde la entrega hasta el pago", "Days from delivery to payment"),
                    ),
                    (w("Medio de verificación", "Means of verification"), w("Recibos", "Receipts")),
                ),
            ),
        ),
        theory_of_change=TheoryOfChangeAccount(
            version=2,
            day=LooseDate(2014, 2, 7),
            impact=said("Ingresos mayores y más estables", "Higher and steadier incomes"),
            levels=((w("Actividades", "Activities"), (said("Aplicar LINK", "Apply LINK"),)),),
            assumptions=(
                AssumptionLine(
                    text=said("El acompañamiento sigue a la capacitación", "Accompaniment follows training"),
                    status=w("Revisado", "Revised"),
                    previous=said("Un taller y una guía bastan", "A workshop and a guide are enough"),
                    revised_by=Source(w("Reflexión 1", "Reflection 1"), "dl-1"),
                ),
            ),
        ),
        glossary=(
            (
                "LINK",
                w(
                    "Metodología de vínculos comerciales incluyentes",
                    "Methodology of inclusive trading relationships",
                ),
            ),
        ),
    )
