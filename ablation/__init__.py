"""What each row, rule and limit is for: the library is read again without it.

`python -m ablation` takes away each row of a layout, each phrase, each rule and each place of the
precedence, and halves and doubles each limit, one at a time. What changes nothing on the pages and
texts of tests/, nor on the examples of phrases and rules, is silent: nothing speaks for it.
"""
