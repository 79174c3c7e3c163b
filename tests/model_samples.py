"""Samples of the data model."""

from __future__ import annotations

from datetime import timedelta, timezone

from lemonde_parse import (
    Article,
    Aside,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Paragraph,
    Question,
    Quote,
    Table,
    Text,
)

PARIS = timezone(timedelta(hours=2))

# Two levels of boxes around texts, pictures and headings
NESTED = Article(
    body=(
        Heading(text="Premier"),
        Paragraph(text="Un deux trois."),
        Figure(caption="Une légende."),
        Aside(
            title="Encadré",
            blocks=(
                Paragraph(text="Quatre cinq."),
                Aside(
                    blocks=(
                        Heading(text="Second", level=4),
                        Figure(url="https://img.example/b.jpg"),
                        Paragraph(text="Six."),
                    )
                ),
            ),
        ),
        LiveEntry(
            headline="Sept", blocks=(Paragraph(text="Huit neuf."), Embed(text="Un message."))
        ),
        ListBlock(items=(Text(text="Dix"), Text(text="Onze"))),
        Table(
            rows=((Text(text="Douze"), Text(text="Treize")), (Text(text="Quatorze"), Text(text="")))
        ),
        Question(text="Quinze ?"),
        Quote(text="« Seize »"),
    ),
    announced_length=50,
)
