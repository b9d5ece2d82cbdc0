"""Views of the bundled database with the events that each must show.

`words` are those of VIEW on the command line. `rule` says once more, in plain Python on the sources of the
record, what the text after --search asks for; tests/meaning.py says all else of a view once more. The events
were looked up in db/source; they are a number where they are too many to list. tests/test_queries.py and
tests/ui/test_queries.py ask the command line and the window.
"""

from tests.meaning import Case
from tests.record import Record, Rule


def _none(_: Record) -> bool:
    return False


def search(text: str, expected: str | int, rule: Rule) -> Case:
    return Case(("--search", text), expected, rule)


CASES: tuple[Case, ...] = (
    # Words and phrases
    search(
        "helsinki",
        (
            "helsinki-summit-1990 hamburg-meeting-2017 gru-indictment-2018 helsinki-summit-2018 "
            "would-wouldnt-2018"
        ),
        lambda e: e.says("helsinki"),
    ),
    search(
        "HELSI",
        (
            "helsinki-summit-1990 hamburg-meeting-2017 gru-indictment-2018 helsinki-summit-2018 "
            "would-wouldnt-2018"
        ),
        lambda e: e.says("helsi"),
    ),
    search("elsinki", "", lambda e: e.says("elsinki")),
    search(
        "trump putin",
        (
            "trump-putin-oil-call-2020 trump-mbs-oil-tweet-2020 trump-putin-salman-call-2020 "
            "opec-plus-deal-2020 hamburg-meeting-2017 gru-indictment-2018 helsinki-summit-2018 "
            "us-leaves-inf-treaty-2019"
        ),
        lambda e: e.says("trump") and e.says("putin"),
    ),
    search(
        "Khashoggi’s",
        ("khashoggi-killing-2018 cia-assessment-khashoggi-2018 trump-stands-with-saudi-2018 yemen-veto-2019"),
        lambda e: e.says("khashoggi"),
    ),
    search(
        "COVID-19",
        "pandemic-declared-2020",
        lambda e: e.says("covid 19"),
    ),
    search(
        "coronavirus",
        "trump-covid-letter-2020 trump-nice-note-claim-2020 trump-on-kim-health-2020",
        lambda e: e.says("coronavirus"),
    ),
    search('"bin salman"', 14, lambda e: e.says("bin salman", whole=True)),
    search(
        '"salman bin"',
        "trump-putin-salman-call-2020 riyadh-summit-2017 mbs-crown-prince-2017 opec-plus-deal-2020",
        lambda e: e.says("salman bin", whole=True),
    ),
    search(
        '"love',
        ("trump-cancels-singapore-letter kim-letter-oval-office-2018 trump-fell-in-love-2018"),
        lambda e: e.says("love"),
    ),
    search('"lov"', "", lambda e: e.says("lov", whole=True)),
    search(
        "nucl*",
        (
            "geneva-summit-1985 reykjavik-summit-1986 inf-treaty-signed-1987 hwasong-15-test-2017 "
            "kim-suspends-testing-2018 kim-plenum-december-2019"
        ),
        lambda e: e.says("nucl"),
    ),
    search("“fell in love”", "trump-fell-in-love-2018", lambda e: e.says("fell in love", whole=True)),
    search("hanoi-summit-2019", "hanoi-summit-2019", lambda e: e.slug == "hanoi-summit-2019"),
    search(
        "kcna",
        (
            "kim-suspends-testing-2018 kim-plenum-december-2019 trump-covid-letter-2020 "
            "dprk-denies-letter-2020"
        ),
        lambda e: e.says("kcna"),
    ),
    search("xyzzy", "", _none),
    # Diacritics and letter case
    search(
        "Erdogan",
        (
            "trump-erdogan-referendum-call-2017 erdogan-washington-2017 turkey-steel-tariffs-2018 "
            "trump-erdogan-syria-call-2018 turkey-s400-f35-2019 trump-erdogan-call-october-2019 "
            "trump-erdogan-letter-2019 erdogan-washington-2019"
        ),
        lambda e: e.says("erdogan"),
    ),
    search(
        "ERDOĞAN",
        (
            "trump-erdogan-referendum-call-2017 erdogan-washington-2017 turkey-steel-tariffs-2018 "
            "trump-erdogan-syria-call-2018 turkey-s400-f35-2019 trump-erdogan-call-october-2019 "
            "trump-erdogan-letter-2019 erdogan-washington-2019"
        ),
        lambda e: e.says("erdogan"),
    ),
    search(
        "Erdog\u0306an",
        (
            "trump-erdogan-referendum-call-2017 erdogan-washington-2017 turkey-steel-tariffs-2018 "
            "trump-erdogan-syria-call-2018 turkey-s400-f35-2019 trump-erdogan-call-october-2019 "
            "trump-erdogan-letter-2019 erdogan-washington-2019"
        ),
        lambda e: e.says("erdogan"),
    ),
    search("malacanang", "xi-visits-manila-2018", lambda e: e.says("malacanang")),
    search("MÜRTED", "turkey-s400-f35-2019", lambda e: e.says("murted")),
    search(
        "person:érdogan",
        (
            "trump-erdogan-referendum-call-2017 erdogan-washington-2017 trump-erdogan-syria-call-2018 "
            "turkey-s400-f35-2019 trump-erdogan-call-october-2019 trump-erdogan-letter-2019 "
            "erdogan-washington-2019"
        ),
        lambda e: "Recep Tayyip Erdoğan" in e.people,
    ),
    # Exclusions
    search(
        "missile -kind:missile-test",
        (
            "reykjavik-summit-1986 inf-treaty-signed-1987 turkey-s400-f35-2019 "
            "erdogan-washington-2019 kim-suspends-testing-2018 kim-letter-august-2019 "
            "us-leaves-inf-treaty-2019 mar-a-lago-2017"
        ),
        lambda e: e.says("missile") and e.kind != "missile-test",
    ),
    search(
        "missile -test",
        (
            "reykjavik-summit-1986 inf-treaty-signed-1987 turkey-s400-f35-2019 "
            "erdogan-washington-2019 kim-letter-august-2019 us-leaves-inf-treaty-2019 mar-a-lago-2017"
        ),
        lambda e: e.says("missile") and not e.says("test"),
    ),
    search(
        'khashoggi -"trump"',
        "cia-assessment-khashoggi-2018",
        lambda e: e.says("khashoggi") and not e.says("trump", whole=True),
    ),
    search("-trump -kim", 29, lambda e: not e.says("trump") and not e.says("kim")),
    search("-basis:alluded -basis:context", 15, lambda e: e.basis == "named"),
    search(
        "title:summit -kind:summit",
        ("trump-accepts-kim-invitation trump-cancels-singapore-letter kim-letter-september-2018"),
        lambda e: e.says("summit", "title") and e.kind != "summit",
    ),
    search(
        "-is:starred kind:agreement",
        "opec-plus-deal-2020 inf-treaty-signed-1987 phase-one-deal-2020",
        lambda e: e.kind == "agreement",
    ),
    # Fields of the text
    search("title:summit", 15, lambda e: e.says("summit", "title")),
    search(
        "summary:nuclear",
        (
            "geneva-summit-1985 reykjavik-summit-1986 inf-treaty-signed-1987 hwasong-15-test-2017 "
            "kim-suspends-testing-2018 kim-plenum-december-2019"
        ),
        lambda e: e.says("nuclear", "summary"),
    ),
    search(
        "people:adviser",
        ("trump-accepts-kim-invitation mbs-white-house-lunch-2017 riyadh-summit-2017 kushner-riyadh-2017"),
        lambda e: e.says("adviser", "people"),
    ),
    search(
        'people:"foreign minister"',
        "hamburg-meeting-2017",
        lambda e: e.says("foreign minister", "people", whole=True),
    ),
    search(
        "place:vienna", "opec-plus-collapse-2020 opec-plus-deal-2020", lambda e: e.says("vienna", "place")
    ),
    search(
        "place:vienna,doha",
        "opec-plus-collapse-2020 opec-plus-deal-2020 qatar-blockade-2017",
        lambda e: e.says("vienna", "place") or e.says("doha", "place"),
    ),
    search(
        'place:"New York"',
        ("negative-oil-price-2020 gorbachev-un-speech-1988 governors-island-1988 rocket-man-un-2017"),
        lambda e: e.says("new york", "place", whole=True),
    ),
    search("commentary:leverage", "fdr-protests-poland-1945", lambda e: e.says("leverage", "commentary")),
    search(
        "title:letter title:kim",
        ("kim-letter-oval-office-2018 kim-letter-july-2018 kim-letter-september-2018 kim-letter-august-2019"),
        lambda e: e.says("letter", "title") and e.says("kim", "title"),
    ),
    search("note:anything", "", _none),
    # Fields of a facet
    search("kind:letter", 13, lambda e: e.kind == "letter"),
    search(
        "kind:Policy",
        (
            "wuhan-lockdown-2020 who-funding-halt-2020 vfa-termination-2020 kim-plenum-december-2019 "
            "yemen-veto-2019 us-leaves-inf-treaty-2019 national-security-strategy-2017"
        ),
        lambda e: e.kind == "policy",
    ),
    search(
        "kind:tariff",
        "turkey-steel-tariffs-2018 china-tariffs-begin-2018",
        lambda e: e.kind == "sanction/tariff",
    ),
    search(
        "kind:agreement,publication",
        (
            "opec-plus-deal-2020 inf-treaty-signed-1987 lessons-of-tragedy-2019 brands-column-2020 "
            "phase-one-deal-2020"
        ),
        lambda e: e.kind in {"agreement", "publication"},
    ),
    search(
        "kind:agreement kind:publication",
        (
            "opec-plus-deal-2020 inf-treaty-signed-1987 lessons-of-tragedy-2019 brands-column-2020 "
            "phase-one-deal-2020"
        ),
        lambda e: e.kind in {"agreement", "publication"},
    ),
    search(
        "kind:call person:putin",
        "trump-putin-oil-call-2020 trump-putin-salman-call-2020",
        lambda e: e.kind == "call" and "Vladimir Putin" in e.people,
    ),
    search("person:kim", 23, lambda e: any("Kim " in name for name in e.people)),
    search('person:"Kim Jong Un"', 21, lambda e: "Kim Jong Un" in e.people),
    search(
        "person:trump+xi",
        (
            "mar-a-lago-2017 beijing-visit-2017 buenos-aires-dinner-2018 trump-thanks-xi-2020 "
            "trump-xi-call-february-2020"
        ),
        lambda e: {"Donald Trump", "Xi Jinping"} <= e.people,
    ),
    search(
        "person:putin+salman",
        "trump-putin-salman-call-2020 opec-plus-deal-2020",
        lambda e: "Vladimir Putin" in e.people and any("Salman" in name for name in e.people),
    ),
    search(
        "person:churchill,melhem",
        ("fdr-handle-stalin-letter tehran-conference yalta-conference obama-al-arabiya-2009"),
        lambda e: bool(e.people & {"Winston Churchill", "Hisham Melhem"}),
    ),
    search(
        "relationship:Trump–Putin",
        (
            "hamburg-meeting-2017 gru-indictment-2018 helsinki-summit-2018 would-wouldnt-2018 "
            "us-leaves-inf-treaty-2019"
        ),
        lambda e: e.relationship == "Trump–Putin",
    ),
    search("relationship:gorbachev", 16, lambda e: "Gorbachev" in e.relationship),
    search(
        'relationship:"mohammed bin salman"',
        (
            "mbs-white-house-lunch-2017 riyadh-summit-2017 qatar-blockade-2017 "
            "trump-qatar-tweets-2017 mbs-crown-prince-2017 kushner-riyadh-2017 mbs-oval-office-2018 "
            "khashoggi-killing-2018 cia-assessment-khashoggi-2018 trump-stands-with-saudi-2018 "
            "yemen-veto-2019 trump-mbs-osaka-2019"
        ),
        lambda e: e.relationship == "Trump–MBS",
    ),
    search("country:FI", "helsinki-summit-1990 helsinki-summit-2018", lambda e: e.country == "FI"),
    search(
        "country:germany",
        "berlin-wall-opens-1989 tear-down-this-wall-1987 hamburg-meeting-2017",
        lambda e: e.country == "DE",
    ),
    search(
        "country:south",
        ("panmunjom-meeting-2019 trump-birthday-message-2020 kim-health-reports-2020"),
        lambda e: e.country == "KR",
    ),
    search(
        "basis:named kind:summit",
        "singapore-summit-2018 hanoi-summit-2019 helsinki-summit-2018",
        lambda e: e.basis == "named" and e.kind == "summit",
    ),
    search(
        "claim:3",
        (
            "trump-erdogan-syria-call-2018 trump-erdogan-call-october-2019 buenos-aires-dinner-2018 "
            "phase-one-deal-2020"
        ),
        lambda e: "motive" in e.claims,
    ),
    search(
        "claim:naivety",
        ("fdr-handle-stalin-letter tehran-conference yalta-conference fdr-protests-poland-1945"),
        lambda e: "naivety" in e.claims,
    ),
    search(
        "claim:oil",
        "saudi-price-cut-2020 opec-plus-deal-2020 negative-oil-price-2020 "
        "trump-mbs-oil-tweet-2020 trump-putin-salman-call-2020",
        lambda e: "oil" in e.claims,
    ),
    search("claim:method+leaders", "hanoi-summit-2019", lambda e: {"method", "leaders"} <= e.claims),
    search(
        "source:reuters",
        (
            "duterte-separation-2016 vfa-termination-2020 trump-vfa-reaction-2020 "
            "trump-xi-call-february-2020 trump-putin-salman-call-2020 "
            "trump-putin-oil-call-2020 trump-duterte-call-2017"
        ),
        lambda e: any("Reuters" in source for source in e.sources),
    ),
    search(
        'source:"korea herald"',
        "trump-accepts-kim-invitation",
        lambda e: any("Korea Herald" in source for source in e.sources),
    ),
    # Dates and their bounds
    search(
        "after:2019 kind:letter person:kim",
        "trump-birthday-message-2020 trump-covid-letter-2020",
        lambda e: e.kind == "letter" and any("Kim " in n for n in e.people) and e.within("2020-01-01", ""),
    ),
    search(
        "before:1943",
        "hopkins-meets-stalin-1941 fdr-handle-stalin-letter",
        lambda e: e.within("", "1942-12-31"),
    ),
    search(
        "since:2020-04-20",
        ("negative-oil-price-2020 brands-column-2020 kim-health-reports-2020 trump-on-kim-health-2020"),
        lambda e: e.within("2020-04-20", ""),
    ),
    search(
        "after:2020-04-20",
        "brands-column-2020 kim-health-reports-2020 trump-on-kim-health-2020",
        lambda e: e.within("2020-04-21", ""),
    ),
    search(
        "certainly-after:2020-04-20",
        "brands-column-2020 trump-on-kim-health-2020",
        lambda e: e.within("2020-04-21", "", surely=True),
    ),
    search(
        "until:1945-02-05",
        (
            "hopkins-meets-stalin-1941 fdr-handle-stalin-letter davies-mission-1943 tehran-conference "
            "yalta-conference"
        ),
        lambda e: e.within("", "1945-02-05"),
    ),
    search(
        "certainly-until:1945-02-05",
        ("hopkins-meets-stalin-1941 fdr-handle-stalin-letter davies-mission-1943 tehran-conference"),
        lambda e: e.within("", "1945-02-05", surely=True),
    ),
    search(
        "certainly-before:1943-11-28",
        "hopkins-meets-stalin-1941 fdr-handle-stalin-letter davies-mission-1943",
        lambda e: e.within("", "1943-11-27", surely=True),
    ),
    search(
        "during:2018-06",
        "kim-letter-oval-office-2018 singapore-summit-2018",
        lambda e: e.within("2018-06-01", "2018-06-30"),
    ),
    search(
        "during:2018-12-15/2018-12-16",
        "trump-erdogan-syria-call-2018",
        lambda e: e.within("2018-12-15", "2018-12-16"),
    ),
    search(
        "certainly-during:2018-12-15/2018-12-16",
        "",
        lambda e: e.within("2018-12-15", "2018-12-16", surely=True),
    ),
    search("during:2019-02-10", "lessons-of-tragedy-2019", lambda e: e.within("2019-02-10", "2019-02-10")),
    search(
        "certainly-during:2019-02",
        "lessons-of-tragedy-2019 hanoi-summit-2019",
        lambda e: e.within("2019-02-01", "2019-02-28", surely=True),
    ),
    search(
        "during:1943,2009",
        ("davies-mission-1943 tehran-conference obama-al-arabiya-2009 obama-ankara-2009 obama-cairo-2009"),
        lambda e: e.within("1943-01-01", "1943-12-31") or e.within("2009-01-01", "2009-12-31"),
    ),
    search(
        "since:2018-06-12 until:2018-07-06",
        "singapore-summit-2018 kim-letter-july-2018 china-tariffs-begin-2018",
        lambda e: e.within("2018-06-12", "2018-07-06"),
    ),
    search(
        "-during:2017/2020 kind:speech",
        (
            "obama-ankara-2009 obama-cairo-2009 tear-down-this-wall-1987 gorbachev-un-speech-1988 "
            "duterte-separation-2016"
        ),
        lambda e: e.kind == "speech" and not e.within("2017-01-01", "2020-12-31"),
    ),
    # Importance, paragraphs, identifiers, the reader's own
    search("importance:1", "lessons-of-tragedy-2019", lambda e: e.importance == 1),
    search(
        "importance:<=2",
        (
            "lessons-of-tragedy-2019 kim-letter-september-2018 kim-yong-chol-white-house-2019 "
            "kim-letter-august-2019 trump-birthday-message-2020 nk-launch-2020-03-09"
        ),
        lambda e: e.importance <= 2,
    ),
    search(
        "importance:1..2 kind:letter",
        ("kim-letter-september-2018 kim-letter-august-2019 trump-birthday-message-2020"),
        lambda e: e.importance <= 2 and e.kind == "letter",
    ),
    search(
        "importance:>4 relationship:Trump–Kim",
        (
            "singapore-summit-2018 hanoi-summit-2019 trump-covid-letter-2020 dprk-denies-letter-2020 "
            "kim-health-reports-2020"
        ),
        lambda e: e.importance == 5 and e.relationship == "Trump–Kim",
    ),
    search(
        "paragraph:16",
        ("hamburg-meeting-2017 helsinki-summit-2018 would-wouldnt-2018 us-leaves-inf-treaty-2019"),
        lambda e: 16 in e.paragraphs,
    ),
    search(
        "paragraph:17..18",
        (
            "duterte-separation-2016 hanoi-summit-2019 kim-plenum-december-2019 "
            "kim-health-reports-2020 us-leaves-inf-treaty-2019 "
            "national-security-strategy-2017 china-tariffs-begin-2018"
        ),
        lambda e: bool(e.paragraphs & {17, 18}),
    ),
    search(
        "paragraph:14 -kind:crisis",
        (
            "trump-putin-oil-call-2020 trump-mbs-oil-tweet-2020 trump-putin-salman-call-2020 "
            "opec-plus-deal-2020"
        ),
        lambda e: 14 in e.paragraphs and e.kind != "crisis",
    ),
    search(
        "id:yalta-conference,tehran-conference",
        "tehran-conference yalta-conference",
        lambda e: e.slug in {"yalta-conference", "tehran-conference"},
    ),
    search(
        "id:nk-launch*",
        (
            "nk-launch-2020-03-02 nk-launch-2020-03-09 nk-launch-2020-03-21 nk-launch-2020-03-29 "
            "nk-launch-2020-04-14"
        ),
        lambda e: e.slug.startswith("nk-launch"),
    ),
    search("is:starred", "", _none),
    search("has:note", "", _none),
    # Options
    Case(
        ("--kind", "letter", "--kind", "call", "--relationship", "Trump–Kim"),
        (
            "trump-cancels-singapore-letter kim-letter-oval-office-2018 kim-letter-july-2018 "
            "kim-letter-september-2018 june-2019-letters kim-letter-august-2019 "
            "trump-birthday-message-2020 trump-covid-letter-2020"
        ),
    ),
    Case(
        (
            "--kind",
            "letter",
            "--kind",
            "call",
            "--relationship",
            "Trump–Kim",
            "--from",
            "2018-03",
            "--certainty",
            "certain",
            "--search",
            "coronavirus",
        ),
        "trump-covid-letter-2020",
        lambda e: e.says("coronavirus"),
    ),
    Case(
        ("--not", "kind=letter", "--relationship", "Trump–Erdoğan"),
        (
            "trump-erdogan-referendum-call-2017 erdogan-washington-2017 turkey-steel-tariffs-2018 "
            "trump-erdogan-syria-call-2018 turkey-s400-f35-2019 trump-erdogan-call-october-2019 "
            "erdogan-washington-2019"
        ),
    ),
    Case(
        ("--not", "person=Donald Trump", "--from", "2017", "--to", "2018"),
        (
            "xi-visits-manila-2018 hwasong-15-test-2017 kim-suspends-testing-2018 qatar-blockade-2017 "
            "mbs-crown-prince-2017 kushner-riyadh-2017 khashoggi-killing-2018 "
            "cia-assessment-khashoggi-2018 gru-indictment-2018"
        ),
    ),
    Case(
        ("--person", "Donald Trump", "--person", "Xi Jinping", "--all-of", "person"),
        (
            "mar-a-lago-2017 beijing-visit-2017 buenos-aires-dinner-2018 "
            "trump-thanks-xi-2020 trump-xi-call-february-2020"
        ),
    ),
    Case(
        (
            "--person",
            "Donald Trump",
            "--person",
            "Vladimir Putin",
            "--person",
            "Salman bin Abdulaziz",
            "--all-of",
            "person",
        ),
        "opec-plus-deal-2020 trump-putin-salman-call-2020",
    ),
    Case(("--claim", "method", "--claim", "no-return", "--all-of", "claim"), "helsinki-summit-2018"),
    Case(
        ("--claim", "multiplier", "--not", "claim=precedent"),
        (
            "moscow-summit-start-1991 inf-treaty-signed-1987 gorbachev-un-speech-1988 "
            "washington-summit-1987 moscow-summit-1988 washington-summit-1990"
        ),
    ),
    Case(
        ("--country", "Russia", "--not", "country=Russia", "--kind", "summit"),
        (
            "malta-summit-1989 washington-summit-1990 helsinki-summit-1990 tehran-conference "
            "yalta-conference geneva-summit-1985 reykjavik-summit-1986 washington-summit-1987 "
            "singapore-summit-2018 hanoi-summit-2019 riyadh-summit-2017 helsinki-summit-2018"
        ),
    ),
    Case(
        ("--country", "Japan", "--country", "Finland"),
        "helsinki-summit-1990 trump-mbs-osaka-2019 helsinki-summit-2018",
    ),
    Case(
        ("--place", "Pyongyang", "--min-importance", "4"),
        "trump-covid-letter-2020 kim-absent-2020-04-15 dprk-denies-letter-2020",
    ),
    Case(
        ("--max-importance", "2"),
        (
            "lessons-of-tragedy-2019 kim-letter-september-2018 kim-yong-chol-white-house-2019 "
            "kim-letter-august-2019 trump-birthday-message-2020 nk-launch-2020-03-09"
        ),
    ),
    Case(
        ("--min-importance", "2", "--max-importance", "2", "--kind", "letter"),
        ("kim-letter-september-2018 kim-letter-august-2019 trump-birthday-message-2020"),
    ),
    Case(
        ("--basis", "named", "--not", "relationship=Trump–Kim", "--not", "relationship=Trump–MBS"),
        (
            "saudi-price-cut-2020 opec-plus-deal-2020 lessons-of-tragedy-2019 brands-column-2020 "
            "vfa-termination-2020 helsinki-summit-2018 "
            "zhao-lijian-tweet-2020"
        ),
    ),
    Case(("--from", "2018-12-15", "--to", "2018-12-16"), "trump-erdogan-syria-call-2018"),
    Case(("--from", "2018-12-15", "--to", "2018-12-16", "--certainty", "certain"), ""),
    Case(("--from", "1945-02-05", "--to", "1945-02-05", "--dates", "begins"), ""),
    Case(("--from", "1945-02-11", "--to", "1945-02-11", "--dates", "ends"), "yalta-conference"),
    Case(
        ("--from", "1945-02-05", "--to", "1945-02-10", "--dates", "throughout", "--certainty", "certain"),
        "yalta-conference",
    ),
    Case(
        ("--from", "1945-02-05", "--to", "1945-02-05", "--dates", "underway", "--certainty", "certain"),
        "yalta-conference",
    ),
    search(
        'begins:"late June 2019" kind:meeting',
        "panmunjom-meeting-2019 trump-mbs-osaka-2019",
        lambda e: e.stands("begins", "2019-06-21", "2019-06-30") and e.kind == "meeting",
    ),
    search(
        "certainly-underway:1945-02-05",
        "yalta-conference",
        lambda e: e.stands("underway", "1945-02-05", "1945-02-05", surely=True),
    ),
    Case(
        ("--source", "Washington Post, 16 November 2018"),
        "cia-assessment-khashoggi-2018",
    ),
    Case(("--mine", "starred"), ""),
    Case(
        ("--not", "mine=starred", "--person", "Winston Churchill"),
        "fdr-handle-stalin-letter tehran-conference yalta-conference",
    ),
    Case(
        ("--kind", "summit", "--search", "person:gorbachev -after:1989", "--min-importance", "5"),
        "malta-summit-1989 geneva-summit-1985 reykjavik-summit-1986",
        lambda e: "Mikhail Gorbachev" in e.people and not e.within("1990-01-01", ""),
    ),
)
