"""The evaluation page's parts: typing forms in, answers in words, the questions."""
