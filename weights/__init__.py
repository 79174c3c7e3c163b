"""How the weights of `lemonde_parse.plaintext.choices` are made. Not part of the library."""
