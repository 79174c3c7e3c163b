"""Other French and Swiss papers: their names in bylines and at the end of titles."""

from __future__ import annotations

from typing import Final

from lemonde_parse.site import Site

PRESS: Final[tuple[Site, ...]] = (
    Site(
        name="Le Figaro",
        domains=("lefigaro.fr",),
        names=("Le Figaro", "Madame Figaro"),
    ),
    Site(name="La Croix", domains=("la-croix.com",), names=("La Croix",)),
    Site(name="20 Minutes", domains=("20minutes.fr",), names=("20 Minutes",)),
    Site(
        name="Courrier international",
        domains=("courrierinternational.com",),
        names=("Courrier international",),
    ),
    Site(name="Le Parisien", domains=("leparisien.fr",), names=("Le Parisien",)),
    Site(name="Les Échos", domains=("lesechos.fr",), names=("Les Échos",)),
    Site(name="Le Temps", domains=("letemps.ch",), names=("Le Temps",)),
    Site(name="Sud Ouest", domains=("sudouest.fr",), names=("Sud Ouest",)),
    Site(name="Ouest-France", domains=("ouest-france.fr",), names=("Ouest-France",)),
    Site(name="Libération", domains=("liberation.fr",), names=("Libération",)),
    Site(name="Le Point", domains=("lepoint.fr",), names=("Le Point",)),
    Site(
        name="franceinfo",
        domains=("francetvinfo.fr", "franceinfo.fr"),
        names=(
            "franceinfo",
            "Franceinfo",
            "France TV",
            "FranceTV",
            "France Télévisions",
            "Radio France",
        ),
    ),
    Site(name="France 24", domains=("france24.com",), names=("France 24",)),
    Site(name="RFI", domains=("rfi.fr",), names=("RFI",)),
    Site(name="BFMTV", domains=("bfmtv.com",), names=("BFMTV",)),
    Site(name="Europe 1", domains=("europe1.fr",), names=("Europe 1",)),
    Site(name="Le HuffPost", domains=("huffingtonpost.fr",), names=("Le HuffPost", "HuffPost")),
    Site(name="Télérama", domains=("telerama.fr",), names=("Télérama",)),
    Site(name="La Vie", domains=("lavie.fr",), names=("La Vie",)),
    Site(name="L'Obs", domains=("nouvelobs.com",), names=("L'Obs",)),
    Site(name="L'Express", domains=("lexpress.fr",), names=("L'Express",)),
    Site(name="La Tribune", domains=("latribune.fr",), names=("La Tribune",)),
    Site(name="Mediapart", domains=("mediapart.fr",), names=("Mediapart",)),
    Site(
        name="Le Monde diplomatique",
        domains=("monde-diplomatique.fr", "mondediplo.net"),
        names=("Le Monde diplomatique",),
    ),
)
