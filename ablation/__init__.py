"""Shows the effect of each row, rule and limit, by reading the test pages without it.

`python -m ablation` removes each row of a layout, each phrase, each rule and each origin of a
field, and halves and doubles each limit, one at a time. A change is silent if it has no effect on
the pages and texts of tests/, nor on the examples of phrases and rules; then there is no evidence
for the row.
"""
