"""What people type, and the page they must find among the first three results (its title, or the titles that will do)."""
ROLES = ("Wie doet wat?",)
PROTOCOLS = ("Van signaal tot afronding", "Aanbevolen protocol voor elke school", "Zes stappen met vaste termijnen")
DANGER = ("Nu gevaar?", "Is er direct gevaar?")
ONLINE = ("Online pesten: wat nu?", "Online en digitaal", "Online: wat nu?")
HELP = ("Hulplijnen",)

SEARCHES = [
    # everyday words
    ("pestkop", ("Gesprek apart met een leerling die pest",)), ("klassenapp", ONLINE), ("verzuim", ("Mijn kind wordt gepest",)),
    ("gesprek met ouders", ("Gesprek met thuis als een leerling gepest wordt", "Gesprek met thuis als een leerling pest of meedoet")),
    ("dood", DANGER), ("gepest wat nu", ("Word je gepest?", "Mijn kind wordt gepest")),
    ("pestprotocol", PROTOCOLS), ("stappenplan", PROTOCOLS), ("wat te doen", PROTOCOLS),
    ("cyberpesten", ONLINE), ("online pesten", ONLINE), ("appgroep", ONLINE), ("groepsapp", ONLINE),
    ("whatsapp", ONLINE), ("nepaccount", ONLINE), ("screenshot", (*ONLINE, "Opschrijven en bewaren")), ("blokkeren", ONLINE),
    ("naaktfoto", (*DANGER, *ONLINE)), ("sexting", ONLINE), ("foto doorgestuurd", ONLINE),
    ("buitensluiten", ("Vormen van pesten", "Begrippen")), ("roddelen", ("Vormen van pesten", *ONLINE)),
    ("schelden", ("Vormen van pesten",)), ("racisme", ("Vormen van pesten", "Begrippen")),
    ("schorsing", ("Maatregelen en straf",)), ("schorsen", ("Maatregelen en straf",)),
    ("van school gestuurd", ("Maatregelen en straf", *PROTOCOLS)), ("straf", ("Maatregelen en straf",)),
    ("nablijven", ("Maatregelen en straf",)),
    ("APC", ROLES), ("antipestcoördinator", ROLES), ("vertrouwenspersoon", (*ROLES, "Hulplijnen")),
    ("zelfmoord", (*DANGER, *HELP)), ("wapen", DANGER), ("mes", DANGER), ("112", (*DANGER, *HELP)),
    ("kindertelefoon", HELP), ("113", (*HELP, *DANGER)), ("telefoonnummer", HELP),
    ("plagen", ("Is dit ruzie, plagen of pesten?", "Begrippen")),
    ("ruzie", ("Is dit ruzie, plagen of pesten?", "Begrippen", "Gesprek samen, kort of volledig")),
    ("is het pesten", ("Is dit ruzie, plagen of pesten?",)), ("definitie", ("Begrippen",)),
    ("eerste gesprek", ("Eerste gesprek met een leerling die misschien wordt gepest",)),
    ("ouders bellen", ("Gesprek met thuis als een leerling gepest wordt", "Gesprek met thuis als een leerling pest of meedoet")),
    ("no blame", ("Gesprek zonder schuldvraag met wie pest of meedoet", "Welke aanpak past?", "Steungroep in vier gesprekken")),
    ("steungroep", ("Steungroep in vier gesprekken",)), ("herstelgesprek", ("Kort herstelgesprek", "Past een herstelgesprek?",
                                                                            "Herstelgesprek in een kring")),
    ("excuses", ("Kort herstelgesprek",)), ("bemiddelen", ("Gesprek samen, kort of volledig",)),
    ("klassengesprek", ("Praten met de klas over pesten",)),
    ("omstanders", ("Wat leerlingen in een groep doen", "Praten met de klas over pesten", "Begrippen")),
    ("buikpijn", ("Signalen van pesten",)), ("herkennen", ("Signalen van pesten",)), ("blauwe plekken", ("Signalen van pesten",)),
    ("surveilleren", ("Toezicht op drukke en stille plekken",)), ("schoolplein", ("Toezicht op drukke en stille plekken",)),
    ("klassenregels", ("Afspraken van onze klas",)), ("gouden weken", ("Pesten voorkomen",)),
    ("dossier", ("Opschrijven en bewaren",)), ("avg", ("Opschrijven en bewaren", "Privacy")),
    ("week tegen pesten", ("Jaarkalender",)), ("inspectie", ("Hebben wij alles op orde?", "Uitslagen bekijken en iets doen")),
    ("monitor", ("Uitslagen bekijken en iets doen",)), ("vragenlijst", ("Hoe veilig is school voor jou?",)),
    ("thermometer", ("Hoe veilig is school voor jou?",)), ("films", ("Boeken, sites en onderzoek",)),
    # with a typing mistake
    ("cyberpestn", ONLINE), ("schorssing", ("Maatregelen en straf",)), ("zelfmoort", (*DANGER, *HELP)),
    ("herstelgespek", ("Kort herstelgesprek", "Past een herstelgesprek?", "Herstelgesprek in een kring")),
    ("kindertelefon", HELP), ("thermomter", ("Hoe veilig is school voor jou?",)), ("signalne", ("Signalen van pesten",)),
    ("naktfoto", (*DANGER, *ONLINE)), ("coordinator", ROLES),
]
