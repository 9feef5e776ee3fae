"""The words of the pictures: what a real afternoon in Managua says, in English and in Spanish."""

from facilitator.domain.stage import RowKind, RowState, Tone

KINDS = (
    ("works", "Works", "Funciona"),
    ("difficulty", "Difficulty", "Dificultad"),
    ("question", "Question", "Pregunta"),
    ("suggestion", "Suggestion", "Sugerencia"),
    ("note", "Note", "Nota"),
)
QUESTION = ("What would you improve in the Prototype Cycle?", "¿Qué mejorarían del ciclo del prototipo?")
SESSION = ("Improving the Prototype Cycle", "Mejorar el ciclo del prototipo")
CLUSTERS = (
    (
        ("Follow-up at a distance", "Seguimiento a distancia"),
        (
            (
                "suggestion",
                7,
                "More follow-up and long-distance support, so we can evaluate each other’s advances",
                "Más seguimiento y apoyo a distancia para evaluar los avances de los demás",
            ),
            (
                "suggestion",
                4,
                "One call a month between the four cases",
                "Una llamada al mes entre los cuatro casos",
            ),
            (
                "difficulty",
                3,
                "No phone signal in half of the communities",
                "Sin señal de teléfono en la mitad de las comunidades",
            ),
            (
                "difficulty",
                3,
                "Visits once a year come too late to correct anything",
                "Una visita al año llega tarde para corregir",
            ),
            (
                "note",
                None,
                "March is harvest: field teams are out for two weeks",
                "Marzo es cosecha: equipos de campo fuera dos semanas",
            ),
        ),
    ),
    (
        ("Concrete indicators", "Indicadores concretos"),
        (
            (
                "suggestion",
                6,
                "Define the indicators in concrete terms before the first iteration",
                "Definir los indicadores en términos concretos antes de la primera iteración",
            ),
            (
                "suggestion",
                5,
                "Three indicators for the baseline, no more",
                "Tres indicadores para la línea base, no más",
            ),
            (
                "question",
                4,
                "Who measures when the buyer keeps the delivery records?",
                "¿Quién mide cuando el comprador guarda los registros de entrega?",
            ),
            (
                "difficulty",
                3,
                "We wrote the indicators ourselves, without the cooperative",
                "Escribimos los indicadores sin la cooperativa",
            ),
            (
                "suggestion",
                2,
                "Photos of delivery slips count as evidence",
                "Las fotos de las boletas de entrega valen como evidencia",
            ),
        ),
    ),
    (
        ("Pragmatic and simple", "Pragmático y sencillo"),
        (
            (
                "suggestion",
                5,
                "Be pragmatic and simple: one page per iteration",
                "Ser pragmáticos y sencillos: una página por iteración",
            ),
            (
                "difficulty",
                2,
                "Too many questions for a first meeting with producers",
                "Demasiadas preguntas para una primera reunión con productores",
            ),
            (
                "question",
                1,
                "How many iterations fit between two harvests?",
                "¿Cuántas iteraciones caben entre dos cosechas?",
            ),
        ),
    ),
)
AGENDA: tuple[tuple[str, tuple[str, str], RowState, RowKind], ...] = (
    ("08:34", ("Arrival and registration", "Llegada y registro"), "done", "session"),
    ("09:02", ("Opening, aims and agreements", "Apertura, objetivos y acuerdos"), "done", "session"),
    ("09:30", ("Outputs of September", "Resultados de septiembre"), "done", "session"),
    ("10:38", ("Coffee", "Café"), "done", "break"),
    ("10:55", ("How is LINK working in our cases?", "¿Cómo va LINK en nuestros casos?"), "done", "session"),
    ("12:23", ("Lunch", "Almuerzo"), "done", "break"),
    ("13:23", ("Tool 4: the prototype cycle", "Herramienta 4: ciclo del prototipo"), "done", "session"),
    (
        "14:07",
        ("Five key questions on our own case", "Cinco preguntas clave en nuestro caso"),
        "done",
        "session",
    ),
    ("15:27", ("Coffee", "Café"), "done", "break"),
    ("15:42", SESSION, "now", "session"),
    ("16:27", ("Close of the day", "Cierre del día"), "next", "session"),
    ("16:42", ("End of the day. Tomorrow at 08:30", "Fin del día. Mañana a las 08:30"), "next", "end"),
)
PLAN: tuple[tuple[str, tuple[str, str], str, str, tuple[str, str], Tone, int], ...] = (
    (
        "1.1",
        ("Monthly remote session per case", "Sesión remota mensual por caso"),
        "CIAT",
        "30 Jun 2014",
        ("In progress", "En curso"),
        "progress",
        40,
    ),
    (
        "1.2",
        (
            "Invite the accountant, fix dates for the year",
            "Invitar a la contadora y fijar las fechas del año",
        ),
        "LWR",
        "28 Feb 2014",
        ("Done", "Hecho"),
        "ok",
        100,
    ),
    (
        "1.3",
        (
            "Field visits to select the sites of the prototype",
            "Visitas de campo para elegir los sitios del prototipo",
        ),
        "Catholic Relief Services",
        "March 2014",
        ("Late", "Atrasado"),
        "over",
        10,
    ),
    (
        "2.1",
        (
            "Define three indicators with each cooperative before the first iteration",
            "Definir tres indicadores con cada cooperativa antes de la primera iteración",
        ),
        "Swisscontact",
        "30 Apr 2014",
        ("Not started", "Sin empezar"),
        "plain",
        0,
    ),
    (
        "2.2",
        ("Writing workshop", "Taller de escritura"),
        "CIAT",
        "September 2014",
        ("Not started", "Sin empezar"),
        "plain",
        0,
    ),
)
AGREEMENTS = (
    (
        "1",
        "Keep applying LINK in the field and enter the prototype cycle",
        "Seguir aplicando LINK en campo y entrar al ciclo del prototipo",
        "",
        "",
    ),
    (
        "2",
        "CIAT visits the field to select project sites",
        "CIAT visita el campo para seleccionar los sitios del proyecto",
        "CIAT",
        "30 Apr 2014",
    ),
    (
        "3",
        "September writing workshop, where the cases are written up and discussed jointly",
        "Taller de escritura en septiembre para documentar casos y reflexionar en conjunto",
        "Red Surco",
        "September 2014",
    ),
    (
        "4",
        "Case data belong to the producer organisation; names are published only with its consent",
        "Los datos de cada caso son de la organización de productores; los nombres se publican solo con su consentimiento",
        "",
        "",
    ),
)
