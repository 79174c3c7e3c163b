"""One judgement of lines, for pages and texts alike: features, an ordered table of rules, an engine."""
