"""Fits the weights of `lemonde_parse.plaintext.choices`. Not part of the library."""
