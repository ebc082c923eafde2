"""Every kind of widget: the name in data-widget -> its class in widgets/browser/. Its core is the module of the same name in
widgets/core/.

The build reads this, and gives the script of each page a module `widgets.chosen` with the kinds that stand on it.
"""

KINDS = {
    "guide": "guide.GuideWidget",
    "talk": "talk.TalkWidget",
    "thermometer": "thermometer.ThermometerWidget",
    "signals": "lists.SignalsWidget",
    "agreements": "lists.ListWidget",
    "ballot": "ballot.BallotWidget",
    "reports": "reports.ReportsWidget",
    "school_file": "school_file.SchoolFileWidget",
    "when": "when.WhenWidget",
}
