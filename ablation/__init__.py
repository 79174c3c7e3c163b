"""Shows the effect of each table row, rule and limit of the library, by reading the test pages
without the row or rule, or with another limit.

`python -m ablation` removes each row of a layout, each phrase, each rule and each place where a
field is read, and halves and doubles each limit. Each of these changes is called a knob, and is
tried alone. A knob is silent if it has no effect on the pages and texts of tests/, or on the
examples of phrases, rules and limits; then there is no evidence for the row or the value.
"""
